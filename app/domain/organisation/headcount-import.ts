import { isDay, type Day } from '~/kernel/dates.ts'
import { foldedWord } from '~/kernel/folded-word.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { organisationNumberOf } from './organisation-number.ts'
import { headcountSources, type HeadcountSource } from './organisation.ts'
import { professionGroupOf } from './profession-words.ts'
import type { FindUnit } from './unit-finder.ts'

/** What a row says, as texts; what it leaves out is empty. */
export interface GivenHeadcount {
  /** By number or by name; left out where the file is about one organisation. */
  organisation: string
  /** Left out where the number is the whole organisation's. */
  unit: string
  group: string
  headcount: string
  /** A day where it could be read as one, otherwise as it stands. */
  asOf: string
  source: string
}

/** A row with its number in the file; of one that looks like holding a personal identity number, nothing else. */
export type HeadcountFileRow = { rowNumber: number; given: GivenHeadcount | null }

/** Why a row gives nothing; `headcount-file.reason.<reason>` are the words. */
export const headcountReasons = [
  'personal-number',
  'organisation-missing',
  'organisation-unknown',
  'organisation-ambiguous',
  'organisation-other',
  'unit-unknown',
  'unit-ambiguous',
  'group-missing',
  'group-unknown',
  'number-missing',
  'number-unreadable',
  'day-missing',
  'day-unreadable',
  'day-ahead',
  'day-too-early',
  'source-missing',
  'source-unknown',
  'row-twice',
] as const
export type HeadcountReason = (typeof headcountReasons)[number]

/** What a row does. */
export const headcountOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const
export type HeadcountOutcome = (typeof headcountOutcomes)[number]
export type HeadcountCounts = Record<HeadcountOutcome, number>

/** A number as it is declared. */
export interface ToldHeadcount {
  headcount: number
  asOf: Day
  source: HeadcountSource
}

/** A row that says something of a unit. */
export interface ReadHeadcount extends ToldHeadcount {
  rowNumber: number
  organisationId: string
  unitId: string
  professionGroup: ProfessionGroup
}

type RefusedHeadcount = { rowNumber: number; reason: HeadcountReason }

/** What a row of a file does, and what is in force on its day without it. */
export type JudgedHeadcount =
  | (RefusedHeadcount & { outcome: 'refused' })
  | (ReadHeadcount & { outcome: 'new' | 'changed' | 'unchanged'; before: ToldHeadcount | null })

/** An organisation within reach, as a file may name it. */
export interface NamedOrganisation {
  id: string
  name: string
  organisationNumber: string | null
  rootUnitId: string
}

type Found = { organisation: NamedOrganisation } | { reason: HeadcountReason }
export type FindOrganisation = (text: string) => Found

/**
 * Finds an organisation by its number or its name among those within reach. A file about one organisation need
 * not name it; where it names another, the row is not for this file.
 */
export function organisationFinder(
  known: readonly NamedOrganisation[],
  only: NamedOrganisation | null,
): FindOrganisation {
  const byName = new Map<string, NamedOrganisation[]>()
  for (const each of known) {
    for (const key of [each.organisationNumber, foldedWord(each.name)]) {
      if (key) byName.set(key, [...(byName.get(key) ?? []), each])
    }
  }
  return (text) => {
    if (!text) return only ? { organisation: only } : { reason: 'organisation-missing' }
    const found = byName.get(numberIn(text) ?? foldedWord(text)) ?? []
    if (only) {
      const isIt = found.some(({ id }) => id === only.id)
      return isIt ? { organisation: only } : { reason: 'organisation-other' }
    }
    const [first, second] = found
    if (!first) return { reason: 'organisation-unknown' }
    return second ? { reason: 'organisation-ambiguous' } : { organisation: first }
  }
}

