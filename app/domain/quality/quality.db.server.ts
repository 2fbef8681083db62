import type { Language } from '~/i18n/format.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { TestAnswer } from './fast-results.ts'
import type { Interaction } from './interaction.ts'
import type { AttemptStay, StoppedAttempt } from './page-figures.ts'
import { bookmarkElements, type PageStay } from './page-stay.ts'
import type { QualityReport, ReportedQuestion } from './quality.ts'
import type { FirstAnswer } from './question-figures.ts'
import type { TrailCommit } from './trail-commit.ts'

/** Attempts whose trails have grown since they were gathered, after `after` in the order of their ids. */
export async function selectGrownTrails(after: string | null, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(sql`
    select attempt.id
      from attempt
      left join gathered_trail gathered on gathered.attempt_id = attempt.id
     where attempt.last_sequence > coalesce(gathered.sequence, 0)
       and (${after}::uuid is null or attempt.id > ${after}::uuid)
     order by attempt.id limit ${limit}::int`)
  return found.map(({ id }) => id)
}

export interface OpenTrail {
  attemptId: string
  /** The last commit that has been gathered; 0 for none. */
  sequence: number
}

/** Takes trails for this transaction: another that gathers them waits, and then finds them gathered. */
export async function lockTrails(tx: Tx, attemptIds: readonly string[]): Promise<OpenTrail[]> {
  await tx.$executeRaw(sql`
    insert into gathered_trail (attempt_id, sequence)
    select id, 0 from unnest(${[...attemptIds]}::uuid[]) as id order by id
    on conflict (attempt_id) do nothing`)
  return txRows<OpenTrail>(
    tx,
    sql`
    select attempt_id::text as "attemptId", sequence
      from gathered_trail where attempt_id = any(${[...attemptIds]}::uuid[])
     order by attempt_id for update`,
  )
}

export interface TrailPiece {
  attemptId: string
  /** Where the attempt is now. */
  lastSequence: number
  /** Of the last commit that has been gathered; null where that is gone or there is none. */
  lastSession: string | null
  commits: (TrailCommit & { sequence: number })[]
}

/** What follows in trails after what has been gathered, `limit` commits of each at most. */
export async function selectPieces(
  tx: Tx,
  trails: readonly OpenTrail[],
  limit: number,
): Promise<TrailPiece[]> {
  const open = sql`
    unnest(${trails.map(({ attemptId }) => attemptId)}::uuid[],
           ${trails.map(({ sequence }) => sequence)}::int[]) as trail (attempt_id, sequence)`
  const pieces = await txRows<Omit<TrailPiece, 'commits'>>(
    tx,
    sql`
    select attempt.id::text as "attemptId", attempt.last_sequence as "lastSequence",
           entry.session as "lastSession"
      from ${open}
      join attempt on attempt.id = trail.attempt_id
      left join commit_entry entry
        on entry.attempt_id = trail.attempt_id and entry.sequence = trail.sequence`,
  )
  const commits = await txRows<TrailPiece['commits'][number] & { attemptId: string }>(
    tx,
    sql`
    select trail.attempt_id::text as "attemptId", entry.sequence, entry.item_identifier as item,
           entry.session, entry.source, entry.received_at as "receivedAt",
           coalesce((
             select jsonb_object_agg(name, value) from jsonb_each_text(entry.elements) as told (name, value)
              where name like 'cmi.interactions.%' or name = any(${[...bookmarkElements]}::text[])
           ), '{}'::jsonb) as elements
      from ${open}
     cross join lateral (
       select * from commit_entry
        where attempt_id = trail.attempt_id and sequence > trail.sequence
        order by sequence limit ${limit}::int) entry
     order by trail.attempt_id, entry.sequence`,
  )
  return pieces.map((piece) => ({
    ...piece,
    commits: commits.filter(({ attemptId }) => attemptId === piece.attemptId),
  }))
}

type OfAttempt<Row> = Row & { attemptId: string }

/** Stands between the patterns of one column; in none of them, since it is no character of a text. */
const betweenPatterns = '\u001f'

const patternsIn = (column: string | null) => column?.split(betweenPatterns) ?? []

/** Null for none. */
const columnOf = (patterns: readonly string[]) =>
  patterns.map((pattern) => pattern.replaceAll(betweenPatterns, ' ')).join(betweenPatterns) || null

