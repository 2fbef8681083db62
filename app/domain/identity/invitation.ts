import { addDays, type Day } from '~/kernel/dates.ts'
import { listQueryOf, oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { AffiliationKind } from './affiliation.ts'

/** How an invitation stands: it waits for an answer, has been taken, is too old or has been taken back. */
export const invitationStates = ['waiting', 'accepted', 'expired', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

/** What the list of an organisation's invitations can be asked for; no addresses, which belong in none (0034). */
export const invitationShape = {
  sorts: ['asked', 'unit', 'lastDay'],
  filters: { state: oneOf(invitationStates) },
} as const satisfies ListShape
export type InvitationQuery = QueryOf<typeof invitationShape>

/** The same with words that stand in no address: in what was invited or the unit's name; left out for all. */
export type InvitationsAsked = InvitationQuery & { words?: string }

/** Reads the list's address. The latest come first where it gives no order. */
export function invitationQueryOf(url: string): InvitationQuery {
  const query = listQueryOf(url, invitationShape)
  return url.includes('sort=') ? query : { ...query, isDescending: true }
}

/** How many days an invitation is good, counted from the day on which it was last sent. */
const goodForDays = 14

/** How many addresses can be invited in one go; more come as a file of people. */
export const mostInvited = 200

/** The last day of an invitation that is sent on a day. */
export const lastInvitationDay = (sent: Day): Day => addDays(sent, goodForDays)

/**
 * The addresses in a text as people paste it: on lines, with commas or semicolons between, with or without names
 * ("Kim Ek <kim@exempel.se>").
 * @returns each address once, in lower case; and what stands where an address should, as it was written
 */
export function addressesIn(text: string): { addresses: string[]; others: string[] } {
  const addresses = new Set<string>()
  const others: string[] = []
  for (const piece of text.split(/[\r\n;,]+/)) {
    const words = piece.split(/[\s<>"]+/).filter((word) => word !== '')
    const found = words.filter((word) => word.includes('@'))
    for (const address of found) addresses.add(address.toLowerCase())
    if (words.length > 0 && found.length === 0) others.push(piece.trim())
  }
  return { addresses: [...addresses], others }
}

/** An invitation as the organisation sees it. */
export interface InvitationView {
  id: string
  /** Null once it has been removed, a while after the invitation's end. */
  email: string | null
  unitName: string
  kind: AffiliationKind
  professionGroup: ProfessionGroup | null
  state: InvitationState
  lastDay: Day
  /** The Swedish day on which the letter last went out; null while it is on its way. */
  sentOn: Day | null
}

/** What an invitation offers whoever opens its link. */
export interface InvitationOffer {
  email: string
  unitName: string
  organisationName: string
  kind: AffiliationKind
  professionGroup: ProfessionGroup | null
  state: InvitationState
  /** Whether the address has an account already, by which to sign in. */
  hasAccount: boolean
}
