import type { FoldedCompletions, MergedAccounts } from '~/domain/identity/merge.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** Who was at a session with both accounts was there once: the closed account's row ends, as a correction does. */
export async function moveAttendance(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
  end: { at: Date; by: string | null },
): Promise<number> {
  await txRows(
    tx,
    sql`update attendance own set ended_at = ${end.at}, ended_by = ${end.by}::uuid
         where own.person_id = ${closedId}::uuid and own.ended_at is null and exists (
               select 1 from attendance kept
                where kept.person_id = ${keptId}::uuid and kept.ended_at is null
                  and kept.session_id = own.session_id)`,
  )
  const moved = await txRows(
    tx,
    sql`update attendance set person_id = ${keptId}::uuid
         where person_id = ${closedId}::uuid returning 1`,
  )
  return moved.length
}

/** What was credited twice points to the completion that stays. */
export async function pointToKept(tx: Tx, folded: FoldedCompletions): Promise<void> {
  await txRows(
    tx,
    sql`update attendance set completion_id = pair.stays
          from unnest(${[...folded.keys()]}::uuid[], ${[...folded.values()]}::uuid[])
               as pair (goes, stays)
         where attendance.completion_id = pair.goes`,
  )
}

export async function countAttendance(personId: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    sql`select count(*)::int as count from attendance
         where person_id = ${personId}::uuid and ended_at is null`,
  )
  return row!.count
}

/** A file of activities is its bringer's to go on with. */
export async function moveFiles(tx: Tx, { keptId, closedId }: MergedAccounts): Promise<void> {
  await tx.activityImport.updateMany({
    where: { broughtBy: closedId },
    data: { broughtBy: keptId },
  })
}
