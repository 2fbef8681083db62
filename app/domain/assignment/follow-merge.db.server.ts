import type { MergedAccounts } from '~/domain/identity/merge.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** Who is named in both accounts is named once. @returns how many assignments name the closed account */
export async function moveNames(tx: Tx, { keptId, closedId }: MergedAccounts): Promise<number> {
  await txRows(
    tx,
    sql`insert into assignment_person (assignment_id, person_id)
        select assignment_id, ${keptId}::uuid from assignment_person
         where person_id = ${closedId}::uuid on conflict do nothing`,
  )
  const named = await txRows(
    tx,
    sql`delete from assignment_person where person_id = ${closedId}::uuid returning 1`,
  )
  return named.length
}

/** Of two exceptions for the same thing the kept account's own goes on, and the other ends. */
export async function moveExceptions(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
  end: { at: Date; by: string | null },
): Promise<number> {
  await txRows(
    tx,
    sql`update duty_exception own set ended_at = ${end.at}, ended_by = ${end.by}::uuid
         where own.person_id = ${closedId}::uuid and own.ended_at is null and exists (
               select 1 from duty_exception kept
                where kept.person_id = ${keptId}::uuid and kept.ended_at is null
                  and kept.organisation_id = own.organisation_id
                  and kept.module_id = own.module_id)`,
  )
  const moved = await txRows(
    tx,
    sql`update duty_exception set person_id = ${keptId}::uuid
         where person_id = ${closedId}::uuid returning 1`,
  )
  return moved.length
}
