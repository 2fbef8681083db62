import { now } from '~/kernel/clock.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { insertReminders } from './notice-mail.db.server.ts'
import { selectRemindedAfter } from './notice-reader.db.server.ts'

/** Keeps that people are to be reminded of a module, until a mail has told them or they have done it. */
export async function wantReminded(
  tx: Tx,
  actor: Actor,
  wanted: { organisationId: string; moduleId: string; personIds: readonly string[] },
): Promise<void> {
  const { organisationId, moduleId, personIds } = wanted
  const ofAll = { organisationId, moduleId, askedAt: now(), askedBy: actor.personId }
  await insertReminders(tx, ofAll, personIds)
}

/** Those whom an organisation wants reminded of a module and no mail has told yet, by id, some at a time. */
export async function readRemindedAfter(
  after: string | null,
  most: number,
  of: { organisationId: string; moduleId: string },
): Promise<string[]> {
  return selectRemindedAfter(after, most, of)
}
