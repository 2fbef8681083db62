import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import {
  quietMinutes,
  type AttemptStory,
  type RefusedElement,
  type SessionTold,
  type StoryCompletion,
  type StoryPart,
  type Stretch,
} from './attempt-story.ts'
import type { NotUnderstoodTold } from './not-understood.ts'

export async function selectAttemptsByCode(
  codes: string[],
): Promise<{ attemptId: string; supportCode: string }[]> {
  if (codes.length === 0) return []
  return rows(sql`
    select id as "attemptId", support_code as "supportCode" from attempt
     where support_code = any(${codes}::text[]) limit 2`)
}

type Shown = Pick<
  AttemptStory,
  | 'attemptId'
  | 'supportCode'
  | 'number'
  | 'others'
  | 'module'
  | 'versionNumber'
  | 'edition'
  | 'startedAt'
  | 'lastCommitAt'
  | 'completion'
  | 'success'
  | 'scoreScaled'
  | 'totalSeconds'
  | 'isOpenedSince'
>

export interface StoryHead {
  /** What the page shows as it is. */
  shown: Shown
  personId: string
  givenName: string
  familyName: string
  completedAt: Date | null
  lastSequence: number
  /** How many the trail has. */
  commits: number
  base: { sequence: number; compactedAt: Date } | null
}

/** The launches whose commits have gone into the trail's base. */
const writersBefore = (attemptId: Sql) => sql`
  array(select span ->> 'writer'
          from trail_base base, jsonb_array_elements(base.state -> 'writers') span
         where base.attempt_id = ${attemptId})`

type FoundHead = Shown &
  Omit<StoryHead, 'shown' | 'base'> & { baseSequence: number | null; compactedAt: Date | null }

/** The attempt itself, its module and its person. */
export async function selectStoryHead(attemptId: string): Promise<StoryHead | undefined> {
  const found = await firstRow<FoundHead>(sql`
    select attempt.id as "attemptId", attempt.support_code as "supportCode", attempt.number,
           coalesce((
             select json_agg(json_build_object('supportCode', other.support_code,
                                               'number', other.number) order by other.number)
               from (select support_code, number from attempt other
                      where other.registration_id = registration.id and other.id <> attempt.id
                      order by number desc limit 20) other), '[]'::json) as others,
           json_build_object('titleSv', module.title_sv, 'titleEn', module.title_en) as module,
           version.number as "versionNumber", package.edition, attempt.started_at as "startedAt",
           attempt.last_commit_at as "lastCommitAt", attempt.completed_at as "completedAt",
           attempt.completion, attempt.success, attempt.score_scaled as "scoreScaled",
           attempt.total_seconds as "totalSeconds", attempt.last_sequence as "lastSequence",
           person.id as "personId", person.given_name as "givenName",
           person.family_name as "familyName", base.sequence as "baseSequence",
           base.compacted_at as "compactedAt",
           (select count(*) from commit_entry where attempt_id = attempt.id) as commits,
           attempt.writer is not null and base.sequence is distinct from attempt.last_sequence
             and attempt.writer <> all(${writersBefore(sql`attempt.id`)})
             and not exists (
               select 1 from commit_entry
                where attempt_id = attempt.id and writer = attempt.writer) as "isOpenedSince"
      from attempt
      join registration on registration.id = attempt.registration_id
      join person on person.id = registration.person_id
      join module_version version on version.id = registration.module_version_id
      join module on module.id = version.module_id
      join content_package package on package.id = registration.package_id
      left join trail_base base on base.attempt_id = attempt.id
     where attempt.id = ${attemptId}::uuid`)
  if (!found) return undefined
  const { personId, givenName, familyName, completedAt, lastSequence, commits, ...rest } = found
  const { baseSequence, compactedAt, ...shown } = rest
  const base =
    baseSequence !== null && compactedAt !== null ? { sequence: baseSequence, compactedAt } : null
  return { shown, personId, givenName, familyName, completedAt, lastSequence, commits, base }
}

/** The parts that can be opened, in document order. */
export async function selectStoryParts(attemptId: string): Promise<StoryPart[]> {
  return rows<StoryPart>(sql`
    select item.identifier, item.title, item.depth,
           coalesce(state.completion, 'not attempted') as completion,
           coalesce(state.success, 'unknown') as success, state.score_scaled as "scoreScaled",
           coalesce(state.total_seconds, 0) as "totalSeconds"
      from attempt
      join registration on registration.id = attempt.registration_id
      join package_item item on item.package_id = registration.package_id
      left join item_state state
        on state.attempt_id = attempt.id and state.item_identifier = item.identifier
     where attempt.id = ${attemptId}::uuid and item.launch_path is not null
     order by item.position`)
}

/** The first completion of the version by the attempt's person, with where they worked on its day. */
export async function selectStoryCompletion(attemptId: string): Promise<StoryCompletion | null> {
  const found = await firstRow<StoryCompletion>(sql`
    select completion.completed_at as "completedAt",
           completion.attempt_id is distinct from attempt.id as "isOther",
           coalesce((
             select json_agg(json_build_object('organisation', organisation.name, 'unit', unit.name,
                                               'status', worked.affiliation_status)
                             order by organisation.name, unit.name)
               from completion_affiliation worked
               left join unit on unit.id = worked.unit_id
               left join unit_placement placement on placement.unit_id = unit.id
                and placement.valid_from <= completion.completed_on
                and (placement.valid_to is null or placement.valid_to > completion.completed_on)
               left join organisation on organisation.id = placement.organisation_id
              where worked.completion_id = completion.id), '[]'::json) as places
      from attempt
      join registration on registration.id = attempt.registration_id
      join completion on completion.person_id = registration.person_id
       and completion.module_version_id = registration.module_version_id
     where attempt.id = ${attemptId}::uuid`)
  return found ?? null
}

