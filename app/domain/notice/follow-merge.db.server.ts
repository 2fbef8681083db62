import type { MergedAccounts } from '~/domain/identity/merge.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/**
 * What has been told goes over, so that nothing is told twice. A mail that waits is dropped: the next one tells of
 * what there is to do in the one account.
 */
export async function moveMails(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
  at: Date,
): Promise<number> {
  await txRows(
    tx,
    sql`update notice_mail set status = 'dropped', settled_at = ${at}, body = null
         where person_id = ${closedId}::uuid and status = 'waiting'`,
  )
  await txRows(
    tx,
    sql`update notice_item set person_id = ${keptId}::uuid where person_id = ${closedId}::uuid`,
  )
  const moved = await txRows(
    tx,
    sql`update notice_mail set person_id = ${keptId}::uuid
         where person_id = ${closedId}::uuid returning 1`,
  )
  return moved.length
}

/** Of two reminders of the same thing the kept account's own goes on, and the other ends. */
export async function moveReminders(
  tx: Tx,
  { keptId, closedId }: MergedAccounts,
  at: Date,
): Promise<void> {
  await txRows(
    tx,
    sql`update notice_reminder own set ended_at = ${at}
         where own.person_id = ${closedId}::uuid and own.ended_at is null and exists (
               select 1 from notice_reminder kept
                where kept.person_id = ${keptId}::uuid and kept.ended_at is null
                  and kept.module_id = own.module_id
                  and kept.organisation_id = own.organisation_id)`,
  )
  await txRows(
    tx,
    sql`update notice_reminder set person_id = ${keptId}::uuid
         where person_id = ${closedId}::uuid`,
  )
}

/** Who has said no in either account has said no; the newest mail of either says when the next may come. */
export async function joinSettings(tx: Tx, { keptId, closedId }: MergedAccounts): Promise<void> {
  await txRows(
    tx,
    sql`insert into notice_setting as kept (person_id, wants_recommended, mailed_on)
        select ${keptId}::uuid, wants_recommended, mailed_on from notice_setting
         where person_id = ${closedId}::uuid
        on conflict (person_id) do update
           set wants_recommended = kept.wants_recommended and excluded.wants_recommended,
               mailed_on = greatest(kept.mailed_on, excluded.mailed_on)`,
  )
  await txRows(tx, sql`delete from notice_setting where person_id = ${closedId}::uuid`)
}
