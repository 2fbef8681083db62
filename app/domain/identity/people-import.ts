import { Refusal } from '~/kernel/refusal.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { AffiliationKind } from './affiliation.ts'
import type { Day } from '~/kernel/dates.ts'
import type { TriedFileMark } from '~/kernel/tried-file.ts'
import type { PeopleColumns } from './people-columns.ts'
import type { PeopleReason } from './people-row.ts'

/** A row as it was received: its number, its cells and why nothing of it may be kept. */
export type ReceivedRow = [rowNumber: number, cells: string[], reason: PeopleReason | null]

/** What a row does; `ended` are those that a complete file does not have. */
export const peopleOutcomes = ['new', 'changed', 'ended', 'unchanged', 'refused'] as const
export type PeopleOutcome = (typeof peopleOutcomes)[number]

/** What a row can change of what is there. */
export type PeopleChange =
  | 'unit'
  | 'profession'
  | 'sub-group'
  | 'kind'
  | 'from'
  | 'to'
  | 'number'
  | 'name'
  | 'email'
  | 'confirmed'

/** How many rows, and in `ended` how many affiliations, a file gives what. */
export interface PeopleCounts extends Record<PeopleOutcome, number> {
  /** Accounts that it makes; a person can have several rows. */
  newPeople: number
  /** Affiliations that last in the organisation before it. */
  present: number
  /** Refused rows of which nobody can tell whom they are about. */
  unidentified: number
}

/** From this share of an organisation on, a file that ends so many must be meant. */
const endedShareToConfirm = 0.1

/** Whether so many endings must be confirmed by their number: a file of one department is easily taken for the whole. */
export function endsMustBeConfirmed({ ended, present }: PeopleCounts): boolean {
  return ended > 0 && ended > present * endedShareToConfirm
}

/** Whether the file would change anything. */
export function doesSomething(counts: PeopleCounts): boolean {
  return counts.new + counts.changed + counts.ended > 0
}

/** @throws Refusal file.nothing-new, people.ends-not-confirmed */
export function requireMeant(counts: PeopleCounts, confirmedEnds: number | null): void {
  if (!doesSomething(counts)) throw new Refusal('file.nothing-new')
  if (endsMustBeConfirmed(counts) && confirmedEnds !== counts.ended) {
    const where = { field: 'ends' }
    throw new Refusal('people.ends-not-confirmed', { count: counts.ended }, where)
  }
}

/** What undoing took back, and what it left because somebody has done something with it since. */
export interface PeopleUndone {
  people: number
  affiliations: number
  restored: number
  keptPeople: number
  keptAffiliations: number
}

/** An import as lists show it. */
export interface PeopleImportSummary extends TriedFileMark {
  id: string
  fileName: string
  rowCount: number
  isComplete: boolean
  isRecounted: boolean
  counts: PeopleCounts | null
  broughtAt: Date
  broughtBy: string | null
  undoneAt: Date | null
  undone: PeopleUndone | null
  workId: string | null
}

/** An import whole. */
export interface PeopleImportRow extends PeopleImportSummary {
  organisationId: string
  sha256: string
  heads: string[]
  columns: PeopleColumns | null
  defaultGroup: ProfessionGroup | null
  seal: string | null
}

/** A row as a list shows it, or somebody whom a complete file does not have. */
export interface ShownPerson {
  /** Null for one who is not in the file. */
  rowNumber: number | null
  givenName: string
  familyName: string
  email: string
  employerNumber: string | null
  unitName: string | null
  professionGroup: ProfessionGroup | null
  kind: AffiliationKind | null
  validFrom: Day | null
  /** The day after the last. */
  validTo: Day | null
  changes: PeopleChange[]
  reason: PeopleReason | null
}
