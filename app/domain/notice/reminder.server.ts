import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { insertReminders } from './notice-mail.db.server.ts'

/** Keeps that people are to be reminded of a module, until a mail has told them or they have done it. */
export async function wantReminded(
  tx: Tx,
  actor: Actor,
  wanted: { organisationId: string; moduleId: string; personIds: readonly string[] },
): Promise<void> {
  const { organisationId, moduleId, personIds } = wanted
  const asked = { organisationId, moduleId, askedAt: now(), askedBy: actor.personId }
  await insertReminders(
    tx,
    personIds.map((personId) => ({ id: newId(), personId, ...asked })),
  )
}
