import type { ToldNumber } from '~/domain/identity/affiliation.ts'
import { isDay, type Day } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** A row of a file, as it has it; a text that is missing is empty. */
export interface GivenRow {
  /** As the file's reader counts: the head is row 1. */
  rowNumber: number
  /** Lower case. */
  email: string
  employerNumber: string
  /** A module's or a course's slug or title. */
  module: string
  /** A day where it could be read as one, otherwise as it stands. */
  day: string
  evidence: string
}

/** A row of which nothing may be kept. */
export interface WithheldRow {
  rowNumber: number
  withheld: 'personal-number'
}

export type FileRow = GivenRow | WithheldRow

/** Why a row gives nothing; `earlier.reason.<reason>` are the words. */
export const rowReasons = [
  'personal-number',
  'person-missing',
  'person-unknown',
  'person-differs',
  'number-shared',
  'module-missing',
  'module-unknown',
  'module-ambiguous',
  'day-missing',
  'day-unreadable',
  'day-ahead',
  'day-too-early',
  'evidence-missing',
  'evidence-too-long',
] as const
export type RowReason = (typeof rowReasons)[number]

/** Web courses on the subject are younger than this; an earlier day is a slip of the pen. */
export const earliestDay: Day = '2000-01-01'
export const longestEvidence = 200

/** As many completions as one file may tell of: they are all written in one transaction. */
export const mostCompletions = 40_000

/** A module or a whole course by what it is called. */
export interface NamedContent {
  slug: string
  titleSv: string
  titleEn: string
  moduleIds: string[]
}

/** What may stand in a file: a course's name stands for all its modules, until there are tracks. */
export interface KnownContent {
  modules: NamedContent[]
  courses: NamedContent[]
}

type FoundModules = { moduleIds: string[] } | { reason: RowReason }

/** A name without case, marks and double spaces, so that "Påbyggnad  1" is "pabyggnad 1". */
function folded(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/\s+/g, ' ').trim()
}

/** Finds modules by a slug, else by a title in either language; a slug of a module goes first. */
export function moduleFinder({ modules, courses }: KnownContent): (name: string) => FoundModules {
  const bySlug = new Map([...courses, ...modules].map((each) => [folded(each.slug), each]))
  const byTitle = new Map<string, Set<NamedContent>>()
  for (const content of [...courses, ...modules]) {
    for (const title of [content.titleSv, content.titleEn]) {
      const named = byTitle.get(folded(title)) ?? new Set()
      byTitle.set(folded(title), named.add(content))
    }
  }
  return (name) => {
    const asked = folded(name)
    if (!asked) return { reason: 'module-missing' }
    const content = bySlug.get(asked)
    if (content) return { moduleIds: content.moduleIds }
    const [first, second] = [...(byTitle.get(asked) ?? [])]
    if (!first) return { reason: 'module-unknown' }
    return second ? { reason: 'module-ambiguous' } : { moduleIds: first.moduleIds }
  }
}

/** A row that can be understood, whoever it is about. */
export interface ReadableRow extends GivenRow {
  moduleIds: string[]
}

/** What can be said of a row without looking anybody up. */
export function readRow(
  row: FileRow,
  findModules: (name: string) => FoundModules,
  today: Day,
): ReadableRow | { rowNumber: number; reason: RowReason } {
  const { rowNumber } = row
  if ('withheld' in row) return { rowNumber, reason: row.withheld }
  if (!row.email && !row.employerNumber) return { rowNumber, reason: 'person-missing' }
  const found = findModules(row.module)
  if ('reason' in found) return { rowNumber, reason: found.reason }
  const reason = dayReason(row.day, today) ?? evidenceReason(row.evidence)
  return reason ? { rowNumber, reason } : { ...row, moduleIds: found.moduleIds }
}

function dayReason(day: string, today: Day): RowReason | undefined {
  if (!day) return 'day-missing'
  if (!isDay(day)) return 'day-unreadable'
  if (day > today) return 'day-ahead'
  return day < earliestDay ? 'day-too-early' : undefined
}

