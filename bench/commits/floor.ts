import { createHash } from 'node:crypto'
import pg from 'pg'
import { newId } from '~/kernel/ids.ts'
import { commitNumber, commitsOfAttempt, type Send } from './load.ts'

const rows = `
  with guarded as (
    update attempt
       set last_sequence = $2::int, last_item = $3, last_commit_at = $4::timestamptz,
           completion = $5, success = $6, score_scaled = $7::float8, total_seconds = $8::int,
           trail_hash = $9, completed_at = case when $10::boolean then $4::timestamptz end
     where id = $1::uuid and last_sequence = $2::int - 1 and writer = $11
    returning id
  ), trail as (
    insert into commit_entry
           (attempt_id, sequence, item_identifier, received_at, source, writer, session, final, elements,
            bytes, hash)
    select id, $2::int, $3, $4::timestamptz, $12, $11, $13, $10::boolean, $14::jsonb, $15::int, $9
      from guarded
  ), state as (
    insert into item_state as held
           (attempt_id, item_identifier, elements, completion, success, score_scaled, total_seconds)
    select id, $3, $14::jsonb, $5, $6, $7::float8, $8::int from guarded
    on conflict (attempt_id, item_identifier) do update
       set elements = held.elements || excluded.elements, completion = excluded.completion,
           success = excluded.success, score_scaled = excluded.score_scaled,
           total_seconds = excluded.total_seconds
  )`

const completing = `
  , fresh as (
    insert into completion
           (id, person_id, module_id, module_version_id, attempt_id, completed_at, completed_on,
            score_scaled, source)
    select $16::uuid, registration.person_id, $17::uuid, registration.module_version_id, guarded.id,
           $4::timestamptz, $4::timestamptz::date, $7::float8, 'played'
      from guarded
      join attempt on attempt.id = guarded.id
      join registration on registration.id = attempt.registration_id
    returning id, person_id, completed_on
  ), placed as (
    insert into completion_affiliation
           (completion_id, affiliation_id, profession_group, affiliation_kind, affiliation_status)
    select fresh.id, affiliation.id, affiliation.profession_group, affiliation.kind, affiliation.status
      from fresh join affiliation on affiliation.person_id = fresh.person_id
  )`

/**
 * The floor: what the rows of a commit cost in the database and on the way there, and nothing else. One
 * prepared statement and one round trip for each, on a connection of its own; the values are ready.
 */
export async function floorSender(url: string, moduleId: string): Promise<Send> {
  const client = new pg.Client(url)
  await client.connect()
  const at = new Date().toISOString()
  const ready = Array.from({ length: commitsOfAttempt }, (_, index) => {
    const commit = commitNumber(index + 1)
    const elements = JSON.stringify(commit.elements)
    return { commit, elements, hash: createHash('sha256').update(elements).digest('base64url') }
  })
  return async ({ id, writer }, sequence) => {
    const { commit, elements, hash } = ready[sequence - 1]!
    const { item, source, session, final } = commit
    const reached = final ? ['completed', 'passed'] : ['incomplete', 'unknown']
    const standing = [...reached, sequence * 0.09, sequence * 60]
    const sent = [final, writer, source, session, elements, 2_300]
    const values = [id, sequence, item, at, ...standing, hash, ...sent]
    const completion = final && [newId(), moduleId]
    const result = await client.query({
      name: final ? 'completing' : 'commit',
      text: `${rows}${final ? completing : ''} select 1 from guarded`,
      values: completion ? [...values, ...completion] : values,
    })
    return result.rowCount === 1
  }
}
