import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'

/** How a person belongs to a workplace. */
export const affiliationKinds = ['employed', 'student', 'volunteer', 'elected'] as const
export type AffiliationKind = (typeof affiliationKinds)[number]

/** claimed: counts as participation; confirmed: counts as coverage too; declined: neither. */
export type AffiliationStatus = 'claimed' | 'confirmed' | 'declined'

/** What the organisation may answer to a claim. */
export const decisions = ['confirmed', 'declined'] as const
export type Decision = (typeof decisions)[number]

/** Where a person says that they work, and as what. */
export interface Workplace {
  municipalityCode: string
  /** Null: the workplace is not in the register, and `statedWorkplace` says what it is called. */
  unitId: string | null
  statedWorkplace: string | null
  professionGroup: ProfessionGroup
}

/** A person's own view of a workplace of theirs. */
export interface AffiliationView {
  affiliationId: string
  kind: AffiliationKind
  unitId: string | null
  unitName: string | null
  organisationName: string | null
  statedWorkplace: string | null
  municipalityCode: string | null
  municipalityName: string | null
  professionGroup: ProfessionGroup
  /** The first day. */
  validFrom: Day
  /** The day after the last; null while it lasts. */
  validTo: Day | null
  status: AffiliationStatus
}

/** Whether an affiliation counts on a day. */
export function isCurrent(
  { validFrom, validTo }: Pick<AffiliationView, 'validFrom' | 'validTo'>,
  day: Day,
): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

/** Whether the person may still correct it: what the organisation has confirmed is ended, not rewritten. */
export function isCorrectable({ status }: Pick<AffiliationView, 'status'>): boolean {
  return status !== 'confirmed'
}

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
}

/** An organisation's units in one municipality, for the list of workplaces. */
export interface WorkplaceGroup {
  organisationId: string
  organisationName: string
  units: WorkplaceUnit[]
}

export interface WorkplaceUnit {
  unitId: string
  name: string
  /** The unit it lies in, where that is not the whole organisation. */
  parentName: string | null
  /** The organisation itself, for those who belong to no smaller unit. */
  isWhole: boolean
}