function numberIn(text: string): string | null {
  try {
    return organisationNumberOf(text)
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

const sourceWords: Record<HeadcountSource, readonly string[]> = {
  own: ['egenuppgift', 'egen', 'personalsystem', 'personalsystemet', 'ownfigure', 'own'],
  scb: ['scb', 'scbsstatistik', 'statistiskacentralbyran', 'statisticssweden'],
  estimate: ['uppskattning', 'skattning', 'uppskattat', 'estimate', 'estimated'],
}

/** No register of staff that anybody counts by is older. */
export const earliestHeadcount: Day = '2000-01-01'

interface HeadcountReading {
  findOrganisation: FindOrganisation
  findUnit: (organisationId: string) => FindUnit
  today: Day
}

/** What a row says, or why it cannot be taken where it alone shows that. */
export function readHeadcount(
  { rowNumber, given }: HeadcountFileRow,
  { findOrganisation, findUnit, today }: HeadcountReading,
): ReadHeadcount | RefusedHeadcount {
  const refused = (reason: HeadcountReason) => ({ rowNumber, reason })
  if (!given) return refused('personal-number')
  const found = findOrganisation(given.organisation)
  if ('reason' in found) return refused(found.reason)
  const { id: organisationId, rootUnitId } = found.organisation
  const unit = given.unit ? findUnit(organisationId)(given.unit) : { unitId: rootUnitId }
  if ('reason' in unit) return refused(unit.reason)
  const professionGroup = given.group ? professionGroupOf(given.group, {}) : null
  if (!professionGroup) return refused(given.group ? 'group-unknown' : 'group-missing')
  const written = given.headcount.replace(/\s/g, '')
  if (!/^\d{1,6}$/.test(written)) {
    return refused(written ? 'number-unreadable' : 'number-missing')
  }
  const reason = dayReason(given.asOf, today)
  if (reason) return refused(reason)
  const word = foldedWord(given.source)
  const source = headcountSources.find((each) => sourceWords[each].includes(word))
  if (!source) return refused(word ? 'source-unknown' : 'source-missing')
  const told = { headcount: Number(written), asOf: given.asOf, source }
  return { rowNumber, organisationId, unitId: unit.unitId, professionGroup, ...told }
}

function dayReason(day: string, today: Day): HeadcountReason | undefined {
  if (!day) return 'day-missing'
  if (!isDay(day)) return 'day-unreadable'
  if (day > today) return 'day-ahead'
  return day < earliestHeadcount ? 'day-too-early' : undefined
}

/**
 * What each row does. Where two rows tell of the same unit, group and day, nobody knows which is right, and
 * neither is taken.
 * @param before by row number: the number in force on the row's day
 */
export function judgeHeadcounts(
  rows: readonly (ReadHeadcount | RefusedHeadcount)[],
  before: ReadonlyMap<number, ToldHeadcount>,
): JudgedHeadcount[] {
  const keyOf = (row: ReadHeadcount) => `${row.unitId} ${row.professionGroup} ${row.asOf}`
  const told = new Map<string, number>()
  for (const row of rows) {
    if (!('reason' in row)) told.set(keyOf(row), (told.get(keyOf(row)) ?? 0) + 1)
  }
  return rows.map((row): JudgedHeadcount => {
    if ('reason' in row) return { ...row, outcome: 'refused' }
    const { rowNumber } = row
    if (told.get(keyOf(row)) !== 1) return { rowNumber, outcome: 'refused', reason: 'row-twice' }
    const known = before.get(rowNumber) ?? null
    return { ...row, outcome: outcomeOf(row, known), before: known }
  })
}

function outcomeOf(row: ToldHeadcount, known: ToldHeadcount | null) {
  if (!known) return 'new'
  const isSame =
    known.headcount === row.headcount && known.asOf === row.asOf && known.source === row.source
  return isSame ? 'unchanged' : 'changed'
}

/** How many rows do what. */
export function countHeadcounts(judged: readonly JudgedHeadcount[]): HeadcountCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of judged) counts[outcome]++
  return counts
}

/** Whether the file would change anything. */
export const writesAnything = (counts: HeadcountCounts) => counts.new + counts.changed > 0

/** A file of headcounts, as lists show it. */
export interface HeadcountImportSummary {
  id: string
  /** Null for a file about several. */
  organisationId: string | null
  fileName: string
  sha256: string
  status: TriedFileStatus
  counts: HeadcountCounts
  isRecounted: boolean
  workId: string | null
  broughtBy: string | null
  checkedAt: Date
  appliedAt: Date | null
  undoneAt: Date | null
}

/** A row as a page shows it. */
export interface ShownHeadcount {
  rowNumber: number
  outcome: HeadcountOutcome
  reason: HeadcountReason | null
  given: GivenHeadcount | null
  organisationName: string | null
  unitName: string | null
  professionGroup: ProfessionGroup | null
  headcount: number | null
  asOf: Day | null
  source: HeadcountSource | null
  before: ToldHeadcount | null
}
