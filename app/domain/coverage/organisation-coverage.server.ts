import { chooseModule, listAssignments } from '~/domain/assignment/assignment.server.ts'
import { idOfChosen, type Assignment, type ChosenModule } from '~/domain/assignment/assignment.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import { inTreeOrder, placeOf } from '~/domain/organisation/organisation.ts'
import { readStandingCounts } from '~/domain/standing/organisation-standing.server.ts'
import type { StandingCounts } from '~/domain/standing/organisation-standing.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import { may, mayAnywhere, reachOf } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { coverageByUnit, coverageOf, factsByUnit } from './coverage-roll-up.ts'
import { selectFacts, selectOrganisations, type OrganisationInReach } from './coverage.db.server.ts'
import { unitsBy, type Coverage, type FigureQuery, type TotalFigure } from './coverage.ts'

const organisationsPerPage = 25

export interface OrganisationList extends ChosenModule {
  asOf: Day
  search: string
  organisations: (OrganisationInReach & { total: TotalFigure })[]
  /** How many there are on all pages together. */
  count: number
  page: number
  pages: number
}

interface ListOrganisations {
  actor: Actor
  query: FigureQuery
  /** Part of a name; empty for all. */
  search: string
  /** From 1. */
  page: number
}

/**
 * The organisations whose figures the actor may see, by name, with how far each has come.
 * @throws Refusal forbidden where there is no such reach
 */
export async function listOrganisations(input: ListOrganisations): Promise<OrganisationList> {
  const { actor, query, search } = input
  const { asOf } = query
  if (!mayAnywhere(actor, 'figures:read')) throw new Refusal('forbidden')
  const chosen = await chooseModule(query.moduleSlug)
  const page = Math.max(1, input.page)
  const { organisations, count } = await selectOrganisations(
    reachOf(actor, 'figures:read'),
    search,
    { offset: (page - 1) * organisationsPerPage, limit: organisationsPerPage },
  )
  const organisationIds = organisations.map(({ id }) => id)
  const covered = await coverageOfOrganisations(organisationIds, idOfChosen(chosen), asOf)
  return {
    ...chosen,
    asOf,
    search,
    organisations: organisations.map((organisation) => ({
      ...organisation,
      total: covered(organisation.id).total,
    })),
    count,
    page,
    pages: Math.max(1, Math.ceil(count / organisationsPerPage)),
  }
}

/** Coverage of many organisations at once, each by its own tree; asked for by id. */
async function coverageOfOrganisations(
  organisationIds: string[],
  moduleId: string,
  day: Day,
): Promise<(organisationId: string) => Coverage> {
  const facts = await selectFacts({ kind: 'organisations', organisationIds }, moduleId, day)
  const byUnit = factsByUnit(facts)
  const byOrganisation = unitsBy(facts.units, (unit) => unit.organisationId)
  return (organisationId) => coverageOf(byOrganisation.get(organisationId) ?? [], byUnit)
}

/** A line of the organisation's tree. */
export interface TreeLine {
  unitId: string
  name: string
  /** 0 for the organisation itself. */
  depth: number
  total: TotalFigure
  /** Groups whose number a unit further up has declared for this one too. */
  coveredAbove: ProfessionGroup[]
}

export interface OrganisationCoverage extends ChosenModule {
  organisation: OrganisationView
  asOf: Day
  coverage: Coverage
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
  tree: TreeLine[]
  /** Persons by where they stand, among those the organisation has confirmed. */
  standings: StandingCounts
  assignments: Assignment[]
  /** Which of the organisation's other pages the reader may open. */
  may: {
    people: boolean
    headcounts: boolean
    claims: boolean
    assign: boolean
    completions: boolean
  }
}

/**
 * How far an organisation has come with a module: as a whole, per group and per unit.
 * @throws Refusal not-found, forbidden
 */
export async function readOrganisationCoverage(input: {
  actor: Actor
  organisationId: string
  query: FigureQuery
}): Promise<OrganisationCoverage> {
  const { actor, organisationId, query } = input
  const { asOf } = query
  const organisation = await readOrganisation(actor, 'figures:read', organisationId)
  const chosen = await chooseModule(query.moduleSlug)
  const moduleId = idOfChosen(chosen)
  const area = { kind: 'organisations' as const, organisationIds: [organisationId] }
  const [facts, standings, assignments] = await Promise.all([
    selectFacts(area, moduleId, asOf),
    readStandingCounts(actor, { organisationId, moduleId, day: asOf }),
    listAssignments(actor, organisationId, 'figures:read'),
  ])
  const byUnit = factsByUnit(facts)
  const covered = coverageByUnit(facts.units, byUnit)
  const place = placeOf(organisation)
  return {
    ...chosen,
    organisation,
    asOf,
    coverage: coverageOf(facts.units, byUnit),
    countsImported: facts.countsImported,
    tree: inTreeOrder(facts.units).map(({ unitId, name, depth }) => {
      const { total, coveredAbove } = covered.get(unitId)!
      return { unitId, name, depth, total, coveredAbove }
    }),
    standings,
    assignments,
    may: {
      people: may(actor, 'people:read', place),
      headcounts: may(actor, 'headcount:declare', place),
      claims: may(actor, 'affiliation:decide', place),
      assign: may(actor, 'module:assign', place),
      completions: may(actor, 'completion:import', place),
    },
  }
}
