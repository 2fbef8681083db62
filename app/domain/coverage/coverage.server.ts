import type { Day } from '~/kernel/dates.ts'
import { coverageOf, factsByUnit } from './coverage-roll-up.ts'
import { selectFacts, selectParticipation } from './coverage.db.server.ts'
import { groupedBy, type Coverage } from './coverage.ts'

export interface CoverageByPlace {
  /** The rule over everything in the area: not the sum of its places, since a unit may cover one in another place. */
  whole: Coverage
  byCode: Map<string, Coverage>
  /** Units that lie in none of the places, such as a region's; null when there are none. */
  placeless: Coverage | null
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
}

/**
 * Coverage of the nation and of each county that has units. Figures alone: who may see them, the
 * asking verb decides.
 */
export async function readCountyCoverage(moduleId: string, day: Day): Promise<CoverageByPlace> {
  const facts = await selectFacts({ kind: 'nation' }, moduleId, day)
  const byUnit = factsByUnit(facts)
  const byCounty = groupedBy(facts.units, (unit) => unit.countyCode)
  return {
    whole: coverageOf(facts.units, byUnit),
    byCode: new Map([...byCounty].map(([code, units]) => [code, coverageOf(units, byUnit)])),
    placeless: null,
    countsImported: facts.countsImported,
  }
}

/**
 * Coverage of a county and of each of its municipalities that has units. Figures alone: who may see
 * them, the asking verb decides.
 */
export async function readMunicipalityCoverage(
  countyCode: string,
  moduleId: string,
  day: Day,
): Promise<CoverageByPlace> {
  const facts = await selectFacts({ kind: 'county', countyCode }, moduleId, day)
  const byUnit = factsByUnit(facts)
  const byMunicipality = groupedBy(facts.units, (unit) => unit.municipalityCode)
  const byCode = new Map<string, Coverage>()
  for (const [code, units] of byMunicipality) if (code) byCode.set(code, coverageOf(units, byUnit))
  const placeless = byMunicipality.get(null)
  return {
    whole: coverageOf(facts.units, byUnit),
    byCode,
    placeless: placeless ? coverageOf(placeless, byUnit) : null,
    countsImported: facts.countsImported,
  }
}

export interface Participation {
  /** Persons in all, wherever they work. */
  whole: number
  byCode: Map<string, number>
}

/**
 * Persons, not employments, who have completed a module by a day: once in each place where they
 * worked or studied when they completed it. The places add up to more or less than the whole.
 */
export async function readParticipation(
  by: 'county' | 'municipality',
  moduleId: string,
  day: Day,
): Promise<Participation> {
  const rows = await selectParticipation(by, moduleId, day)
  const byCode = new Map<string, number>()
  for (const { code, persons } of rows) if (code) byCode.set(code, persons)
  return { whole: rows.find(({ code }) => code === null)?.persons ?? 0, byCode }
}
