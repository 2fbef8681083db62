import { addMonths, type Day } from '~/kernel/dates.ts'
import { listQueryOf, oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { AffiliationKind, AffiliationStatus } from './affiliation.ts'

/** Why a code takes nobody; 'open' where it does. */
export const joinStates = ['open', 'full', 'expired', 'revoked'] as const
export type JoinState = (typeof joinStates)[number]

/** What the list of an organisation's codes can be asked for; units are searched by name. */
export const joinCodeShape = {
  sorts: ['made', 'unit', 'lastDay'],
  filters: { state: oneOf(joinStates) },
} as const satisfies ListShape
export type JoinCodeQuery = QueryOf<typeof joinCodeShape>

/** Reads the list's address. The latest come first where it gives no order. */
export function joinCodeQueryOf(url: string): JoinCodeQuery {
  const query = listQueryOf(url, joinCodeShape)
  return url.includes('sort=') ? query : { ...query, isDescending: true }
}

/** As many as one code may take; a larger workplace has several units, or a file. */
export const mostJoiners = 500

/** How long a code may last, in months. */
const longestMonths = 12

/** The last day that a code made on a day may have. */
export function latestJoinDay(made: Day): Day {
  return addMonths(made, longestMonths)
}

/** Whether a code may have that last day: today at the earliest, a year ahead at the latest. */
export function isJoinDay(lastDay: Day, made: Day): boolean {
  return lastDay >= made && lastDay <= latestJoinDay(made)
}

export interface JoinLimits {
  isRevoked: boolean
  /** The last day on which it takes anybody. */
  lastDay: Day
  mostPeople: number
  /** How many have joined by it and not been declined. */
  joined: number
}

/** Whether a code takes anybody on a day. What cannot be mended by waiting is said first. */
export function joinStateOf(
  { isRevoked, lastDay, mostPeople, joined }: JoinLimits,
  day: Day,
): JoinState {
  if (isRevoked) return 'revoked'
  if (day > lastDay) return 'expired'
  return joined >= mostPeople ? 'full' : 'open'
}

/** A code as those who make codes see it. */
export interface JoinCodeView extends JoinLimits {
  id: string
  /** As it is read aloud: "K7QT-M4XD". */
  code: string
  unitName: string
  kind: AffiliationKind
  needsConfirmation: boolean
  madeAt: string
  state: JoinState
}

/** Somebody who has joined by a code, as the organisation's manager sees it. */
export interface Joiner {
  affiliationId: string
  givenName: string
  familyName: string
  professionGroup: ProfessionGroup
  status: AffiliationStatus
  validFrom: Day
  /** The day after the last. */
  validTo: Day | null
  /** Who has not confirmed the address yet cannot sign in. */
  emailConfirmed: boolean
}

/** What a code offers whoever has it. */
export interface JoinOffer {
  code: string
  unitName: string
  organisationName: string
  kind: AffiliationKind
  needsConfirmation: boolean
  state: JoinState
  /** The reader's own affiliation with that very unit, where there is one. */
  own: { status: AffiliationStatus; professionGroup: ProfessionGroup } | null
}
