import type { PersonActor } from '~/kernel/actor.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import type { AffiliationStatus } from './affiliation.ts'
import { hasAccount } from './invitation.db.server.ts'
import { findInvitation, type InvitationLink, type OpenedInvitation } from './invitation.server.ts'
import type { InvitationOffer } from './invitation.ts'
import { selectOwnAt } from './join-code.db.server.ts'
import { confirmByCode, joinUnit } from './join.server.ts'

/** What an invitation offers, and what the reader is at the unit already; null for a link that opens nothing. */
export async function readInvitationOffer(
  link: InvitationLink,
  actor: PersonActor | null,
): Promise<{
  offer: InvitationOffer
  own: { status: AffiliationStatus; professionGroup: ProfessionGroup } | null
} | null> {
  const invitation = await findInvitation(link)
  if (!invitation) return null
  const { email, unitId, unitName, organisationName, kind, professionGroup, state } = invitation
  const own = actor ? await selectOwnAt(actor.personId, unitId) : undefined
  const offer = { email, unitName, organisationName, kind, professionGroup, state }
  return { offer: { ...offer, hasAccount: await hasAccount(email) }, own: own ?? null }
}

/**
 * The invitation of a link that can be taken now.
 * @throws Refusal invitation.not-valid, invitation.accepted, invitation.expired, invitation.revoked
 */
export async function readOpenInvitation(link: InvitationLink): Promise<OpenedInvitation> {
  const invitation = await findInvitation(link)
  if (!invitation) throw new Refusal('invitation.not-valid')
  if (invitation.state !== 'waiting') throw new Refusal(`invitation.${invitation.state}`)
  return invitation
}

/**
 * Lets the person who is signed in take an invitation: they are at the unit from today, confirmed by whoever
 * invited. It may be another address than the one that was invited, since people have several.
 * @throws Refusal invitation.not-valid, invitation.accepted, invitation.expired, invitation.revoked, join.full
 */
export async function acceptInvitation(
  link: InvitationLink,
  actor: PersonActor,
  professionGroup: ProfessionGroup,
): Promise<void> {
  const { id: codeId } = await readOpenInvitation(link)
  const { personId } = actor
  await inTransaction(actor, async (tx) => {
    await joinUnit(tx, actor, { codeId, personId, professionGroup })
    await confirmByCode(tx, actor, personId)
  })
}
