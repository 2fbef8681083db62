import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { rulesOf } from './attempt.db.server.ts'
import { itemFacts } from './commit.db.server.ts'
import type { Progress } from './commit-rules.ts'
import type { TrailBase } from './trail-base.ts'
import type { TrailEntry } from './trail-entry.ts'
import type { AttemptFacts } from './trail.ts'

/** An attempt's state, read at one moment. */
export interface AttemptRow {
  id: string
  supportCode: string
  lastSequence: number
  trailHash: string
  lastItem: string | null
  progress: Progress
  edition: AttemptFacts['edition']
  rules: AttemptRules | null
  facts: AttemptFacts['items']
  /** Elements are as they are stored. */
  states: (Progress & { identifier: string; elements: Record<string, string> })[]
  base: TrailBase | null
  /** Whether the person has a completion of the version. */
  isCounted: boolean
}

/** The attempts after one, by their ids; or the one with a support code. */
export async function selectAttemptRows(
  after: string,
  limit: number,
  supportCode: string | null,
): Promise<AttemptRow[]> {
  return rows<AttemptRow>(sql`
    select attempt.id, attempt.support_code as "supportCode",
           attempt.last_sequence as "lastSequence", attempt.trail_hash as "trailHash",
           attempt.last_item as "lastItem",
           json_build_object('completion', attempt.completion, 'success', attempt.success,
                             'scoreScaled', attempt.score_scaled,
                             'totalSeconds', attempt.total_seconds) as progress,
           package.edition, ${rulesOf(sql`attempt.rule_id`)} as rules,
           (select coalesce(json_agg(${itemFacts} order by item.position), '[]'::json)
              from package_item item
             where item.package_id = package.id and item.launch_path is not null) as facts,
           (select coalesce(json_agg(json_build_object(
                     'identifier', state.item_identifier, 'completion', state.completion,
                     'success', state.success, 'scoreScaled', state.score_scaled,
                     'totalSeconds', state.total_seconds, 'elements', state.elements)), '[]'::json)
              from item_state state where state.attempt_id = attempt.id) as states,
           (select json_build_object('sequence', base.sequence, 'hash', base.hash,
                                     'state', base.state, 'baseHash', base.base_hash)
              from trail_base base where base.attempt_id = attempt.id) as base,
           exists (select 1 from completion
                    where completion.person_id = registration.person_id
                      and completion.module_version_id = registration.module_version_id) as "isCounted"
      from attempt
      join registration on registration.id = attempt.registration_id
      join content_package package on package.id = registration.package_id
     where attempt.id > ${after}::uuid
       and (${supportCode}::text is null or attempt.support_code = ${supportCode})
     order by attempt.id limit ${limit}::int`)
}

/** The commits after one, up to and with another, in the order of their sequence. */
export async function selectTrailRows(
  attemptId: string,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<(TrailEntry & { hash: string })[]> {
  return rows(sql`
    select attempt_id as "attemptId", sequence, entry, item_identifier as item, received_at as "receivedAt",
           source, writer, session, final, elements, patches, refused, bytes, hash
      from commit_entry
     where attempt_id = ${attemptId}::uuid and sequence > ${after}::int and sequence <= ${upTo}::int
     order by sequence limit ${limit}::int`)
}

/**
 * Attempts after one whose trail can be made shorter: sealed, with nothing new since a moment, and at
 * least so many commits beside their base.
 */
export async function selectTrailsToCompact(
  after: string,
  { quietSince, atLeast, limit }: { quietSince: Date; atLeast: number; limit: number },
): Promise<{ id: string; supportCode: string }[]> {
  return rows(sql`
    select attempt.id, attempt.support_code as "supportCode" from attempt
     where attempt.id > ${after}::uuid and attempt.last_commit_at < ${quietSince}::timestamptz
       and attempt.trail_hash <> ''
       and (select count(*) from commit_entry entry where entry.attempt_id = attempt.id) >= ${atLeast}::int
     order by attempt.id limit ${limit}::int`)
}

/**
 * Puts a base in the place of the commits that it holds, if the attempt has none beside these. False when
 * something came in between.
 */
export async function replaceByBase(
  attemptId: string,
  { sequence, hash, state, baseHash }: TrailBase,
  at: Date,
): Promise<boolean> {
  const replaced = await rows(sql`
    with locked as (
      select id from attempt
       where id = ${attemptId}::uuid and last_sequence = ${sequence}::int and trail_hash = ${hash}
         for update
    ), removed as (
      delete from commit_entry using locked
       where commit_entry.attempt_id = locked.id and commit_entry.sequence <= ${sequence}::int
    )
    insert into trail_base as base (attempt_id, sequence, state, hash, base_hash, compacted_at)
    select id, ${sequence}::int, ${JSON.stringify(state)}::jsonb, ${hash}, ${baseHash}, ${at}::timestamptz
      from locked
    on conflict (attempt_id) do update
       set sequence = excluded.sequence, state = excluded.state, hash = excluded.hash,
           base_hash = excluded.base_hash, compacted_at = excluded.compacted_at
    returning attempt_id`)
  return replaced.length > 0
}
