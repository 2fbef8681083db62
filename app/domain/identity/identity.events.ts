import type { DomainEvent } from '~/platform/events.server.ts'

/** What can happen to a person, an affiliation or a role; payloads hold ids only. */
export type IdentityEvent =
  | DomainEvent<'person.signed-up'>
  | DomainEvent<'person.sign-up-repeated'>
  | DomainEvent<'email.confirmation-asked'>
  | DomainEvent<'password.reset-asked'>
  | DomainEvent<'affiliation.claimed'>
  | DomainEvent<'affiliation.ended'>
  | DomainEvent<'affiliation.confirmed'>
  | DomainEvent<'affiliation.declined'>
  | DomainEvent<'people.imported'>
  | DomainEvent<'people.import-undone'>
  | DomainEvent<'merge.link-asked'>
  | DomainEvent<'accounts.merged'>
  | DomainEvent<'invitation.asked'>

/** Somebody has made an account and is to confirm the address. */
export const personSignedUp = (personId: string): IdentityEvent => ({
  name: 'person.signed-up',
  payload: { personId },
})

/** Somebody wanted an account for an address that has one. */
export const signUpRepeated = (personId: string): IdentityEvent => ({
  name: 'person.sign-up-repeated',
  payload: { personId },
})

/** A person with the right password has not confirmed the address yet. */
export const confirmationAsked = (personId: string): IdentityEvent => ({
  name: 'email.confirmation-asked',
  payload: { personId },
})

/** Somebody has forgotten a password; null when the address is nobody's, which takes as long to say. */
export const resetAsked = (personId: string | null): IdentityEvent => ({
  name: 'password.reset-asked',
  payload: { personId },
})

interface AffiliationIds {
  affiliationId: string
  personId: string
  unitId: string | null
}

/** A person says where they work. */
export const affiliationClaimed = (ids: AffiliationIds): IdentityEvent => ({
  name: 'affiliation.claimed',
  payload: { ...ids },
})

/** A person has left a workplace. */
export const affiliationEnded = (ids: AffiliationIds): IdentityEvent => ({
  name: 'affiliation.ended',
  payload: { ...ids },
})

/** The organisation has said whether a person works there. */
export const affiliationDecided = (
  ids: AffiliationIds,
  decision: 'confirmed' | 'declined',
): IdentityEvent => ({ name: `affiliation.${decision}`, payload: { ...ids } })

/** An employer's file has added, changed and ended affiliations, many at once. */
export const peopleImported = (importId: string, organisationId: string): IdentityEvent => ({
  name: 'people.imported',
  payload: { importId, organisationId },
})

/** Such a file has been undone. */
export const peopleImportUndone = (importId: string, organisationId: string): IdentityEvent => ({
  name: 'people.import-undone',
  payload: { importId, organisationId },
})

/**
 * Somebody says that another account is theirs, and is to prove it by a link to its address; null when that is
 * nobody's, which takes as long to say.
 * @param boundTo what tells the asker's session, and opens nothing
 */
export const mergeLinkAsked = (personId: string | null, boundTo: string): IdentityEvent => ({
  name: 'merge.link-asked',
  payload: { personId, boundTo },
})

/** Another account of the same person has gone into this one. */
export const accountsMerged = (personId: string): IdentityEvent => ({
  name: 'accounts.merged',
  payload: { personId },
})

/** The letter of an invitation is to go out, for the first time or once more. */
export const invitationAsked = (invitationId: string): IdentityEvent => ({
  name: 'invitation.asked',
  payload: { invitationId },
})
