import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import { idOfChosen, type ChosenModule } from '~/domain/assignment/assignment.ts'
import { placeOf } from '~/domain/organisation/organisation.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { may, mayAnywhere, reachOf, type Reach } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { coverageOf, factsByUnit, type FactsByUnit } from './coverage-roll-up.ts'
import {
  selectFacts,
  selectOrganisationsToPlan,
  selectWhiteSpots,
  type OrganisationToPlan,
  type WhiteSpot,
} from './coverage.db.server.ts'
import {
  gapOf,
  groupedBy,
  type Coverage,
  type FigureQuery,
  type TotalFigure,
  type UnitOnDay,
} from './coverage.ts'

/** As many organisations as a reader can weigh against each other; the whole list has a page of its own. */
const longestList = 100
const yearDays = 365

export interface RegionOrganisation extends OrganisationToPlan {
  total: TotalFigure
  mayAssign: boolean
}

export interface RegionMunicipality {
  /** Null for what lies in no municipality, such as a region's units. */
  code: string | null
  name: string | null
  total: TotalFigure
}

export interface RegionCoverage extends ChosenModule {
  asOf: Day
  /** Names of the counties that are wholly within reach. */
  counties: string[]
  whole: Coverage
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
  municipalities: RegionMunicipality[]
  /** Those whose gap is known, the greatest number missing first; 100 at most. */
  ranked: RegionOrganisation[]
  /** Those that have declared nothing, by name; 100 at most. */
  unknown: RegionOrganisation[]
  /** Nobody there has completed anything or taken part in anything for a year; 100 at most. */
  whiteSpots: WhiteSpot[]
  /** All of them, on the list or not. */
  organisations: { ranked: number; unknown: number; whiteSpots: number; all: number }
}

/**
 * Where in the actor's county or catchment there is most left to do. Figures, no names of people.
 * @throws Refusal forbidden
 */
export async function readRegion(input: {
  actor: Actor
  query: FigureQuery
}): Promise<RegionCoverage> {
  const { actor, query } = input
  const { asOf } = query
  if (!mayAnywhere(actor, 'figures:read')) throw new Refusal('forbidden')
  const reach = reachOf(actor, 'figures:read')
  const chosen = await chooseModule(query.moduleSlug)
  const moduleId = idOfChosen(chosen)
  const [inReach, plans, whiteSpots, counties] = await Promise.all([
    selectFacts({ kind: 'reach', reach }, moduleId, asOf),
    selectOrganisationsToPlan(reach, moduleId, asOf),
    selectWhiteSpots(reach, addDays(asOf, -yearDays), asOf),
    listCounties(),
  ])
  const organisationIds = plans.map(({ id }) => id)
  const whole = await selectFacts({ kind: 'organisations', organisationIds }, moduleId, asOf)
  const byUnit = factsByUnit(inReach)
  const organisations = withTotals(actor, plans, whole.units, factsByUnit(whole))
  const ranked = organisations.filter(({ total }) => total.required !== null).sort(greatestGapFirst)
  const unknown = organisations.filter(({ total }) => total.required === null).sort(byName)
  return {
    ...chosen,
    asOf,
    counties: counties
      .filter(({ code }) => reach.everywhere || reach.countyCodes.includes(code))
      .map(({ name }) => name),
    whole: coverageOf(inReach.units, byUnit),
    countsImported: inReach.countsImported,
    municipalities: await municipalitiesOf(reach, inReach.units, byUnit),
    ranked: ranked.slice(0, longestList),
    unknown: unknown.slice(0, longestList),
    whiteSpots: whiteSpots.slice(0, longestList),
    organisations: {
      ranked: ranked.length,
      unknown: unknown.length,
      whiteSpots: whiteSpots.length,
      all: plans.length,
    },
  }
}

function withTotals(
  actor: Actor,
  plans: OrganisationToPlan[],
  units: UnitOnDay[],
  facts: FactsByUnit,
): RegionOrganisation[] {
  const byOrganisation = groupedBy(units, (unit) => unit.organisationId)
  return plans.map((plan) => ({
    ...plan,
    total: coverageOf(byOrganisation.get(plan.id) ?? [], facts).total,
    mayAssign: may(actor, 'module:assign', placeOf(plan)),
  }))
}

/** Every municipality within reach, those without units too, the greatest gap first and unknown ones last. */
async function municipalitiesOf(
  reach: Reach,
  units: UnitOnDay[],
  facts: FactsByUnit,
): Promise<RegionMunicipality[]> {
  const byMunicipality = groupedBy(units, (unit) => unit.municipalityCode)
  const rows = (await listMunicipalities())
    .filter(
      ({ code, countyCode }) =>
        reach.everywhere ||
        reach.countyCodes.includes(countyCode) ||
        reach.municipalityCodes.includes(code) ||
        byMunicipality.has(code),
    )
    .map(({ code, shortName }) => ({
      code,
      name: shortName,
      total: coverageOf(byMunicipality.get(code) ?? [], facts).total,
    }))
    .sort(greatestGapFirst)
  const placeless = byMunicipality.get(null)
  if (!placeless) return rows
  return [...rows, { code: null, name: null, total: coverageOf(placeless, facts).total }]
}

interface Ranked {
  name: string
  total: TotalFigure
}

const swedish = new Intl.Collator('sv', { numeric: true })

const byName = (a: Ranked, b: Ranked) => swedish.compare(a.name, b.name)

const greatestGapFirst = (a: Ranked, b: Ranked) =>
  (gapOf(b.total) ?? -1) - (gapOf(a.total) ?? -1) || byName(a, b)
