import { now } from '~/kernel/clock.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { insertReminders } from './notice-mail.db.server.ts'

/** Keeps that people are to be reminded of a module, until a mail has told them or they have done it. */
export async function wantReminded(
  tx: Tx,
  wanted: {
    organisationId: string
    moduleId: string
    /** Who wants it. */
    askedBy: string | null
    personIds: readonly string[]
  },
): Promise<void> {
  const { personIds, ...ofAll } = wanted
  await insertReminders(tx, { ...ofAll, askedAt: now() }, personIds)
}
