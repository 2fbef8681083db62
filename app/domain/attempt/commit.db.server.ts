import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import type { Day } from '~/kernel/dates.ts'
import type { CommitMessage } from '~/kernel/player-protocol.ts'
import type { CmiElements } from '~/standards/scorm/cmi.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'
import { sessionTimeElements } from '~/standards/scorm/runtime-rules.ts'
import { database } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { rulesOf } from './attempt.db.server.ts'
import { placeFreshCompletions } from './completion.db.server.ts'
import type { AppliedCommit, ItemFacts, Progress } from './commit-rules.ts'
import { storedElements } from './element-text.ts'
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
  const [found] = await ask<CommitGroundRow>(
    'attempt.commit-ground',
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
  /** When this commit completes the attempt. */
  completedAt: Date | null
}

/**
 * Writes a commit in one statement, if the attempt still is where the decision left it: the same
 * writer, the sequence before. False when something else came in between.
 */
export async function writeCommit(write: CommitToWrite, tx?: Tx): Promise<boolean> {
  const query = commitStatement(write)
  const written = tx
    ? await txRows<{ id: string }>(tx, query)
    : await ask<{ id: string }>('attempt.write-commit', query)
  return written.length > 0
}

function commitStatement({ entry, guard, hash, item, attempt, completedAt }: CommitToWrite): Sql {
  const { completion, success, scoreScaled, totalSeconds } = item.progress
  const receivedAt = entry.receivedAt.toISOString()
  return sql`
    with guarded as (
      update attempt
         set last_sequence = ${entry.sequence}::int, last_item = ${entry.item},
             last_commit_at = ${receivedAt}::timestamptz, completion = ${attempt.completion},
             success = ${attempt.success}, score_scaled = ${attempt.scoreScaled}::float8,
             total_seconds = ${attempt.totalSeconds}::int, trail_hash = ${hash},
             completed_at = coalesce(completed_at, ${completedAt?.toISOString()}::timestamptz)
       where id = ${entry.attemptId}::uuid and last_sequence = ${entry.sequence - 1}::int
         and (${guard}::text is null or writer = ${guard})
      returning id
    ), trail as (
      insert into commit_entry
             (attempt_id, sequence, item_identifier, received_at, source, writer, session, final, elements,
              patches, refused, bytes, hash)
      select id, ${entry.sequence}::int, ${entry.item}, ${receivedAt}::timestamptz, ${entry.source},
             ${entry.writer}, ${entry.session}, ${entry.final}::boolean,
             ${JSON.stringify(entry.elements)}::jsonb, ${jsonOrNull(entry.patches)}::jsonb,
             ${jsonOrNull(entry.refused)}::jsonb, ${entry.bytes}::int, ${hash}
        from guarded
    ), state as (
      insert into item_state as held
             (attempt_id, item_identifier, elements, completion, success, score_scaled, total_seconds)
      select id, ${entry.item}, ${JSON.stringify(storedElements(item.merge))}::jsonb, ${completion},
             ${success}, ${scoreScaled}::float8, ${totalSeconds}::int
        from guarded
      on conflict (attempt_id, item_identifier) do update
         set elements = (held.elements - ${[...item.drop]}::text[]) || excluded.elements,
             completion = excluded.completion, success = excluded.success,
             score_scaled = excluded.score_scaled, total_seconds = excluded.total_seconds
    )
    select id::text from guarded`
}

const jsonOrNull = (value: object | null) => value && JSON.stringify(value)

export interface NewCompletion {
  id: string
  personId: string
  moduleId: string
  moduleVersionId: string
  attemptId: string
  completedAt: Date
  completedOn: Day
  scoreScaled: number | null
}

/** False when the person has completed this version before. */
export async function insertCompletion(tx: Tx, completion: NewCompletion): Promise<boolean> {
  const { id, personId, moduleId, moduleVersionId, attemptId, completedAt, completedOn } =
    completion
  const inserted = await txRows(
    tx,
    sql`
    with fresh as (
      insert into completion
             (id, person_id, module_id, module_version_id, attempt_id, completed_at, completed_on,
              score_scaled, source)
      values (${id}::uuid, ${personId}::uuid, ${moduleId}::uuid, ${moduleVersionId}::uuid,
              ${attemptId}::uuid, ${completedAt}::timestamptz, ${completedOn}::date,
              ${completion.scoreScaled}::float8, 'played')
      on conflict (person_id, module_version_id) do nothing
      returning id, person_id, completed_on
    ), placed as (${placeFreshCompletions})
    select id::text from fresh`,
  )
  return inserted.length > 0
}

/** Asked by every commit: prepared once per connection where the server keeps connections apart. */
async function ask<Row>(name: string, { text, values }: Sql): Promise<Row[]> {
  const { pool, kind } = database()
  // The embedded database is one session, in which a second connection would prepare the name twice.
  const result = await pool.query(kind === 'served' ? { name, text, values } : { text, values })
  return result.rows as Row[]
}
