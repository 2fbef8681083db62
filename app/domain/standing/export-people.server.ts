import { idOfChosen, type ModuleChoice } from '~/domain/assignment/assignment.ts'
import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { answerParts } from '~/platform/db/answer-parts.server.ts'
import { peopleListed, type ListedPerson } from './organisation-standing.db.server.ts'
import type { PeopleQuery } from './organisation-standing.ts'

/**
 * Everybody that the list of an organisation's people shows, on all its pages, a part at a time: one question, which
 * says where they all stood at one moment. Whoever reads the parts waits for nobody (see answer-parts.server.ts).
 * @throws Refusal not-found, forbidden
 */
export async function exportOrganisationPeople(input: {
  actor: Actor
  organisationId: string
  moduleSlug: string | null
  query: PeopleQuery
  /** Of a search by name; empty for everybody. */
  words?: string
}): Promise<{
  module: ModuleChoice | null
  asOf: Day
  parts: AsyncGenerator<ListedPerson[]>
}> {
  const { actor, organisationId, query, words = '' } = input
  await readOrganisation(actor, 'people:read', organisationId)
  const chosen = await chooseModule(input.moduleSlug)
  const asOf = today()
  const question = { organisationId, moduleId: idOfChosen(chosen), day: asOf }
  const parts = answerParts<ListedPerson>(peopleListed(question, { ...query, words }))
  return { module: chosen.module, asOf, parts }
}