function evidenceReason(evidence: string): RowReason | undefined {
  if (!evidence) return 'evidence-missing'
  return evidence.length > longestEvidence ? 'evidence-too-long' : undefined
}

/** A module that a person is to hold on a day. */
export interface Wanted {
  personId: string
  moduleId: string
  day: Day
}

/** What the file gives, row by row. */
export type JudgedRow =
  | { rowNumber: number; outcome: 'refused'; reason: RowReason }
  | (Omit<Wanted, 'moduleId'> & {
      rowNumber: number
      outcome: 'new' | 'held'
      /** Those that the row is about. */
      moduleIds: string[]
      /** Those of them that it adds; none where all are held. */
      newModuleIds: string[]
      evidence: string
      /** The number that the row tells of somebody who has none there. */
      newNumber: string | null
    })

/** One person, module and day as one text. */
export function wantedKey({ personId, moduleId, day }: Wanted): string {
  return `${personId} ${moduleId} ${day}`
}

/** Those in the organisation that a row's address and number lead to. */
export interface FoundPersons {
  byAddress: string[]
  byNumber: string[]
  /** Whether the address's person has a number there, this one or another. */
  isNumbered: boolean
}

const nobody: FoundPersons = { byAddress: [], byNumber: [], isNumbered: false }

type NamedPerson = { personId: string; newNumber: string | null } | { reason: RowReason }

/**
 * Who a row is about. Address and number must lead to the same person where both are given; a number that
 * nobody has is taken as the number of an address's person who has none. An address that is nobody's and one
 * that is somebody's elsewhere are told alike, so that a file cannot be used to ask who has an account.
 */
export function personOf(
  { email, employerNumber }: Pick<GivenRow, 'email' | 'employerNumber'>,
  { byAddress, byNumber, isNumbered }: FoundPersons,
): NamedPerson {
  if (byNumber.length > 1) return { reason: 'number-shared' }
  const [addressed] = byAddress
  const [numbered] = byNumber
  const personId = addressed ?? numbered
  if (personId === undefined) return { reason: 'person-unknown' }
  if (email && employerNumber && addressed !== numbered) {
    if (numbered !== undefined || isNumbered) return { reason: 'person-differs' }
    return { personId, newNumber: employerNumber }
  }
  return { personId, newNumber: null }
}

/** The same for each row, where no number that is new stands with two people. */
function personsOf(
  rows: readonly ReturnType<typeof readRow>[],
  foundByRow: ReadonlyMap<number, FoundPersons>,
): NamedPerson[] {
  const persons = rows.map((row): NamedPerson =>
    'reason' in row ? row : personOf(row, foundByRow.get(row.rowNumber) ?? nobody),
  )
  const holders = new Map<string, Set<string>>()
  for (const person of persons) {
    if (!('newNumber' in person) || person.newNumber === null) continue
    const key = person.newNumber.toLowerCase()
    holders.set(key, (holders.get(key) ?? new Set()).add(person.personId))
  }
  const isShared = (number: string) => (holders.get(number.toLowerCase())?.size ?? 0) > 1
  return persons.map((person) =>
    'newNumber' in person && person.newNumber !== null && isShared(person.newNumber)
      ? { reason: 'number-shared' }
      : person,
  )
}

/**
 * The outcome of each row. A completion of the same module on the same day is there already, whether
 * it was played or imported or stands further up in the file; one of another day is new.
 * @param held keys (`wantedKey`) of what is there
 */
