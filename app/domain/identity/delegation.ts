import { addMonths, type Day } from '~/kernel/dates.ts'

/** A trainer whom an organisation may choose. */
export interface TrainerChoice {
  personId: string
  givenName: string
  familyName: string
}

/** A delegation as the organisation sees it. */
export interface DelegationView {
  grantId: string
  givenName: string
  familyName: string
  validFrom: Day
  /** The day after the last. */
  validTo: Day | null
  isCurrent: boolean
}

/** An organisation that a delegate brings files in for. */
export interface OwnDelegation {
  organisationId: string
  name: string
  validTo: Day | null
}

/** How long a delegation may last at most, in months. */
const longestMonths = 12

/** The last day on which a delegation that is given on a day may count. */
export function latestDelegation(given: Day): Day {
  return addMonths(given, longestMonths)
}

/** Whether a delegation may have that last day: today at the earliest, a year ahead at the latest. */
export function isDelegationEnd(lastDay: Day, given: Day): boolean {
  return lastDay >= given && lastDay <= latestDelegation(given)
}
