import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { invariant } from '~/kernel/invariant.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { confirmationAsked, resetAsked } from './identity.events.ts'
import { endLinks, readLinkOwner, useUpLink } from './one-time-link.server.ts'
import {
  deleteSessions,
  markEmailConfirmed,
  savePasswordHash,
  selectPasswordIdentity,
  selectPerson,
  selectPersonIdByEmail,
  type PasswordIdentity,
} from './person.db.server.ts'

/** The password's hash and whose it is, by address or by person; undefined where there is none. */
export async function readPasswordIdentity(
  where: { email: string } | { personId: string },
): Promise<PasswordIdentity | undefined> {
  return selectPasswordIdentity(where)
}

/** The address of one who is signed in, to hold a new password against. */
export async function readOwnAddress(actor: PersonActor): Promise<string | undefined> {
  return (await selectPerson(actor.personId))?.email
}

/** The links that let a person choose a password: one's own asking, and an employer's file. */
export type PasswordLink = 'reset-password' | 'invitation'

/** The address that a link to choose a password was sent to; undefined when the link is not good. */
export async function readResetAddress(
  secret: string | undefined,
  purpose: PasswordLink = 'reset-password',
): Promise<string | undefined> {
  const personId = await readLinkOwner(purpose, secret)
  return personId ? (await selectPerson(personId))?.email : undefined
}

/** Has a new link sent to a person who signs in before the address is confirmed. */
export async function askForConfirmation(personId: string): Promise<void> {
  await inTransaction(systemActor, async (tx) => emit(tx, confirmationAsked(personId)))
}

/**
 * Has a link sent to choose a new password, if the address is somebody's. The same is written
 * either way, so that neither answer nor time tells which.
 */
export async function askForReset(email: string): Promise<void> {
  await inTransaction(systemActor, async (tx) => {
    await emit(tx, resetAsked(await selectPersonIdByEmail(tx, email)))
  })
}

/**
 * Sets a new password by the link that was sent to the person, which also proves the address. Every
 * session ends, and every other such link.
 * @throws Refusal link.not-valid
 */
export async function resetPassword(
  secret: string | undefined,
  passwordHash: string,
  purpose: PasswordLink = 'reset-password',
): Promise<void> {
  await inTransaction(systemActor, async (tx) => {
    const personId = await useUpLink(tx, purpose, secret)
    invariant(personId, 'a link to choose a password is a person’s')
    await savePasswordHash(tx, personId, passwordHash)
    await markEmailConfirmed(tx, personId, now())
    await endLinks(tx, 'reset-password', personId)
    await endLinks(tx, 'invitation', personId)
    await deleteSessions(tx, personId)
    const action = purpose === 'invitation' ? 'account.claimed' : 'password.reset'
    await recordAudit(tx, systemActor, { action, subjectId: personId })
  })
}

/** Sets a new password for one who is signed in and has given the old one. Every session ends. */
export async function changePassword(actor: PersonActor, passwordHash: string): Promise<void> {
  await inTransaction(actor, async (tx) => {
    await savePasswordHash(tx, actor.personId, passwordHash)
    await endLinks(tx, 'reset-password', actor.personId)
    await deleteSessions(tx, actor.personId)
    await recordAudit(tx, actor, { action: 'password.changed', subjectId: actor.personId })
  })
}
