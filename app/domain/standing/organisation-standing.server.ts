import { chooseModule } from '~/domain/assignment/assignment.server.ts'
import { idOfChosen, type ChosenModule } from '~/domain/assignment/assignment.ts'
import {
  readOrganisation,
  type OrganisationView,
} from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import {
  countStandings,
  selectStandings,
  type StandingQuestion,
} from './organisation-standing.db.server.ts'
import type { PersonStanding, Standing, StandingCounts } from './organisation-standing.ts'

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
  return countsOf(question)
}

async function countsOf(question: StandingQuestion): Promise<StandingCounts> {
  const counts: StandingCounts = { late: 0, due: 0, free: 0, done: 0 }
  for (const { standing, persons } of await countStandings(question)) counts[standing] = persons
  return counts
}

export interface OrganisationPeople extends ChosenModule {
  organisation: OrganisationView
  asOf: Day
  only: Standing | null
  counts: StandingCounts
  people: PersonStanding[]
  page: number
  pages: number
}

interface ReadOrganisationPeople {
  actor: Actor
  organisationId: string
  moduleSlug: string | null
  only: Standing | null
  page: number
}

/**
 * The people of an organisation by name, with where they stand today: late ones first. For its own
 * managers alone.
 * @param input `page` from 1; one past the end gives the last
 * @throws Refusal not-found, forbidden
 */
export async function readOrganisationPeople(
  input: ReadOrganisationPeople,
): Promise<OrganisationPeople> {
  const { actor, organisationId, only } = input
  const organisation = await readOrganisation(actor, 'people:read', organisationId)
  const chosen = await chooseModule(input.moduleSlug)
  const asOf = today()
  const question = { organisationId, moduleId: idOfChosen(chosen), day: asOf }
  const counts = await countsOf(question)
  const count = only ? counts[only] : Object.values(counts).reduce((sum, each) => sum + each, 0)
  const pages = Math.max(1, Math.ceil(count / peoplePerPage))
  const page = Math.min(Math.max(1, input.page), pages)
  const offset = (page - 1) * peoplePerPage
  const people = await selectStandings(question, only, { offset, limit: peoplePerPage })
  return { ...chosen, organisation, asOf, only, counts, people, page, pages }
}
