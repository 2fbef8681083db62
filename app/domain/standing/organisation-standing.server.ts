import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import { idOfChosen, type ChosenModule } from '~/domain/assignment/assignment.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import {
  countStandings,
  countUnitStandings,
  selectPeoplePage,
  type StandingQuestion,
} from './organisation-standing.db.server.ts'
import {
  standings,
  type PeopleQuery,
  type PersonStanding,
  type Standing,
  type StandingCounts,
} from './organisation-standing.ts'

const peoplePerPage = 50

/**
 * How many persons of an organisation stand where with a module on a day. Figures, no names.
 * @throws Refusal not-found, forbidden
 */
export async function readStandingCounts(
  actor: Actor,
  question: StandingQuestion,
): Promise<StandingCounts> {
  await readOrganisation(actor, 'figures:read', question.organisationId)
  return countsOf(await countStandings(question))
}

/**
 * The same together with each unit right below one of the organisation's, rolled up from all that hangs below
 * it, and with those who work right at the opened unit itself. A unit where nobody works is not there.
 * @throws Refusal not-found, forbidden
 */
export async function readUnitStandings(
  actor: Actor,
  question: StandingQuestion,
  unitId: string,
): Promise<{ whole: StandingCounts; parts: Map<string, StandingCounts> }> {
  await readOrganisation(actor, 'figures:read', question.organisationId)
  const byUnit = new Map<string | null, { standing: Standing; persons: number }[]>()
  for (const { unitId: at, ...counted } of await countUnitStandings(question, unitId)) {
    byUnit.set(at, [...(byUnit.get(at) ?? []), counted])
  }
  const parts = new Map<string, StandingCounts>()
  for (const [at, counted] of byUnit) if (at !== null) parts.set(at, countsOf(counted))
  return { whole: countsOf(byUnit.get(null) ?? []), parts }
}

function countsOf(counted: { standing: Standing; persons: number }[]): StandingCounts {
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as StandingCounts
  for (const { standing, persons } of counted) counts[standing] = persons
  return counts
}

export interface OrganisationPeople extends ChosenModule {
  organisation: OrganisationView
  asOf: Day
  query: PeopleQuery
  /** What was searched for, in name or address; empty for all. */
  words: string
  /** Of the whole organisation, whatever is searched and filtered for. */
  counts: StandingCounts
  people: ListPage<PersonStanding>
}

export interface ReadOrganisationPeople {
  actor: Actor
  organisationId: string
  moduleSlug: string | null
  query: PeopleQuery
  words: string
}

/**
 * The people of an organisation by name, with where they stand today. For its own managers alone.
 * @throws Refusal not-found, forbidden
 */
export async function readOrganisationPeople(
  input: ReadOrganisationPeople,
): Promise<OrganisationPeople> {
  const { actor, organisationId, query, words } = input
  const organisation = await readOrganisation(actor, 'people:read', organisationId)
  const chosen = await chooseModule(input.moduleSlug)
  const asOf = today()
  const question = { organisationId, moduleId: idOfChosen(chosen), day: asOf }
  const asked = { ...query, words, perPage: peoplePerPage }
  const { standings: counted, count, people } = await selectPeoplePage(question, asked)
  const pages = Math.max(1, Math.ceil(count / peoplePerPage))
  const page = Math.min(query.page, pages)
  return {
    ...chosen,
    organisation,
    asOf,
    query,
    words,
    counts: countsOf(counted),
    people: { rows: people, count, page, pages, perPage: peoplePerPage },
  }
}
