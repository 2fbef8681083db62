import type { FoldedCompletions, MergedAccounts } from '~/domain/identity/merge.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/**
 * Registrations and attempts of the closed account become the kept one's. Where both have registered for a version,
 * attempts stand in one row by when they began; nothing in them changes but who may go on writing: nobody, until
 * the person opens the module again.
 * @returns how many attempts went over
 */
export async function moveAttempts(tx: Tx, { keptId, closedId }: MergedAccounts): Promise<number> {
  const moved = await txRows(
    tx,
    sql`update attempt set writer = null from registration
         where registration.id = attempt.registration_id
           and registration.person_id = ${closedId}::uuid returning 1`,
  )
  const shared = await txRows<{ fromId: string; toId: string }>(
    tx,
    sql`select own.id::text as "fromId", kept.id::text as "toId"
          from registration own
          join registration kept on kept.module_version_id = own.module_version_id
           and kept.person_id = ${keptId}::uuid
         where own.person_id = ${closedId}::uuid order by own.id`,
  )
  const from = shared.map(({ fromId }) => fromId)
  const to = shared.map(({ toId }) => toId)
  // By way of negative numbers, since no two attempts of a registration may have the same at any moment.
  await txRows(
    tx,
    sql`update attempt set registration_id = pair.to_id, number = -number
          from unnest(${from}::uuid[], ${to}::uuid[]) as pair (from_id, to_id)
         where attempt.registration_id = pair.from_id`,
  )
  await txRows(
    tx,
    sql`update attempt set number = -1000000 - ordered.number
          from (select id, row_number() over (
                         partition by registration_id order by started_at, id) as number
                  from attempt where registration_id = any(${to}::uuid[])) ordered
         where ordered.id = attempt.id`,
  )
  await txRows(
    tx,
    sql`update attempt set number = -1000000 - number where registration_id = any(${to}::uuid[])`,
  )
  await txRows(tx, sql`delete from registration where id = any(${from}::uuid[])`)
  await txRows(
    tx,
    sql`update registration set person_id = ${keptId}::uuid where person_id = ${closedId}::uuid`,
  )
  return moved.length
}

/**
 * Completions of the closed account become the kept one's. Where both have completed the same, the earlier one
 * stays with the workplaces of its day; the attempt that gave the other keeps all that it held.
 * @returns how many went over, and which ones said the same as another
 */
export async function moveCompletions(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
): Promise<{ moved: number; folded: FoldedCompletions }> {
  const same = await txRows<{ goes: string; stays: string }>(
    tx,
    sql`select (case when is_later then own_id else kept_id end)::text as goes,
               (case when is_later then kept_id else own_id end)::text as stays
          from (select own.id as own_id, kept.id as kept_id,
                       (own.completed_at, own.id) > (kept.completed_at, kept.id) as is_later
                  from completion own
                  join completion kept on kept.module_id = own.module_id
                   and (kept.module_version_id = own.module_version_id
                        or (kept.module_version_id is null and own.module_version_id is null
                            and kept.completed_on = own.completed_on))
                 where own.person_id = ${closedId}::uuid and kept.person_id = ${keptId}::uuid) twice`,
  )
  const going = same.map(({ goes }) => goes)
  await txRows(
    tx,
    sql`delete from completion_affiliation where completion_id = any(${going}::uuid[])`,
  )
  await txRows(tx, sql`delete from completion where id = any(${going}::uuid[])`)
  const moved = await txRows(
    tx,
    sql`update completion set person_id = ${keptId}::uuid
         where person_id = ${closedId}::uuid returning 1`,
  )
  await txRows(
    tx,
    sql`update completion_import_row set person_id = ${keptId}::uuid
         where person_id = ${closedId}::uuid`,
  )
  return { moved: moved.length, folded: new Map(same.map(({ goes, stays }) => [goes, stays])) }
}

export async function countCompletions(personId: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    sql`select count(*)::int as count from completion where person_id = ${personId}::uuid`,
  )
  return row!.count
}
