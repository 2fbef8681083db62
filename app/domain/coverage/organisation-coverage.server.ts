import { chooseModule, listAssignments } from '~/domain/assignment/list-assignments.server.ts'
import { idOfChosen, type Assignment, type ChosenModule } from '~/domain/assignment/assignment.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import { placeOf } from '~/domain/organisation/organisation.ts'
import { readUnitStandings } from '~/domain/standing/organisation-standing.server.ts'
import type { StandingCounts } from '~/domain/standing/organisation-standing.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import { may, mayAnywhere, reachOf } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { eachListPart, listPage } from '~/platform/db/list.server.ts'
import { setRowsAside } from '~/platform/set-aside.server.ts'
import type { OrganisationQuery } from './organisation-list.ts'
import { coverageByUnit, coverageOf, factsByUnit } from './coverage-roll-up.ts'
import {
  organisationsListed,
  selectFacts,
  type OrganisationInReach,
  type RuledFacts,
} from './coverage.db.server.ts'
import { groupedBy, type Coverage, type FigureQuery, type TotalFigure } from './coverage.ts'

const organisationsPerPage = 25

type ListedOrganisation = OrganisationInReach & { total: TotalFigure }

export interface OrganisationList extends ChosenModule {
  asOf: Day
  list: OrganisationQuery
  organisations: ListPage<ListedOrganisation>
}

interface ListOrganisations {
  actor: Actor
  query: FigureQuery
  list: OrganisationQuery
}

/**
 * The organisations whose figures the actor may see, with how far each has come.
 * @throws Refusal forbidden where there is no such reach
 */
export async function listOrganisations(input: ListOrganisations): Promise<OrganisationList> {
  const { actor, query, list } = input
  const { asOf } = query
  if (!mayAnywhere(actor, 'figures:read')) throw new Refusal('forbidden')
  const chosen = await chooseModule(query.moduleSlug)
  const source = organisationsListed(reachOf(actor, 'figures:read'), asOf, list)
  const page = await listPage<OrganisationInReach>(source, list, organisationsPerPage)
  const withTotals = await withCoverage(page.rows, idOfChosen(chosen), asOf)
  return { ...chosen, asOf, list, organisations: { ...page, rows: withTotals } }
}

/**
 * The same list whole, a part at a time, with the module that its figures are of.
 * @throws Refusal forbidden where there is no such reach
 */
export async function exportOrganisations(input: ListOrganisations): Promise<{
  module: ChosenModule['module']
  asOf: Day
  parts: AsyncGenerator<ListedOrganisation[]>
}> {
  const { actor, query, list } = input
  const { asOf } = query
  if (!mayAnywhere(actor, 'figures:read')) throw new Refusal('forbidden')
  const chosen = await chooseModule(query.moduleSlug)
  const source = organisationsListed(reachOf(actor, 'figures:read'), asOf, list)
  // Set aside, since the database is asked more about each part.
  const parts = setRowsAside(eachListPart<OrganisationInReach>(source, list))
  const moduleId = idOfChosen(chosen)
  async function* covered() {
    for await (const part of parts) yield await withCoverage(part, moduleId, asOf)
  }
  return { module: chosen.module, asOf, parts: covered() }
}

async function withCoverage(
  organisations: OrganisationInReach[],
  moduleId: string,
  asOf: Day,
): Promise<ListedOrganisation[]> {
  const ids = organisations.map(({ id }) => id)
  const covered = await coverageOfOrganisations(ids, moduleId, asOf)
  return organisations.map((organisation) => ({
    ...organisation,
    total: covered(organisation.id).total,
  }))
}

/** Coverage of many organisations at once, each by its own tree; asked for by id. */
async function coverageOfOrganisations(
  organisationIds: string[],
  moduleId: string,
  day: Day,
): Promise<(organisationId: string) => Coverage> {
  const facts = await selectFacts({ kind: 'organisations', organisationIds }, moduleId, day)
  const byUnit = factsByUnit(facts)
  const byOrganisation = groupedBy(facts.units, (unit) => unit.organisationId)
  return (organisationId) => coverageOf(byOrganisation.get(organisationId) ?? [], byUnit)
}

