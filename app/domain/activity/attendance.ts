import type { Day } from '~/kernel/dates.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** How people came to be written down: by name, by the session's code, or as a number. */
export const attendanceWays = ['registered', 'check-in', 'counted'] as const
export type AttendanceWay = (typeof attendanceWays)[number]

/** K, M, and null for "uppgift saknas eller annat". */
export const countedSexes = ['K', 'M', null] as const
export type CountedSex = (typeof countedSexes)[number]

/** So many of a kind at a session. */
export interface AttendanceCell {
  sessionId: string
  way: AttendanceWay
  professionGroup: ProfessionGroup
  sex: CountedSex
  countyCode: string | null
  people: number
}

/** How many, split by sex. `total` is always the sum of the others. */
export interface SexSplit {
  women: number
  men: number
  unstated: number
  total: number
}

/** Attendance added up: each part sums to `participations`. */
export interface AttendanceSums extends SexSplit {
  ways: Record<AttendanceWay, number>
  /** In the national order; groups with nobody are left out. */
  groups: (SexSplit & { professionGroup: ProfessionGroup })[]
  /** By code, those whose county nobody knows last. */
  counties: (SexSplit & { countyCode: string | null })[]
  /** Every county and group that somebody came from. */
  parts: (SexSplit & { countyCode: string | null; professionGroup: ProfessionGroup })[]
  sessions: Map<string, number>
}

/** Adds up who was there, whichever way they were written down. */
export function sumAttendance(cells: readonly AttendanceCell[]): AttendanceSums {
  const groupsOf = (some: readonly AttendanceCell[]) =>
    professionGroups.flatMap((professionGroup) => {
      const those = some.filter((cell) => cell.professionGroup === professionGroup)
      return those.length > 0 ? [{ professionGroup, ...splitOf(those) }] : []
    })
  const codes = [...new Set(cells.map(({ countyCode }) => countyCode))].sort((one, other) =>
    (one ?? '99').localeCompare(other ?? '99'),
  )
  const counties = codes.map((countyCode) => ({
    countyCode,
    cells: cells.filter((cell) => cell.countyCode === countyCode),
  }))
  const waySum = (way: AttendanceWay) => peopleIn(cells.filter((cell) => cell.way === way))
  const sessions = new Map<string, number>()
  for (const { sessionId, people } of cells) {
    sessions.set(sessionId, (sessions.get(sessionId) ?? 0) + people)
  }
  return {
    ...splitOf(cells),
    ways: {
      registered: waySum('registered'),
      'check-in': waySum('check-in'),
      counted: waySum('counted'),
    },
    groups: groupsOf(cells),
    counties: counties.map(({ countyCode, cells }) => ({ countyCode, ...splitOf(cells) })),
    parts: counties.flatMap(({ countyCode, cells }) =>
      groupsOf(cells).map((group) => ({ countyCode, ...group })),
    ),
    sessions,
  }
}

const peopleIn = (cells: readonly AttendanceCell[]) =>
  cells.reduce((sum, { people }) => sum + people, 0)

function splitOf(cells: readonly AttendanceCell[]): SexSplit {
  const of = (sex: CountedSex) => peopleIn(cells.filter((cell) => cell.sex === sex))
  const [women, men, unstated] = [of('K'), of('M'), of(null)]
  return { women, men, unstated, total: women + men + unstated }
}

/** How many persons were there, as far as that can be known. */
export interface PersonsPresent {
  /** Nobody knows whether those without a name came more than once, so it may be a least number. */
  persons: number
  isExact: boolean
}

/**
 * Persons are not participations: who came to three sessions is one person and three participations. Of one
 * session the two are the same; of a series only those with a name are known apart, so it is told how many
 * there were at least: the fullest session, or all with a name, whichever is more.
 */
export function personsPresent(
  sums: Pick<AttendanceSums, 'sessions' | 'total'>,
  known: number,
): PersonsPresent {
  const met = [...sums.sessions.values()]
  if (met.length <= 1) return { persons: sums.total, isExact: true }
  return { persons: Math.max(known, ...met), isExact: false }
}

/** Where somebody works, as a form's choice: "o:<organisation>" or "m:<municipality>"; "-" is not known. */
export type PlaceChoice = { organisationId: string } | { municipalityCode: string } | null

/** @returns undefined where the text is no choice */
export function placeIn(text: string): PlaceChoice | undefined {
  if (text === '-') return null
  const [kind, value] = [text.slice(0, 2), text.slice(2)]
  if (kind === 'o:' && /^[0-9a-f-]{36}$/.test(value)) return { organisationId: value }
  if (kind === 'm:' && /^\d{4}$/.test(value)) return { municipalityCode: value }
  return undefined
}

/** The choice that stands for where a row says that somebody works. */
export function placeText(row: {
  organisationId: string | null
  municipalityCode: string | null
}): string {
  if (row.organisationId) return `o:${row.organisationId}`
  return row.municipalityCode ? `m:${row.municipalityCode}` : '-'
}

/**
 * Whether somebody can be written down at a session: not before its day, and not at what was cancelled.
 * @throws Refusal activity.cancelled, activity.session-ahead
 */
export function checkMayAttend(status: string, heldOn: Day, today: Day): void {
  if (status === 'cancelled') throw new Refusal('activity.cancelled')
  if (heldOn > today) throw new Refusal('activity.session-ahead')
}

/** A count that stands in a grid of counts. */
export interface CountCell {
  professionGroup: ProfessionGroup
  sex: CountedSex
  people: number
}

export interface CountChange {
  professionGroup: ProfessionGroup
  sex: CountedSex
  from: number
  to: number
}

/** What a grid of counts changes: cells whose number is another than it was. What is not in it is none. */
export function countChanges(
  before: readonly CountCell[],
  after: readonly CountCell[],
): CountChange[] {
  return professionGroups.flatMap((professionGroup) =>
    countedSexes.flatMap((sex) => {
      const numberIn = (cells: readonly CountCell[]) =>
        cells.find((cell) => cell.professionGroup === professionGroup && cell.sex === sex)
          ?.people ?? 0
      const [from, to] = [numberIn(before), numberIn(after)]
      return from === to ? [] : [{ professionGroup, sex, from, to }]
    }),
  )
}
