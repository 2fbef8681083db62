import { idOfChosen, type ModuleChoice } from '~/domain/assignment/assignment.ts'
import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import {
  selectNamedColleagues,
  selectStandingLines,
  type NamedColleague,
  type StandingLine,
} from './organisation-standing.db.server.ts'
import type { PeopleQuery } from './organisation-standing.ts'

/** So many people are told of at a time. */
const peopleAtATime = 2_000

export type ExportedPerson = StandingLine & NamedColleague

/**
 * Everybody that the list of an organisation's people shows, on all its pages, a part at a time: where they
 * stand is settled by one question, and names are fetched as the file is written. Who has left meanwhile is
 * left out. No connection is held between parts.
 * @throws Refusal not-found, forbidden
 */
export async function exportOrganisationPeople(input: {
  actor: Actor
  organisationId: string
  moduleSlug: string | null
  query: PeopleQuery
}): Promise<{
  module: ModuleChoice | null
  asOf: Day
  parts: AsyncGenerator<ExportedPerson[]>
}> {
  const { actor, organisationId, query } = input
  await readOrganisation(actor, 'people:read', organisationId)
  const chosen = await chooseModule(input.moduleSlug)
  const asOf = today()
  const question = { organisationId, moduleId: idOfChosen(chosen), day: asOf }
  const lines = await selectStandingLines(question, { ...query, words: '' })
  async function* parts() {
    for (let start = 0; start < lines.length; start += peopleAtATime) {
      const part = lines.slice(start, start + peopleAtATime)
      const ids = part.map(({ personId }) => personId)
      const named = await selectNamedColleagues(question, ids)
      const byId = new Map(named.map((colleague) => [colleague.personId, colleague]))
      yield part.flatMap((line) => {
        const colleague = byId.get(line.personId)
        return colleague ? [{ ...line, ...colleague }] : []
      })
    }
  }
  return { module: chosen.module, asOf, parts: parts() }
}
