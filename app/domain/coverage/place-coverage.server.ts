import type { Day } from '~/kernel/dates.ts'
import { coverageOf, factsByUnit } from './coverage-roll-up.ts'
import { selectFacts, type Area } from './coverage.db.server.ts'
import { groupedBy, type Coverage } from './coverage.ts'

/** A place that a table has a row for; placeless is what lies in a county and in none of its municipalities. */
export type PlaceArea =
  | { kind: 'nation' }
  | { kind: 'county'; code: string }
  | { kind: 'municipality'; code: string }
  | { kind: 'placeless'; countyCode: string }

export interface CoverageAnywhere {
  coverageIn: (place: PlaceArea) => Coverage
  /** Counties with units that lie in no municipality, by code. */
  placelessCounties: string[]
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
}

/**
 * Everything that is known of a module on a day, read once, to ask of any place. Figures alone: who
 * may see them, the asking verb decides.
 * @param countyCode reads no more than that county; the nation is then that county
 */
export async function readCoverageAnywhere(
  moduleId: string,
  day: Day,
  countyCode: string | null,
): Promise<CoverageAnywhere> {
  const area: Area = countyCode === null ? { kind: 'nation' } : { kind: 'county', countyCode }
  const facts = await selectFacts(area, moduleId, day)
  const byUnit = factsByUnit(facts)
  const byCounty = groupedBy(facts.units, (unit) => unit.countyCode)
  const byMunicipality = groupedBy(facts.units, (unit) => unit.municipalityCode)
  const placeless = groupedBy(byMunicipality.get(null) ?? [], (unit) => unit.countyCode)
  const unitsIn = (place: PlaceArea) => {
    switch (place.kind) {
      case 'nation':
        return facts.units
      case 'county':
        return byCounty.get(place.code)
      case 'municipality':
        return byMunicipality.get(place.code)
      case 'placeless':
        return placeless.get(place.countyCode)
    }
  }
  return {
    coverageIn: (place) => coverageOf(unitsIn(place) ?? [], byUnit),
    placelessCounties: [...placeless.keys()].sort(),
    countsImported: facts.countsImported,
  }
}
