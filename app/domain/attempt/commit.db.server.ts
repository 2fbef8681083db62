import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import type { Day } from '~/kernel/dates.ts'
import type { CmiElements, Completion } from '~/standards/scorm/cmi.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'
import { decidingElements, sessionTimeElements } from '~/standards/scorm/runtime-rules.ts'
import { database } from '~/platform/db/database.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { rulesOf } from './attempt.db.server.ts'
import { placeFreshCompletions } from './completion.db.server.ts'
import {
  scoredElement,
  type AppliedCommit,
  type ItemFacts,
  type ItemStanding,
  type Progress,
} from './commit-rules.ts'
import { storedElements } from './element-text.ts'
import type { CommitMessage } from '~/kernel/player-protocol.ts'

export interface CommitGround {
  personId: string
  moduleId: string
  moduleVersionId: string
  lastSequence: number
  writer: string | null
  completion: Completion
  edition: ScormEdition
  /** Those that the attempt began with; null for the usual ones. */
  rules: AttemptRules | null
  /** Who sent the commit that has this sequence, where there is one. */
  heldBy: string | null
  /** What decides over the item that the commit is of; null when the package has no such item. */
  facts: ItemFacts | null
  /** All that can be launched. */
  items: (ItemStanding & { identifier: string })[]
  elements: CmiElements
  lastSession: string | null
  sessionTime: string | null
}

const isTracked = sql`
  coalesce((item.sequencing #>> '{deliveryControls,tracked}')::boolean, true)`

const read = [...decidingElements, scoredElement]

/** All that decides over a commit, in one question to the database. */
export async function selectCommitGround(
  attemptId: string,
  commit: CommitMessage,
): Promise<CommitGround | undefined> {
  const { sequence, item, session, elements } = commit
  const tellsTime = sessionTimeElements.some((name) => name in elements)
  const [found] = await ask<CommitGround>(
    'attempt.commit-ground',
    sql`
    select registration.person_id as "personId", version.module_id as "moduleId",
           version.id as "moduleVersionId", attempt.last_sequence as "lastSequence", attempt.writer,
           attempt.completion, package.edition,
           ${rulesOf(sql`attempt.rule_id`)} as rules,
           (select entry.writer from commit_entry entry
             where entry.attempt_id = attempt.id and entry.sequence = ${sequence}::int) as "heldBy",
           (select json_build_object(
                      'type', item.type, 'masteryScore', item.mastery_score,
                      'scaledPassingScore', item.scaled_passing_score,
                      'completionThreshold', item.completion_threshold,
                      'completionSetByContent', coalesce(
                        (item.sequencing #>> '{deliveryControls,completionSetByContent}')::boolean, false),
                      'objectiveSetByContent', coalesce(
                        (item.sequencing #>> '{deliveryControls,objectiveSetByContent}')::boolean, false),
                      'tracked', ${isTracked})
              from package_item item
             where item.package_id = registration.package_id and item.identifier = ${item}
               and item.launch_path is not null) as facts,
           coalesce((
             select json_agg(json_build_object(
                      'identifier', item.identifier, 'type', item.type, 'tracked', ${isTracked},
                      'completion', coalesce(state.completion, 'not attempted'),
                      'success', coalesce(state.success, 'unknown'), 'scoreScaled', state.score_scaled,
                      'totalSeconds', coalesce(state.total_seconds, 0)) order by item.position)
               from package_item item
               left join item_state state
                 on state.attempt_id = attempt.id and state.item_identifier = item.identifier
              where item.package_id = registration.package_id and item.launch_path is not null
           ), '[]'::json) as items,
           coalesce((
             select jsonb_object_agg(name, state.elements -> name)
               from item_state state, unnest(${read}::text[]) as name
              where state.attempt_id = attempt.id and state.item_identifier = ${item}
                and jsonb_exists(state.elements, name)
           ), '{}'::jsonb) as elements,
           (select entry.session from commit_entry entry
             where entry.attempt_id = attempt.id and entry.item_identifier = ${item}
             order by entry.sequence desc limit 1) as "lastSession",
           case when ${tellsTime}::boolean then (
             select entry.elements ->> name
               from commit_entry entry, unnest(${sessionTimeElements}::text[]) as name
              where entry.attempt_id = attempt.id and entry.session = ${session}
                and jsonb_exists(entry.elements, name)
              order by entry.sequence desc limit 1) end as "sessionTime"
      from attempt
      join registration on registration.id = attempt.registration_id
      join module_version version on version.id = registration.module_version_id
      join content_package package on package.id = registration.package_id
     where attempt.id = ${attemptId}::uuid`,
  )
  return found
}

export interface CommitToWrite {
  attemptId: string
  writer: string
  receivedAt: Date
  commit: CommitMessage
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

function commitStatement({ attemptId, writer, receivedAt, ...write }: CommitToWrite): Sql {
  const { commit, item, attempt, completedAt } = write
  const { completion, success, scoreScaled, totalSeconds } = item.progress
  return sql`
    with guarded as (
      update attempt
         set last_sequence = ${commit.sequence}::int, last_item = ${commit.item},
             last_commit_at = ${receivedAt}::timestamptz, completion = ${attempt.completion},
             success = ${attempt.success}, score_scaled = ${attempt.scoreScaled}::float8,
             total_seconds = ${attempt.totalSeconds}::int,
             completed_at = coalesce(completed_at, ${completedAt}::timestamptz)
       where id = ${attemptId}::uuid and writer = ${writer}
         and last_sequence = ${commit.sequence - 1}::int
      returning id
    ), trail as (
      insert into commit_entry
             (attempt_id, sequence, item_identifier, received_at, source, writer, session, final, elements)
      select id, ${commit.sequence}::int, ${commit.item}, ${receivedAt}::timestamptz, ${commit.source},
             ${writer}, ${commit.session}, ${commit.final}::boolean,
             ${JSON.stringify(storedElements(commit.elements))}::jsonb
        from guarded
    ), state as (
      insert into item_state as held
             (attempt_id, item_identifier, elements, completion, success, score_scaled, total_seconds)
      select id, ${commit.item}, ${JSON.stringify(storedElements(item.merge))}::jsonb, ${completion},
             ${success}, ${scoreScaled}::float8, ${totalSeconds}::int
        from guarded
      on conflict (attempt_id, item_identifier) do update
         set elements = (held.elements - ${[...item.drop]}::text[]) || excluded.elements,
             completion = excluded.completion, success = excluded.success,
             score_scaled = excluded.score_scaled, total_seconds = excluded.total_seconds
    )
    select id::text from guarded`
}

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