/** What note-not-understood.server.ts has noted of an attempt, the latest first. */
export async function selectNotUnderstood(attemptId: string): Promise<NotUnderstoodTold[]> {
  return rows<NotUnderstoodTold>(sql`
    select detail ->> 'what' as what, count(*) as times, min(at) as from, max(at) as to
      from audit_entry
     where subject_id = ${attemptId} and action = 'attempt.not-understood'
     group by 1 order by max(at) desc`)
}

export interface StretchRow extends Omit<Stretch, 'parts' | 'refused' | 'sessions'> {
  firstSequence: number
  lastSequence: number
  /** Identifiers. */
  items: string[]
}

// A stretch ends where another launch writes, or where nothing has come for long.
const numbered = (attemptId: string) => sql`
  marked as (
    select entry.*, lag(writer) over trail is distinct from writer
             or received_at - lag(received_at) over trail > make_interval(mins => ${quietMinutes}::int)
             as begins
      from (select sequence, writer, source, received_at, final, item_identifier
              from commit_entry where attempt_id = ${attemptId}::uuid) entry
    window trail as (order by sequence)
  ), numbered as (
    select *, count(*) filter (where begins) over (order by sequence) as stretch,
           min(sequence) over (partition by writer) as "launchFrom"
      from marked
  )`

export async function countStretches(attemptId: string): Promise<number> {
  const counted = await firstRow<{ count: number }>(sql`
    with ${numbered(attemptId)} select coalesce(max(stretch), 0) as count from numbered`)
  return counted!.count
}

/** In the order of their commits. */
export async function selectStretches(
  attemptId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<StretchRow[]> {
  return rows<StretchRow>(sql`
    with ${numbered(attemptId)}
    select min(sequence) as "firstSequence", max(sequence) as "lastSequence",
           min(sequence) = min("launchFrom")
             and min(writer) <> all(${writersBefore(sql`${attemptId}::uuid`)}) as "beginsLaunch",
           min(received_at) as from, max(received_at) as to, count(*) as commits,
           count(*) filter (where source = 'replayed') as replayed,
           count(*) filter (where source = 'exit') as exits,
           (array_agg(case when final then 'content' when source = 'exit' then 'exit' end
                      order by sequence desc))[1] as "endedBy",
           (array_agg(distinct item_identifier))[1:10] as items
      from numbered
     where stretch > ${offset}::int and stretch <= ${offset + limit}::int
     group by stretch order by stretch`)
}

/** Commits from one sequence to another. */
type Span = Pick<StretchRow, 'firstSequence' | 'lastSequence'>

const spansOf = (spans: Span[]) => sql`
  unnest(${spans.map(({ firstSequence }) => firstSequence)}::int[],
         ${spans.map(({ lastSequence }) => lastSequence)}::int[])
    with ordinality as span (first, last, number)`

/** What was refused in each of the stretches, the commonest first. */
export async function selectRefused(
  attemptId: string,
  spans: Span[],
): Promise<(RefusedElement & { stretch: number })[]> {
  return rows(sql`
    select span.number - 1 as stretch, told.element, told.code, told.clause,
           count(distinct entry.sequence) as commits
      from ${spansOf(spans)}
      join commit_entry entry on entry.attempt_id = ${attemptId}::uuid
       and entry.sequence between span.first and span.last and entry.refused is not null
     cross join lateral jsonb_array_elements(entry.refused) as refusal
     cross join lateral (
       select regexp_replace(left(refusal ->> 'element', 100), '\\.\\d+(?=\\.|$)', '.n', 'g') as element,
              refusal ->> 'code' as code, refusal ->> 'clause' as clause) told
     group by span.number, told.element, told.code, told.clause
     order by span.number, commits desc, told.element limit 100`)
}

/** What content said of its sessions' time in each of the stretches, last of all. */
export async function selectSessionTimes(
  attemptId: string,
  spans: Span[],
  element: string,
): Promise<(SessionTold & { stretch: number })[]> {
  return rows(sql`
    with told as (
      select span.number, span.first, entry.session,
             (array_agg(left(entry.elements ->> ${element}, 40) order by entry.sequence desc))[1] as told
        from ${spansOf(spans)}
        join commit_entry entry on entry.attempt_id = ${attemptId}::uuid
         and entry.sequence between span.first and span.last
         and jsonb_exists(entry.elements, ${element})
       group by span.number, span.first, entry.session
    )
    select number - 1 as stretch, told,
           coalesce(
             (select left(entry.elements ->> ${element}, 40) from commit_entry entry
               where entry.attempt_id = ${attemptId}::uuid and entry.session = told.session
                 and entry.sequence < told.first and jsonb_exists(entry.elements, ${element})
               order by entry.sequence desc limit 1),
             (select base.state -> 'sessions' ->> told.session from trail_base base
               where base.attempt_id = ${attemptId}::uuid)) as before
      from told`)
}
