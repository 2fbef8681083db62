import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { inTreeOrder } from '~/domain/organisation/organisation.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import type { County } from '~/domain/place/place.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { mayAnywhere, reachOf, type Reach, type Verb } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import {
  assignmentsListed,
  selectAssignment,
  selectAssignmentsReaching,
  selectCatchments,
  selectColleagues,
  selectEarlierDays,
  selectFollowedChanges,
  selectUnitsToChoose,
  viewOf,
  type AssignmentRow,
  type EarlierDay,
  type FollowedChange,
  type NamedPerson,
} from './assignment-list.db.server.ts'
import type { AssignmentQuery } from './assignment-list.ts'
import { selectModuleChoices, selectTargets, type TargetCourse } from './assignment.db.server.ts'
import type { Assignment, AudiencePlace, ChosenModule } from './assignment.ts'

export type { EarlierDay, NamedPerson, TargetCourse }

/**
 * The modules that are or have been published, in the order of the courses, and the one that a page
 * is about.
 * @param slug what the address says; the first module where it names none that exists
 */
export async function chooseModule(slug: string | null): Promise<ChosenModule> {
  const modules = await selectModuleChoices()
  return { modules, module: modules.find((module) => module.slug === slug) ?? modules[0] ?? null }
}

/**
 * What speaks to an organisation or a part of it, the earliest due first: its own assignments, and those
 * of the county and the nation.
 * @param verb what the actor needs there: module:assign to change it, figures:read to see it
 * @throws Refusal not-found, forbidden
 */
export async function listAssignments(
  actor: Actor,
  organisationId: string,
  verb: Extract<Verb, 'module:assign' | 'figures:read'> = 'module:assign',
): Promise<Assignment[]> {
  await readOrganisation(actor, verb, organisationId)
  return selectAssignmentsReaching(organisationId, reachOf(actor, 'module:assign'), today())
}

const assignmentsPerPage = 25

/**
 * What is under way that the actor may change, in one's whole county, catchment, organisation or nation.
 * @throws Refusal forbidden
 */
export async function listOwnAssignments(
  actor: Actor,
  list: AssignmentQuery,
): Promise<ListPage<Assignment>> {
  const source = assignmentsListed(managedReach(actor), today(), list)
  const found = await listPage<AssignmentRow>(source, list, assignmentsPerPage)
  return { ...found, rows: found.rows.map(viewOf) }
}

/**
 * The same on all its pages, part after part.
 * @throws Refusal forbidden
 */
export async function* exportAssignments(
  actor: Actor,
  list: AssignmentQuery,
): AsyncGenerator<Assignment[]> {
  const source = assignmentsListed(managedReach(actor), today(), list)
  for await (const part of eachListPart<AssignmentRow>(source, list)) yield part.map(viewOf)
}

function managedReach(actor: Actor): Reach {
  if (!mayAnywhere(actor, 'module:assign')) throw new Refusal('forbidden')
  return reachOf(actor, 'module:assign')
}

/**
 * One that is under way, with the days that it had before and the changes of units that it has followed.
 * @throws Refusal not-found, forbidden
 */
export async function readAssignment(
  actor: Actor,
  id: string,
): Promise<{ assignment: Assignment; earlierDays: EarlierDay[]; followed: FollowedChange[] }> {
  const reach = reachOf(actor, 'module:assign')
  const assignment = isId(id) ? await selectAssignment(id, reach, today()) : undefined
  if (!assignment) throw new Refusal('not-found')
  if (!mayAnywhere(actor, 'module:assign') || !assignment.mayManage) throw new Refusal('forbidden')
  const [earlierDays, followed] = await Promise.all([
    selectEarlierDays(id),
    selectFollowedChanges(id),
  ])
  return { assignment, earlierDays, followed }
}

/** A place that the actor may assign to, as a form offers it. */
export interface PlaceChoice extends AudiencePlace {
  name: string
  /** How deep a unit hangs in its organisation; 0 for all else. */
  depth: number
}

/** What a form for a new assignment offers. */
export interface AssignmentChoices {
  targets: TargetCourse[]
  places: PlaceChoice[]
  /** The organisation that it is about; null where it is about a county, a catchment or the nation. */
  organisation: { id: string; name: string } | null
  /** People who have been chosen by name. */
  named: NamedPerson[]
}

/**
 * What an actor can assign, and to which places: an organisation's units where one is named, else the
 * counties, catchments and municipalities within reach. Who has nothing but organisations gets the first one's.
 * @throws Refusal not-found, forbidden
 */
export async function readAssignmentChoices(input: {
  actor: Actor
  organisationId: string | null
  personIds: string[]
}): Promise<AssignmentChoices> {
  const { actor, personIds } = input
  if (!mayAnywhere(actor, 'module:assign')) throw new Refusal('forbidden')
  const reach = reachOf(actor, 'module:assign')
  const targets = await selectTargets()
  const isWide =
    reach.everywhere || reach.countyCodes.length > 0 || reach.municipalityCodes.length > 0
  const organisationId = input.organisationId ?? (isWide ? null : reach.organisationIds[0]!)
  if (organisationId === null) {
    return { targets, places: await regionsWithin(actor, reach), organisation: null, named: [] }
  }
  const { id, name } = await readOrganisation(actor, 'module:assign', organisationId)
  const units = inTreeOrder(await selectUnitsToChoose(id, today()))
  const places: PlaceChoice[] = units.map((unit) => ({
    kind: 'unit',
    ref: unit.unitId,
    name: unit.name,
    depth: unit.depth,
  }))
  // The root unit is the organisation itself.
  const whole: PlaceChoice = { kind: 'organisation', ref: id, name, depth: 0 }
  const known = personIds.filter(isId)
  const named = known.length > 0 ? await namedIn(actor, id, known) : []
  return { targets, places: [whole, ...places.slice(1)], organisation: { id, name }, named }
}

/** Names are for the organisation's own managers. */
async function namedIn(actor: Actor, organisationId: string, personIds: string[]) {
  await readOrganisation(actor, 'people:read', organisationId)
  return selectColleagues(organisationId, personIds, today())
}

async function regionsWithin(actor: Actor, reach: Reach): Promise<PlaceChoice[]> {
  const counties = await listCounties()
  const asCounty = ({ code, name }: County): PlaceChoice => ({
    kind: 'county',
    ref: code,
    name,
    depth: 0,
  })
  if (reach.everywhere) {
    return [{ kind: 'nation', ref: '', name: '', depth: 0 }, ...counties.map(asCounty)]
  }
  const own = counties.filter(({ code }) => reach.countyCodes.includes(code))
  const municipalities = (await listMunicipalities()).filter(
    ({ code, countyCode }) =>
      reach.countyCodes.includes(countyCode) || reach.municipalityCodes.includes(code),
  )
  return [
    ...own.map(asCounty),
    ...(await selectCatchments(catchmentIdsOf(actor))).map(({ id, name }) => ({
      kind: 'catchment' as const,
      ref: id,
      name,
      depth: 0,
    })),
    ...municipalities.map(({ code, shortName }) => ({
      kind: 'municipality' as const,
      ref: code,
      name: shortName,
      depth: 0,
    })),
  ]
}

function catchmentIdsOf(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  return actor.grants.flatMap(({ scope }) =>
    scope.kind === 'catchment' ? [scope.organisationId] : [],
  )
}
