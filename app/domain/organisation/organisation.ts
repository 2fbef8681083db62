import { addMonths, type Day } from '~/kernel/dates.ts'
import type { Place } from '~/kernel/permission.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'

/** What an organisation is: kommun, region, statlig myndighet, länsstyrelse, resurscentrum, enskild utförare, civilsamhälle, lärosäte. */
export const organisationKinds = [
  'municipality',
  'region',
  'state-agency',
  'county-board',
  'resource-centre',
  'private-provider',
  'civil-society',
  'university',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** How far a resource centre has come. */
export const centrePhases = ['start', 'build', 'run', 'ending'] as const
export type CentrePhase = (typeof centrePhases)[number]

/** What an organisation is from a day on, besides its name, which is its root unit's. */
export interface OrganisationState {
  kind: OrganisationKind
  /** "202100-2247" */
  organisationNumber: string | null
  /** The organisation that carries it (huvudman), where that is another. */
  carrierId: string | null
  /** A resource centre's alone. */
  phase: CentrePhase | null
  /** The first day of a resource centre's project year. */
  projectYearFrom: Day | null
}

/** A municipality that a resource centre serves, and until when where an end is told. */
export interface CatchmentPart {
  municipalityCode: string
  name: string
  countyCode: string
  validFrom: Day
  validTo: Day | null
}

/** What an organisation was on a day, with the names of what it refers to. */
export interface OrganisationStateView extends OrganisationState {
  carrierName: string | null
  catchment: CatchmentPart[]
}

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

/** A headcount is asked for anew after a year. */
export const monthsUntilOld = 12

/** Whether a headcount of a day has to be looked over. */
export function isOld(asOf: Day, today: Day): boolean {
  return addMonths(asOf, monthsUntilOld) < today
}

/** A number in the grid of units and profession groups. */
export interface HeadcountCell {
  unitId: string
  professionGroup: ProfessionGroup
  headcount: number
}

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
  carrierId?: string | null
  phase?: CentrePhase | null
  projectYearFrom?: Day | null
  /** Ids from outside, so that a demo world is the same each time; made here when left out. */
  id?: string
  rootUnitId?: string
}

/**
 * Whether a new organisation hangs together.
 * @throws Refusal organisation.municipality-missing, organisation.municipality-elsewhere,
 *   organisation.catchment-not-centre, organisation.phase-not-centre
 */
export function checkNewOrganisation(organisation: NewOrganisation): void {
  const { kind, countyCode, municipalityCode, catchment = [] } = organisation
  if (kind === 'municipality' && !municipalityCode) {
    throw new Refusal('organisation.municipality-missing', {}, { field: 'municipalityCode' })
  }
  checkPlace(countyCode, municipalityCode)
  checkCentre(organisation.kind, { ...organisation, catchment })
}

/**
 * Whether only a resource centre has what a resource centre has.
 * @throws Refusal organisation.catchment-not-centre, organisation.phase-not-centre
 */
export function checkCentre(
  kind: OrganisationKind,
  told: { catchment: string[]; phase?: CentrePhase | null; projectYearFrom?: Day | null },
): void {
  if (kind === 'resource-centre') return
  if (told.catchment.length > 0) {
    throw new Refusal('organisation.catchment-not-centre', {}, { field: 'catchment' })
  }
  if (told.phase || told.projectYearFrom) {
    throw new Refusal('organisation.phase-not-centre', {}, { field: 'phase' })
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

/** A place as a form posts it: a municipality's code, or a county's where it lies in none of its municipalities. */
export function placeOfCode(code: string): { countyCode: string; municipalityCode: string | null } {
  return { countyCode: code.slice(0, 2), municipalityCode: code.length === 4 ? code : null }
}

/** A unit as one that hangs somewhere. */
export interface HangingUnit {
  unitId: string
  parentUnitId: string | null
  name: string
}

/** A unit with where it lies. */
export interface PlacedUnit extends HangingUnit {
  countyCode: string
  municipalityCode: string | null
  /** The municipality's short name, or the county's name. */
  placeName: string
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