export async function selectInteractions(
  tx: Tx,
  attemptIds: readonly string[],
): Promise<OfAttempt<Interaction>[]> {
  const found = await txRows<OfAttempt<Interaction & { correctResponse: string | null }>>(
    tx,
    sql`
    select attempt_id::text as "attemptId", item_identifier as item, number,
           interaction_id as "interactionId", kind, description, response,
           correct_response as "correctResponse", result, result_score as "resultScore", weighting,
           latency_seconds as "latencySeconds", answered_at as "answeredAt"
      from interaction where attempt_id = any(${[...attemptIds]}::uuid[])`,
  )
  return found.map(({ correctResponse, ...rest }) => ({
    ...rest,
    correctResponses: patternsIn(correctResponse),
  }))
}

export async function selectStays(
  tx: Tx,
  attemptIds: readonly string[],
): Promise<OfAttempt<PageStay>[]> {
  return txRows<OfAttempt<PageStay>>(
    tx,
    sql`
    select attempt_id::text as "attemptId", item_identifier as item, location, seconds, visits,
           left_at as "leftAt"
      from page_stay where attempt_id = any(${[...attemptIds]}::uuid[])`,
  )
}

export async function upsertInteractions(tx: Tx, all: OfAttempt<Interaction>[]): Promise<void> {
  if (all.length === 0) return
  const written = all.map(({ correctResponses, ...rest }) => ({
    ...rest,
    correctResponse: columnOf(correctResponses),
  }))
  await tx.$executeRaw(sql`
    insert into interaction
           (attempt_id, item_identifier, number, interaction_id, kind, description, response,
            correct_response, result, result_score, weighting, latency_seconds, answered_at)
    select "attemptId", item, number, "interactionId", kind, description, response,
           "correctResponse", result, "resultScore", weighting, "latencySeconds", "answeredAt"
      from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as told (
             "attemptId" uuid, item text, number int, "interactionId" text, kind text,
             description text, response text, "correctResponse" text, result text,
             "resultScore" float8, weighting float8, "latencySeconds" float8,
             "answeredAt" timestamptz)
    on conflict (attempt_id, item_identifier, number) do update
       set interaction_id = excluded.interaction_id, kind = excluded.kind,
           description = excluded.description, response = excluded.response,
           correct_response = excluded.correct_response, result = excluded.result,
           result_score = excluded.result_score, weighting = excluded.weighting,
           latency_seconds = excluded.latency_seconds, answered_at = excluded.answered_at`)
}

export async function upsertStays(tx: Tx, all: OfAttempt<PageStay>[]): Promise<void> {
  if (all.length === 0) return
  await tx.$executeRaw(sql`
    insert into page_stay (attempt_id, item_identifier, location, seconds, visits, left_at)
    select "attemptId", item, location, seconds, visits, "leftAt"
      from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as told (
             "attemptId" uuid, item text, location text, seconds int, visits int,
             "leftAt" timestamptz)
    on conflict (attempt_id, item_identifier, location) do update
       set seconds = excluded.seconds, visits = excluded.visits, left_at = excluded.left_at`)
}

export async function updateGathered(tx: Tx, trails: readonly OpenTrail[]): Promise<void> {
  await tx.$executeRaw(sql`
    update gathered_trail gathered set sequence = reached.sequence
      from unnest(${trails.map(({ attemptId }) => attemptId)}::uuid[],
                  ${trails.map(({ sequence }) => sequence)}::int[]) as reached (attempt_id, sequence)
     where gathered.attempt_id = reached.attempt_id`)
}

export async function selectReportedVersion(
  versionId: string,
  language: Language,
): Promise<Omit<QualityReport, 'figures'> | undefined> {
  return firstRow<Omit<QualityReport, 'figures'>>(sql`
    select json_build_object('id', version.id, 'number', version.number) as version,
           json_build_object('id', module.id, 'slug', module.slug,
             'readingSeconds', module.reading_seconds,
             'title', ${language === 'en' ? sql`module.title_en` : sql`module.title_sv`}) as module,
           (select coalesce(json_agg(json_build_object('identifier', item.identifier,
                     'title', item.title) order by item.position), '[]'::json)
              from package_item item
             where item.package_id = version.package_id and item.launch_path is not null) as items,
           (select coalesce(json_agg(json_build_object('location', part.slug, 'title', part.title)
                                     order by part.position), '[]'::json)
              from package_part part
             where part.package_id = version.package_id and part.kind = 'page') as places
      from module_version version
      join module on module.id = version.module_id
     where version.id = ${versionId}::uuid`)
}

