import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import type { Day } from '~/kernel/dates.ts'
import type { CommitMessage } from '~/kernel/player-protocol.ts'
import type { CmiElements } from '~/standards/scorm/cmi.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'
import { sessionTimeElements } from '~/standards/scorm/runtime-rules.ts'
import { preparedRows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { emissionOf } from '~/platform/events.server.ts'
import { moduleCompleted } from './attempt.events.ts'
import { rulesOf } from './attempt.db.server.ts'
import { placeFreshCompletions } from './completion.db.server.ts'
import type { AppliedCommit, ItemFacts, Progress } from './commit-rules.ts'
import { storedText } from './element-text.ts'
import type { TrailEntry } from './trail-entry.ts'

/** An attempt as the next commit finds it. */
export interface CommitGroundRow {
  personId: string
  moduleId: string
  moduleVersionId: string
  lastSequence: number
  trailHash: string
  lastItem: string | null
  writer: string | null
  progress: Progress
  edition: ScormEdition
  strict: boolean
  /** Those that the attempt began with; null for the usual ones. */
  rules: AttemptRules | null
  /** Who sent the commit that has this sequence, where there is one. */
  heldBy: string | null
  /** All that can be launched. */
  items: (ItemFacts & { identifier: string })[]
  /** Those of them that have been begun. */
  begun: (Progress & { identifier: string })[]
  /** Of the item that the commit is of, as they are stored. */
  elements: CmiElements
  /** The item's latest commit. */
  latest: { session: string; final: boolean } | null
  /** What content told last of the time of the commit's session. */
  sessionTime: string | null
}

/** All that decides over a commit, in one question to the database. */
export async function selectCommitGround(
  attemptId: string,
  { sequence, item, session }: CommitMessage,
): Promise<CommitGroundRow | undefined> {
  const [found] = await preparedRows<CommitGroundRow>(
    sql`
    select registration.person_id as "personId", version.module_id as "moduleId",
           version.id as "moduleVersionId", attempt.last_sequence as "lastSequence",
           attempt.trail_hash as "trailHash", attempt.last_item as "lastItem", attempt.writer,
           json_build_object('completion', attempt.completion, 'success', attempt.success,
                             'scoreScaled', attempt.score_scaled,
                             'totalSeconds', attempt.total_seconds) as progress,
           package.edition, package.strict,
           ${rulesOf(sql`attempt.rule_id`)} as rules,
           coalesce(
             (select entry.writer from commit_entry entry
               where entry.attempt_id = attempt.id and entry.sequence = ${sequence}::int),
             (select span ->> 'writer' from jsonb_array_elements(base.state -> 'writers') span
               where ${sequence}::int between (span ->> 'from')::int and (span ->> 'to')::int)
           ) as "heldBy",
           (select coalesce(json_agg(${itemFacts} order by item.position), '[]'::json)
              from package_item item
             where item.package_id = registration.package_id and item.launch_path is not null) as items,
           (select coalesce(json_agg(json_build_object(
                     'identifier', state.item_identifier, 'completion', state.completion,
                     'success', state.success, 'scoreScaled', state.score_scaled,
                     'totalSeconds', state.total_seconds)), '[]'::json)
              from item_state state where state.attempt_id = attempt.id) as begun,
           coalesce((
             select state.elements from item_state state
              where state.attempt_id = attempt.id and state.item_identifier = ${item}), '{}'::jsonb
           ) as elements,
           coalesce(
             (select json_build_object('session', entry.session, 'final', entry.final)
                from commit_entry entry
               where entry.attempt_id = attempt.id and entry.item_identifier = ${item}
               order by entry.sequence desc limit 1),
             (select json_build_object('session', held ->> 'session', 'final', (held ->> 'isEnded')::boolean)
                from (select base.state -> 'items' -> ${item} as held) kept where held is not null)
           ) as latest,
           coalesce(
             (select entry.elements ->> name
                from commit_entry entry, unnest(${sessionTimeElements}::text[]) as name
               where entry.attempt_id = attempt.id and entry.session = ${session}
                 and jsonb_exists(entry.elements, name)
               order by entry.sequence desc limit 1),
             base.state -> 'sessions' ->> ${session}
           ) as "sessionTime"
      from attempt
      left join trail_base base on base.attempt_id = attempt.id
      join registration on registration.id = attempt.registration_id
      join module_version version on version.id = registration.module_version_id
      join content_package package on package.id = registration.package_id
     where attempt.id = ${attemptId}::uuid`,
  )
  return found
}

const control = (name: string, otherwise: boolean) => sql`
  coalesce((item.sequencing #>> ${`{deliveryControls,${name}}`}::text[])::boolean, ${otherwise}::boolean)`

/** What of an item decides, as JSON; to stand where `item` is a package_item. */
export const itemFacts = sql`
  json_build_object(
    'identifier', item.identifier, 'type', item.type, 'masteryScore', item.mastery_score,
    'scaledPassingScore', item.scaled_passing_score,
    'completionThreshold', item.completion_threshold,
    'completionSetByContent', ${control('completionSetByContent', false)},
    'objectiveSetByContent', ${control('objectiveSetByContent', false)},
    'tracked', ${control('tracked', true)})`

export interface CommitToWrite {
  entry: TrailEntry
  /** The launch that must still be the attempt's writer; null where any may be. */
  guard: string | null
  /** Seals the entry. */
  hash: string
  item: AppliedCommit
  attempt: Progress
}

export interface NewCompletion {
  id: string
  personId: string
  moduleId: string
  moduleVersionId: string
  completedOn: Day
}

// Text and not sql``: each commit sends it, and putting it together would cost more than sending it.
// The attempt must still be where the decision left it: the same writer, the sequence before.
const guardedCommit = `
  guarded as (
    update attempt
       set last_sequence = $2::int, last_item = $3::text, last_commit_at = $4::timestamptz,
           completion = $5::text, success = $6::text, score_scaled = $7::float8,
           total_seconds = $8::int, trail_hash = $9::text,
           completed_at = coalesce(completed_at, case when $5::text = 'completed' then $4::timestamptz end)
     where id = $1::uuid and last_sequence = $2::int - 1
       and ($10::text is null or writer = $10::text)
    returning id
  ), trail as (
    insert into commit_entry
           (attempt_id, sequence, entry, item_identifier, received_at, source, writer, session, final,
            elements, patches, refused, bytes, hash)
    select id, $2::int, $25::text, $3::text, $4::timestamptz, $11::text, $12::text, $13::text, $14::boolean,
           $15::jsonb, $16::jsonb, $17::jsonb, $18::int, $9::text
      from guarded
  ), state as (
    insert into item_state as held
           (attempt_id, item_identifier, elements, completion, success, score_scaled, total_seconds)
    select id, $3::text, $15::jsonb || $19::jsonb, $20::text, $21::text, $22::float8, $23::int
      from guarded
    on conflict (attempt_id, item_identifier) do update
       set elements = (held.elements - $24::text[]) || excluded.elements,
           completion = excluded.completion, success = excluded.success,
           score_scaled = excluded.score_scaled, total_seconds = excluded.total_seconds
  )`

const commitStatement = `with ${guardedCommit} select 1 from guarded`

/** The places that `guardedCommit` and a completion take. */
const completionPlaces = 30

/** A person completes a version once: where they have before, there is nothing fresh. */
const completionStatement = `
  fresh as (
    insert into completion
           (id, person_id, module_id, module_version_id, attempt_id, completed_at, completed_on,
            score_scaled, source)
    select $26::uuid, $27::uuid, $28::uuid, $29::uuid, id, $4::timestamptz, $30::date, $7::float8,
           'played'
      from guarded
    on conflict (person_id, module_version_id) do nothing
    returning id, person_id, completed_on
  ), placed as (${placeFreshCompletions.text})`

const completingWith = `with ${guardedCommit}, ${completionStatement}`

/** Writes a commit, in one statement. False when something else has come in between. */
export async function writeCommit(write: CommitToWrite): Promise<boolean> {
  const values = valuesOf(write)
  const written = await preparedRows({ text: commitStatement, values })
  return written.length > 0
}

/**
 * The same of the commit that completes an attempt: with the completion, where the person worked on its
 * day, and the event where anybody awaits it, the latter three only where they had not completed this
 * version before.
 */
export async function writeCompletingCommit(
  write: CommitToWrite,
  completion: NewCompletion,
): Promise<boolean> {
  const { id, personId, moduleId, moduleVersionId, completedOn } = completion
  const { attemptId } = write.entry
  const event = moduleCompleted({ id, personId, moduleId, moduleVersionId, attemptId })
  const queueing = await emissionOf(event, { after: completionPlaces, from: 'fresh' })
  const values = [
    ...valuesOf(write),
    ...[id, personId, moduleId, moduleVersionId, completedOn],
    ...(queueing?.values ?? []),
  ]
  const queued = queueing ? `, queued as (${queueing.text})` : ''
  const text = `${completingWith}${queued} select 1 from guarded`
  const written = await preparedRows({ text, values })
  return written.length > 0
}

function valuesOf({ entry, guard, hash, item, attempt }: CommitToWrite): unknown[] {
  return [
    entry.attemptId,
    entry.sequence,
    entry.item,
    entry.receivedAt.toISOString(),
    attempt.completion,
    attempt.success,
    attempt.scoreScaled,
    attempt.totalSeconds,
    hash,
    guard,
    entry.source,
    entry.writer,
    entry.session,
    entry.final,
    JSON.stringify(entry.elements),
    entry.patches && JSON.stringify(entry.patches),
    entry.refused && JSON.stringify(entry.refused),
    entry.bytes,
    JSON.stringify(beyond(entry.elements, item.merge)),
    item.progress.completion,
    item.progress.success,
    item.progress.scoreScaled,
    item.progress.totalSeconds,
    item.drop,
    entry.entry,
  ]
}

/** What a commit changes beside the elements that it has, so that long texts are sent once. */
function beyond(
  elements: CmiElements,
  merge: Readonly<Record<string, string>>,
): Record<string, string> {
  const more: Record<string, string> = {}
  for (const [name, text] of Object.entries(merge)) {
    if (elements[name] !== text) more[name] = storedText(text)
  }
  return more
}
