import type { MergedAccounts } from '~/domain/identity/merge.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/**
 * Certificates go over as they are. One that was earned on the same day in the same track as the kept account's
 * stays where it was, so that its code goes on leading to it.
 */
export async function moveCertificates(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
): Promise<number> {
  const moved = await txRows(
    tx,
    sql`update certificate own set person_id = ${keptId}::uuid
         where own.person_id = ${closedId}::uuid and (own.revoked_at is not null or not exists (
               select 1 from certificate kept
                where kept.person_id = ${keptId}::uuid and kept.track_id = own.track_id
                  and kept.earned_on = own.earned_on and kept.revoked_at is null))
        returning 1`,
  )
  return moved.length
}

export async function countCertificates(personId: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    sql`select count(*)::int as count from certificate
         where person_id = ${personId}::uuid and revoked_at is null`,
  )
  return row!.count
}
