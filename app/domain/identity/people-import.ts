import { Refusal } from '~/kernel/refusal.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { AffiliationKind } from './affiliation.ts'
import type { Day } from '~/kernel/dates.ts'
import type { PeopleColumns } from './people-columns.ts'
import type { PeopleReason } from './people-row.ts'

/** Where a file of people stands. */
export type PeopleImportStatus =
  'receiving' | 'received' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'

/** A row as it was received: its number, its cells and why nothing of it may be kept. */
export type ReceivedRow = [rowNumber: number, cells: string[], reason: PeopleReason | null]

/** What a row does; `ended` are those that a complete file does not have. */
export const peopleOutcomes = ['new', 'changed', 'ended', 'unchanged', 'refused'] as const
export type PeopleOutcome = (typeof peopleOutcomes)[number]

/** What a row can change of what is there. */
export type PeopleChange =
  'unit' | 'profession' | 'kind' | 'from' | 'to' | 'number' | 'name' | 'email' | 'confirmed'

/** How many rows, and in `ended` how many affiliations, a file gives what. */
export interface PeopleCounts extends Record<PeopleOutcome, number> {
  /** Accounts that it makes; a person can have several rows. */
  newPeople: number
  /** Affiliations that last in the organisation before it. */
  present: number
  /** Refused rows of which nobody can tell whom they are about. */
  unidentified: number
}

/** An import as far as the rules need it. */
export interface PeopleImportMark {
  status: PeopleImportStatus
  checkedAt: Date | null
  appliedAt: Date | null
}

const dayMs = 24 * 3_600_000

/** Files that were not applied are thrown away after a day, and what was applied cannot be undone after one. */
export function oldestKept(at: Date): Date {
  return new Date(at.getTime() - dayMs)
}

/** Until when what was checked can be applied; null where it is not checked. */
export function applyEndsAt({ status, checkedAt }: PeopleImportMark): Date | null {
  return status === 'checked' && checkedAt ? new Date(checkedAt.getTime() + dayMs) : null
}

/** Until when what was applied can be undone; null where it is not applied. */
export function undoEndsAt({ status, appliedAt }: PeopleImportMark): Date | null {
  return status === 'applied' && appliedAt ? new Date(appliedAt.getTime() + dayMs) : null
}

/** @throws Refusal people.not-checked, people.check-too-old */
export function requireAppliable(mark: PeopleImportMark, at: Date): void {
  const endsAt = applyEndsAt(mark)
  if (!endsAt) throw new Refusal('people.not-checked')
  if (at >= endsAt) throw new Refusal('people.check-too-old')
}

/** @throws Refusal people.not-applied, people.undo-too-late */
export function requireUndoable(mark: PeopleImportMark, at: Date): void {
  const endsAt = undoEndsAt(mark)
  if (!endsAt) throw new Refusal('people.not-applied')
  if (at >= endsAt) throw new Refusal('people.undo-too-late')
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

/** @throws Refusal people.nothing-new, people.ends-not-confirmed */
export function requireMeant(counts: PeopleCounts, confirmedEnds: number | null): void {
  if (!doesSomething(counts)) throw new Refusal('people.nothing-new')
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
export interface PeopleImportSummary extends PeopleImportMark {
  id: string
  fileName: string
  rowCount: number
  isComplete: boolean
  isRecounted: boolean
  counts: PeopleCounts | null
  broughtAt: Date
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
  broughtBy: string | null
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