export function judgeRows(
  rows: readonly ReturnType<typeof readRow>[],
  foundByRow: ReadonlyMap<number, FoundPersons>,
  held: ReadonlySet<string>,
): JudgedRow[] {
  const taken = new Set(held)
  const persons = personsOf(rows, foundByRow)
  return rows.map((row, index) => {
    const { rowNumber } = row
    const person = persons[index] ?? { reason: 'person-unknown' }
    if ('reason' in row) return { rowNumber, outcome: 'refused', reason: row.reason }
    if ('reason' in person) return { rowNumber, outcome: 'refused', reason: person.reason }
    const { moduleIds, day, evidence } = row
    const { personId, newNumber } = person
    const newModuleIds = moduleIds.filter((moduleId) => {
      const key = wantedKey({ personId, moduleId, day })
      return !taken.has(key) && taken.add(key)
    })
    const outcome = newModuleIds.length > 0 ? 'new' : 'held'
    return { rowNumber, outcome, personId, day, evidence, moduleIds, newModuleIds, newNumber }
  })
}

/** The new numbers that the file gives people; of somebody with two of them it is not known which. */
export function toldNumbersOf(judged: readonly JudgedRow[]): ToldNumber[] {
  const told = judged.flatMap((row): ToldNumber[] => {
    if (row.outcome === 'refused' || row.newNumber === null) return []
    const { rowNumber, personId, newNumber: employerNumber, day } = row
    return [{ rowNumber, personId, employerNumber, day }]
  })
  const numbers = new Map<string, Set<string>>()
  for (const { personId, employerNumber } of told) {
    const own = numbers.get(personId) ?? new Set()
    numbers.set(personId, own.add(employerNumber.toLowerCase()))
  }
  return told.filter(({ personId }) => numbers.get(personId)?.size === 1)
}

/** Received is what could not be checked. */
export type ImportStatus =
  'checking' | 'received' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'

/** As far as the rules need it. */
export interface ImportMark {
  status: ImportStatus
  checkedAt: Date
  appliedAt: Date | null
}

const dayMs = 24 * 3_600_000

/** When a check is too old to be applied, and is thrown away. */
export function checkEndsAt({ checkedAt }: Pick<ImportMark, 'checkedAt'>): Date {
  return new Date(checkedAt.getTime() + dayMs)
}

/** Checks from before this are too old by now. */
export function oldestCheck(at: Date): Date {
  return new Date(at.getTime() - dayMs)
}

/** Until when an applied import can be undone; null for one that is not applied. */
export function undoEndsAt({ status, appliedAt }: ImportMark): Date | null {
  return status === 'applied' && appliedAt ? new Date(appliedAt.getTime() + dayMs) : null
}

/** @throws Refusal earlier.not-checked, earlier.check-too-old */
export function requireAppliable(mark: ImportMark, at: Date): void {
  if (mark.status !== 'checked') throw new Refusal('earlier.not-checked')
  if (at >= checkEndsAt(mark)) throw new Refusal('earlier.check-too-old')
}

/** @throws Refusal earlier.not-applied, earlier.undo-too-late */
export function requireUndoable(mark: ImportMark, at: Date): void {
  const endsAt = undoEndsAt(mark)
  if (!endsAt) throw new Refusal('earlier.not-applied')
  if (at >= endsAt) throw new Refusal('earlier.undo-too-late')
}

/** An import with how many of its rows gave what. */
export interface ImportSummary {
  id: string
  /** Null for those who may not see names: the file's own may hold one. */
  fileName: string | null
  status: ImportStatus
  checkedAt: Date
  checkedBy: string | null
  appliedAt: Date | null
  undoneAt: Date | null
  new: number
  held: number
  refused: number
  /** What the new rows add, or have added. */
  completions: number
  /** When the very same file was applied before; null for one that is new here. */
  appliedBefore: Date | null
}

/** A row to show; `given` only while it is kept, and the name only to those who may see it. */
export interface ShownRow {
  rowNumber: number
  reason: RowReason | null
  completions: number
  given: GivenRow | null
  name: { givenName: string; familyName: string } | null
}

/** A completion that an import has added. */
export interface AddedCompletion {
  id: string
  givenName: string
  familyName: string
  titleSv: string
  titleEn: string
  completedOn: Day
  evidence: string
}
