import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { holdsPersonalNumber } from './personal-number.ts'

/** How a person belongs to a workplace. */
export const affiliationKinds = ['employed', 'student', 'volunteer', 'elected'] as const
export type AffiliationKind = (typeof affiliationKinds)[number]

/** claimed: counts as participation; confirmed: counts as coverage too; declined: neither. */
export type AffiliationStatus = 'claimed' | 'confirmed' | 'declined'

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
  /** By which the employer's own files name the person. */
  employerNumber: string | null
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

/** As long as the number may be by which an employer's own files name a person. */
export const longestEmployerNumber = 40

/**
 * An employer's number as it is kept, in one line; null where nothing is written.
 * @throws Refusal affiliation.number-too-long, affiliation.number-personal
 */
export function employerNumberOf(written: string): string | null {
  const number = written
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const field = 'employerNumber'
  if (number.length > longestEmployerNumber) {
    throw new Refusal('affiliation.number-too-long', {}, { field })
  }
  if (holdsPersonalNumber(number)) throw new Refusal('affiliation.number-personal', {}, { field })
  return number || null
}

/** A number told of somebody by a row of a file, and a day on which the person worked there. */
export interface ToldNumber {
  rowNumber: number
  personId: string
  employerNumber: string
  day: Day
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