/** The newest attempts at a version that have been gathered from, each with a number of its own. */
const counted = (versionId: string, limit: number) => sql`
  select attempt.id, attempt.completion, attempt.started_at, attempt.last_commit_at,
         (row_number() over (order by attempt.started_at desc, attempt.id))::int as number
    from registration
    join attempt on attempt.registration_id = registration.id
    join gathered_trail gathered on gathered.attempt_id = attempt.id and gathered.sequence > 0
   where registration.module_version_id = ${versionId}::uuid
   order by attempt.started_at desc, attempt.id limit ${limit}::int`

export interface CountedAttempts {
  attempts: number
  since: Date | null
  until: Date | null
}

export async function selectCounted(versionId: string, limit: number): Promise<CountedAttempts> {
  const found = await firstRow<CountedAttempts>(sql`
    with counted as (${counted(versionId, limit)})
    select count(*) as attempts, min(started_at) as since,
           (select max(stay.left_at) from page_stay stay where stay.attempt_id in (select id from counted))
             as until
      from counted`)
  return found!
}

export async function selectFirstAnswers(versionId: string, limit: number): Promise<FirstAnswer[]> {
  return rows<FirstAnswer>(sql`
    with counted as (${counted(versionId, limit)})
    select distinct on (counted.number, answer.item_identifier, answer.interaction_id)
           counted.number as attempt, answer.item_identifier as item,
           answer.interaction_id as "interactionId", answer.response, answer.result,
           answer.result_score as "resultScore", answer.latency_seconds as "latencySeconds",
           count(*) over (partition by counted.number, answer.item_identifier, answer.interaction_id)
             as answers
      from counted
      join interaction answer on answer.attempt_id = counted.id
     where answer.response is not null or answer.result is not null or answer.result_score is not null
     order by counted.number, answer.item_identifier, answer.interaction_id, answer.answered_at,
              answer.number`)
}

export type AskedQuestion = Omit<ReportedQuestion, 'figures'>

/** What content says of its questions, in the order of its own numbers. */
export async function selectAsked(versionId: string, limit: number): Promise<AskedQuestion[]> {
  const found = await rows<AskedQuestion & { correctResponse: string | null }>(sql`
    with counted as (${counted(versionId, limit)})
    select answer.item_identifier as item, answer.interaction_id as "interactionId",
           mode() within group (order by answer.kind) as kind,
           mode() within group (order by answer.description) as description,
           mode() within group (order by answer.correct_response) as "correctResponse"
      from counted
      join interaction answer on answer.attempt_id = counted.id
     group by answer.item_identifier, answer.interaction_id
     order by min(answer.number), answer.interaction_id`)
  return found.map(({ correctResponse, ...rest }) => ({
    ...rest,
    correctResponses: patternsIn(correctResponse).filter((pattern) => pattern !== ''),
  }))
}

export async function selectAttemptStays(versionId: string, limit: number): Promise<AttemptStay[]> {
  return rows<AttemptStay>(sql`
    with counted as (${counted(versionId, limit)})
    select stay.item_identifier as item, stay.location, stay.seconds, stay.visits
      from counted
      join page_stay stay on stay.attempt_id = counted.id`)
}

/** The attempts that are not completed and have saved nothing since `idleSince`, with where they were last. */
export async function selectStopped(
  versionId: string,
  limit: number,
  idleSince: Date,
): Promise<StoppedAttempt[]> {
  return rows<StoppedAttempt>(sql`
    with counted as (${counted(versionId, limit)})
    select last_stay.item, last_stay.location
      from counted
      left join lateral (
        select item_identifier as item, location from page_stay
         where attempt_id = counted.id order by left_at desc limit 1) last_stay on true
     where counted.completion <> 'completed'
       and coalesce(counted.last_commit_at, counted.started_at) < ${idleSince}::timestamptz`)
}

/** The answers of a test's attempts; those of an attempt's item in the order in which content numbers them. */
export async function selectTestAnswers(versionId: string, limit: number): Promise<TestAnswer[]> {
  return rows<TestAnswer>(sql`
    with counted as (${counted(versionId, limit)})
    select counted.number as attempt, answer.item_identifier as item,
           answer.interaction_id as "interactionId", answer.latency_seconds as "latencySeconds",
           answer.answered_at as "answeredAt"
      from counted
      join interaction answer on answer.attempt_id = counted.id
     order by counted.number, answer.item_identifier, answer.answered_at, answer.number`)
}