/** A line of an organisation's tree: a unit with all that hangs below it. */
export interface TreeLine {
  unitId: string
  name: string
  /** How many units hang right below; 0 where there is nothing to open. */
  below: number
  total: TotalFigure
  /** Groups whose number a unit further up has declared for this one too. */
  coveredAbove: ProfessionGroup[]
  /** Persons by where they stand; null where nobody works. */
  standings: StandingCounts | null
}

/** One level of the tree: the unit that is opened, and those right below it. */
export interface TreeLevel {
  /** From the organisation's own unit down to the one that is opened. */
  path: { unitId: string; name: string }[]
  /** Those right below, by name. */
  lines: TreeLine[]
  /** Persons who work right at the opened unit. */
  right: StandingCounts | null
  coverage: Coverage
}

export interface OrganisationCoverage extends ChosenModule {
  organisation: OrganisationView
  asOf: Day
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
  level: TreeLevel
  /** Persons by where they stand, among those the organisation has confirmed. */
  standings: StandingCounts
  assignments: Assignment[]
  /** Which of the organisation's other pages the reader may open. */
  may: {
    people: boolean
    headcounts: boolean
    units: boolean
    claims: boolean
    assign: boolean
    completions: boolean
    peopleFile: boolean
    delegations: boolean
    subGroups: boolean
    joinCodes: boolean
  }
}

/**
 * How far an organisation has come with a module, one level of its tree at a time: the opened unit with all
 * below it, per group, and each unit right below.
 * @param input.unitId the opened unit; the whole organisation where it is left out or not there on the day
 * @throws Refusal not-found, forbidden
 */
export async function readOrganisationCoverage(input: {
  actor: Actor
  organisationId: string
  unitId?: string | null
  query: FigureQuery
}): Promise<OrganisationCoverage> {
  const { actor, organisationId, query } = input
  const { asOf } = query
  const organisation = await readOrganisation(actor, 'figures:read', organisationId)
  const chosen = await chooseModule(query.moduleSlug)
  const moduleId = idOfChosen(chosen)
  const area = { kind: 'organisations' as const, organisationIds: [organisationId] }
  const [facts, assignments] = await Promise.all([
    selectFacts(area, moduleId, asOf),
    listAssignments(actor, organisationId, 'figures:read'),
  ])
  const opened =
    facts.units.find(({ unitId }) => unitId === input.unitId)?.unitId ?? organisation.rootUnitId
  const question = { organisationId, moduleId, day: asOf }
  const { whole, parts } = await readUnitStandings(actor, question, opened)
  const place = placeOf(organisation)
  return {
    ...chosen,
    organisation,
    asOf,
    countsImported: facts.countsImported,
    level: levelOf(facts, parts, opened),
    standings: whole,
    assignments,
    may: {
      people: may(actor, 'people:read', place),
      headcounts: may(actor, 'headcount:declare', place),
      units: may(actor, 'organisation:read', place),
      claims: may(actor, 'affiliation:decide', place),
      assign: may(actor, 'module:assign', place),
      completions: may(actor, 'completion:import', place),
      peopleFile: may(actor, 'people:import', place),
      delegations: may(actor, 'people:delegate', place),
      subGroups: may(actor, 'unit:change', place),
      joinCodes: may(actor, 'people:join-code', place),
    },
  }
}

/** What is shown of the tree when a unit is opened. */
function levelOf(facts: RuledFacts, parts: Map<string, StandingCounts>, opened: string): TreeLevel {
  const { units } = facts
  const covered = coverageByUnit(units, factsByUnit(facts))
  const below = groupedBy(units, ({ parentUnitId }) => parentUnitId ?? '')
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const path: TreeLevel['path'] = []
  for (let unit = byId.get(opened); unit; unit = byId.get(unit.parentUnitId ?? '')) {
    path.unshift({ unitId: unit.unitId, name: unit.name })
  }
  const lines = (below.get(opened) ?? []).map(({ unitId, name }) => {
    const { total, coveredAbove } = covered.get(unitId)!
    const standings = parts.get(unitId) ?? null
    return { unitId, name, below: below.get(unitId)?.length ?? 0, total, coveredAbove, standings }
  })
  lines.sort((a, b) => a.name.localeCompare(b.name, 'sv'))
  return {
    path,
    lines,
    right: parts.get(opened) ?? null,
    coverage: covered.get(opened) ?? coverageOf([], new Map()),
  }
}
