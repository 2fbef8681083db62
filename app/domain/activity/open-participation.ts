import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import type { Day } from '~/kernel/dates.ts'

/** The groups that somebody alone can belong to: "mixed" is a room of people. */
export const openGroups = professionGroups.filter((group) => group !== 'mixed')

/** How many statements say the same of where and as what; null is what was not said. */
export interface OpenCount {
  moduleId: string
  countyCode: string | null
  professionGroup: ProfessionGroup | null
  count: number
  /** The first and the last day of a statement. */
  firstOn: Day
  lastOn: Day
}

/** The statements of one module in one area, added up two ways. */
export interface OpenSums {
  total: number
  /** Null where there are none. */
  firstOn: Day | null
  /** Most first. */
  counties: { code: string | null; count: number }[]
  /** In the order of the groups, what was not said last; those with none are left out. */
  groups: { professionGroup: ProfessionGroup | null; count: number }[]
}

/** Adds up the counts of a module. */
export function sumOpen(counts: readonly OpenCount[]): OpenSums {
  const codes = [...new Set(counts.map(({ countyCode }) => countyCode))]
  const sumOf = (some: readonly OpenCount[]) => some.reduce((sum, { count }) => sum + count, 0)
  return {
    total: sumOf(counts),
    firstOn: counts.map(({ firstOn }) => firstOn).sort()[0] ?? null,
    counties: codes
      .map((code) => ({ code, count: sumOf(counts.filter((one) => one.countyCode === code)) }))
      .sort((a, b) => b.count - a.count || (a.code ?? '99').localeCompare(b.code ?? '99')),
    groups: [...professionGroups, null]
      .map((group) => ({
        professionGroup: group,
        count: sumOf(counts.filter((one) => one.professionGroup === group)),
      }))
      .filter(({ count }) => count > 0),
  }
}
