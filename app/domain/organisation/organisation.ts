import type { Day } from '~/kernel/dates.ts'
import type { Place } from '~/kernel/permission.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** What an organisation is: kommun, region, statlig myndighet, länsstyrelse, resurscentrum, enskild utförare, civilsamhälle, lärosäte. */
export type OrganisationKind =
  | 'municipality'
  | 'region'
  | 'state-agency'
  | 'county-board'
  | 'resource-centre'
  | 'private-provider'
  | 'civil-society'
  | 'university'

export interface Organisation {
  id: string
  kind: OrganisationKind
  name: string
  countyCode: string | null
  municipalityCode: string | null
  rootUnitId: string
}

/** Who says how many there are: the organisation itself, Statistics Sweden, or an estimate. */
export const headcountSources = ['own', 'scb', 'estimate'] as const
export type HeadcountSource = (typeof headcountSources)[number]

/** The groups that a headcount is declared for; a mixed group is only for registering several people at once. */
export const countedGroups: readonly ProfessionGroup[] = professionGroups.filter(
  (group) => group !== 'mixed',
)

/** Where an organisation is, as permissions ask for it. */
export function placeOf(
  organisation: Pick<Organisation, 'id' | 'countyCode' | 'municipalityCode'>,
): Place {
  return {
    organisationId: organisation.id,
    countyCode: organisation.countyCode,
    municipalityCode: organisation.municipalityCode,
  }
}

/** What must be said of a new organisation. */
export interface NewOrganisation {
  kind: OrganisationKind
  name: string
  /** Where its root unit sits. */
  countyCode: string
  municipalityCode?: string | null
  organisationNumber?: string | null
  openedOn: Day
  /** Municipality codes; a resource centre's alone. */
  catchment?: string[]
  /** Ids from outside, so that a demo world is the same each time; made here when left out. */
  id?: string
  rootUnitId?: string
}

/**
 * Whether a new organisation hangs together.
 * @throws Refusal organisation.municipality-missing, organisation.municipality-elsewhere, organisation.catchment-not-centre
 */
export function checkNewOrganisation(organisation: NewOrganisation): void {
  const { kind, countyCode, municipalityCode, catchment = [] } = organisation
  if (kind === 'municipality' && !municipalityCode) {
    throw new Refusal('organisation.municipality-missing', {}, { field: 'municipalityCode' })
  }
  checkPlace(countyCode, municipalityCode)
  if (catchment.length > 0 && kind !== 'resource-centre') {
    throw new Refusal('organisation.catchment-not-centre', {}, { field: 'catchment' })
  }
}

/**
 * Whether a municipality lies in the county: its code begins with the county's.
 * @throws Refusal organisation.municipality-elsewhere
 */
export function checkPlace(countyCode: string, municipalityCode: string | null | undefined): void {
  if (municipalityCode && municipalityCode.slice(0, 2) !== countyCode) {
    throw new Refusal('organisation.municipality-elsewhere', {}, { field: 'municipalityCode' })
  }
}

/** A unit as one that hangs somewhere. */
export interface HangingUnit {
  unitId: string
  parentUnitId: string | null
  name: string
}

/**
 * Units as a tree is read: each followed by what is below it, siblings by name in Swedish order.
 * A unit whose parent is not among them stands first in line (depth 0).
 */
export function inTreeOrder<Unit extends HangingUnit>(
  units: readonly Unit[],
): (Unit & { depth: number })[] {
  const known = new Set(units.map((unit) => unit.unitId))
  const below = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentUnitId && known.has(unit.parentUnitId) ? unit.parentUnitId : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(unit)
    else below.set(parent, [unit])
  }
  const swedish = new Intl.Collator('sv', { numeric: true })
  // The last one on the stack is next, so siblings are laid there from the end of the alphabet.
  const backwards = (siblings: Unit[]) => siblings.sort((a, b) => swedish.compare(b.name, a.name))
  const stack = backwards(below.get(null) ?? []).map((unit) => ({ ...unit, depth: 0 }))
  const ordered: (Unit & { depth: number })[] = []
  for (let unit = stack.pop(); unit; unit = stack.pop()) {
    ordered.push(unit)
    const depth = unit.depth + 1
    for (const child of backwards(below.get(unit.unitId) ?? [])) stack.push({ ...child, depth })
  }
  return ordered
}
