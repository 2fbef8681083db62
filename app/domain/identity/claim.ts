import { anId, oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'
import type { Day } from '~/kernel/dates.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { affiliationKinds, type AffiliationKind } from './affiliation.ts'

/** What the organisation may answer to a claim. */
export const decisions = ['confirmed', 'declined'] as const
export type Decision = (typeof decisions)[number]

/** claimed: nobody has answered; declined: answered no, which can still become a yes. */
export const claimStates = ['claimed', 'declined'] as const
export type ClaimState = (typeof claimStates)[number]

/** A claim as the one who decides it sees it. */
export interface Claim {
  affiliationId: string
  personId: string
  givenName: string
  familyName: string
  /** Confirmed: the claim's best evidence. */
  email: string
  unitId: string
  unitName: string
  kind: AffiliationKind
  professionGroup: ProfessionGroup
  validFrom: Day
  state: ClaimState
}

/** What the list of claims can be asked for in its address. Names are searched by a form (0034). */
export const claimShape = {
  sorts: ['since', 'name', 'unit'],
  filters: {
    state: oneOf(claimStates),
    unit: anId,
    group: oneOf(professionGroups),
    kind: oneOf(affiliationKinds),
  },
} as const satisfies ListShape
export type ClaimQuery = QueryOf<typeof claimShape>

/** Which claims a list is about: those that wait for an answer where its address says nothing of it. */
export interface ClaimsNarrowed {
  filters: ClaimQuery['filters']
  /** In the name or the address; empty for all. */
  words: string
}
