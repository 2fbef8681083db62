import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { undoableSince } from '~/kernel/undoable.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { removeInvitedAddresses } from './invitation.db.server.ts'
import { deleteDeadLinks } from './one-time-link.db.server.ts'
import { deleteSessionsExpiredBefore } from './person.db.server.ts'
import { removeOldChanges } from './workplace-decision.db.server.ts'

/** How many days an invitation's address is kept once it is no longer good, so that it can be sent again. */
const invitedKept = 90

/**
 * Removes sessions that have ended, links that are used or too old, the addresses of old invitations, and how
 * workplaces were before decisions that cannot be undone any more.
 * @returns how many of each
 */
export async function removeExpired(): Promise<{
  sessions: number
  links: number
  invited: number
  undoable: number
}> {
  const at = now()
  return inTransaction(systemActor, async (tx) => {
    const removed = {
      sessions: await deleteSessionsExpiredBefore(tx, at),
      links: await deleteDeadLinks(tx, at),
      invited: await removeInvitedAddresses(tx, addDays(today(), -invitedKept)),
      undoable: await removeOldChanges(tx, undoableSince(at)),
    }
    await recordAudit(tx, systemActor, { action: 'expired.removed', detail: removed })
    return removed
  })
}
