import type { Day } from '~/kernel/dates.ts'
import { activityTypes, type ActivityType } from './activity.ts'

/** What was held of one type in one place during a period. */
export interface ActivityFigure {
  type: ActivityType
  /** Null: the nation's own activities, and participants whose county nobody knows. */
  countyCode: string | null
  /** Activities at home there with a session in the period. */
  activities: number
  /** Participants from there, each session by itself. */
  participations: number
  /** Persons from there with a name, each once in the period and the type. */
  known: number
}

/** What figures are taken of. Both null: everything. */
export interface FiguresWithin {
  countyCode: string | null
  /** Of a resource centre's catchment. */
  municipalityCodes: string[] | null
}

/** Figures of a period with their sums; every number in `types` and `counties` sums to `total`, `known` aside. */
export interface ActivityFigures {
  from: Day
  to: Day
  /** The day on which they were taken out. */
  takenOn: Day
  rows: ActivityFigure[]
  types: (ActivityCounts & { type: ActivityType })[]
  counties: (ActivityCounts & { countyCode: string | null })[]
  total: ActivityCounts
}

export interface ActivityCounts {
  activities: number
  participations: number
}

/** Adds figures up by type, by county and altogether. Persons are never summed: the same one may be in two rows. */
export function sumFigures(
  rows: readonly ActivityFigure[],
): Pick<ActivityFigures, 'types' | 'counties' | 'total'> {
  const sumOf = (some: readonly ActivityFigure[]): ActivityCounts => ({
    activities: some.reduce((sum, { activities }) => sum + activities, 0),
    participations: some.reduce((sum, { participations }) => sum + participations, 0),
  })
  const codes = [...new Set(rows.map(({ countyCode }) => countyCode))].sort((one, other) =>
    (one ?? '99').localeCompare(other ?? '99'),
  )
  return {
    types: activityTypes.flatMap((type) => {
      const those = rows.filter((row) => row.type === type)
      return those.length > 0 ? [{ type, ...sumOf(those) }] : []
    }),
    counties: codes.map((countyCode) => ({
      countyCode,
      ...sumOf(rows.filter((row) => row.countyCode === countyCode)),
    })),
    total: sumOf(rows),
  }
}
