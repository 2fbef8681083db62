import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { Random } from './random.ts'
import type { OrganisationPlan, UnitPlan } from './world-organisations.ts'

/** A unit that holds people, as it stands in the database. */
export interface Workplace {
  unitId: string
  organisationId: string
  kind: string
  countyCode: string
  municipalityCode: string | null
  group: ProfessionGroup
  staff: number
}

export interface SeededOrganisation {
  id: string
  kind: string
  name: string
  countyCode: string
  /** Whether it has told how many work there. */
  declared: boolean
  workplaces: Workplace[]
}

type Row = (string | number | null)[]

interface Rows {
  organisations: Row[]
  units: Row[]
  placements: Row[]
  headcounts: Row[]
  catchment: Row[]
  states: Row[]
}

/** Writes a world's organisations with units, headcounts and catchments. History begins on `opened`. */
export async function seedOrganisations(
  random: Random,
  plans: OrganisationPlan[],
  opened: Day,
): Promise<SeededOrganisation[]> {
  const rows: Rows = {
    organisations: [],
    units: [],
    placements: [],
    headcounts: [],
    catchment: [],
    states: [],
  }
  const seeded = plans.map((plan) => addOrganisation(random, rows, plan, opened))
  await bulkLoad(
    'organisation',
    ['id', 'kind', 'name', 'county_code', 'municipality_code', 'root_unit_id', 'opened_on'],
    rows.organisations,
  )
  await bulkLoad(
    'unit',
    ['id', 'name', 'county_code', 'municipality_code', 'opened_on'],
    rows.units,
  )
  await bulkLoad(
    'unit_placement',
    ['id', 'unit_id', 'organisation_id', 'parent_unit_id', 'name', 'valid_from'],
    rows.placements,
  )
  await bulkLoad(
    'headcount',
    ['id', 'unit_id', 'profession_group', 'headcount', 'as_of', 'source', 'recorded_at'],
    rows.headcounts,
  )
  await bulkLoad(
    'catchment_municipality',
    ['organisation_id', 'municipality_code', 'valid_from'],
    rows.catchment,
  )
  await bulkLoad(
    'organisation_state',
    ['id', 'organisation_id', 'kind', 'phase', 'project_year_from', 'valid_from'],
    rows.states,
  )
  return seeded
}

function addOrganisation(
  random: Random,
  rows: Rows,
  plan: OrganisationPlan,
  opened: Day,
): SeededOrganisation {
  const at = Date.parse(`${opened}T00:00:00Z`)
  const id = seededId(at, random.bytes(10))
  const countyCode = plan.county.code
  const municipalityCode = plan.municipality?.code ?? null
  const workplaces: Workplace[] = []
  // One organisation in four has not told how many work there: its figures are unknown.
  const declares = random.chance(0.75)
  const addUnit = (unit: UnitPlan, parentId: string | null): string => {
    const unitId = seededId(at, random.bytes(10))
    rows.units.push([unitId, unit.name, countyCode, municipalityCode, opened])
    const placementId = seededId(at, random.bytes(10))
    rows.placements.push([placementId, unitId, id, parentId, unit.name, opened])
    if (unit.group) {
      workplaces.push({
        unitId,
        organisationId: id,
        kind: plan.kind,
        countyCode,
        municipalityCode,
        group: unit.group,
        staff: unit.staff,
      })
      if (declares) addHeadcounts(random, rows, unitId, unit.group, unit.staff, opened)
    }
    for (const child of unit.children) addUnit(child, unitId)
    return unitId
  }
  const rootId = addUnit(plan.root, null)
  rows.organisations.push([id, plan.kind, plan.name, countyCode, municipalityCode, rootId, opened])
  for (const code of plan.catchment) rows.catchment.push([id, code, opened])
  const centre = plan.kind === 'resource-centre' ? ['run', opened] : [null, null]
  rows.states.push([id, id, plan.kind, ...centre, opened])
  return { id, kind: plan.kind, name: plan.name, countyCode, declared: declares, workplaces }
}

// Declared once a year, the first a little off from what is true now.
function addHeadcounts(
  random: Random,
  rows: Rows,
  unitId: string,
  group: ProfessionGroup,
  staff: number,
  opened: Day,
): void {
  const source = random.chance(0.85) ? 'own' : 'estimate'
  const earlier = Math.max(1, staff + random.whole(-3, 3))
  for (const [day, count] of [
    [addDays(opened, random.whole(1, 60)), earlier],
    [addDays(opened, random.whole(380, 440)), staff],
  ] as const) {
    rows.headcounts.push([
      seededId(Date.parse(day), random.bytes(10)),
      unitId,
      group,
      count,
      day,
      source,
      `${day}T08:00:00Z`,
    ])
  }
}
