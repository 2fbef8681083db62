import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { deleteDeadLinks } from './one-time-link.db.server.ts'
import { deleteSessionsExpiredBefore } from './person.db.server.ts'

/** Removes sessions that have ended and links that are used or too old. @returns how many of each */
export async function removeExpired(): Promise<{ sessions: number; links: number }> {
  const at = now()
  return inTransaction(systemActor, async (tx) => {
    const removed = {
      sessions: await deleteSessionsExpiredBefore(tx, at),
      links: await deleteDeadLinks(tx, at),
    }
    await recordAudit(tx, systemActor, { action: 'expired.removed', detail: removed })
    return removed
  })
}
