import { idOfChosen, type ModuleChoice } from '~/domain/assignment/assignment.ts'
import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import {
  linesOf,
  selectNamedColleagues,
  selectStandingParts,
  type NamedColleague,
  type StandingLine,
} from './organisation-standing.db.server.ts'
import type { PeopleQuery } from './organisation-standing.ts'

/** So many people are told of at a time. */
const peopleAtATime = 1_000

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
  const settled = await selectStandingParts(question, { ...query, words: '' }, peopleAtATime)
  async function named(part: string): Promise<ExportedPerson[]> {
    const lines = linesOf(part)
    const ids = lines.map(({ personId }) => personId)
    const colleagues = await selectNamedColleagues(question, ids)
    return lines.flatMap((line) => {
      const colleague = colleagues.get(line.personId)
      return colleague ? [{ ...line, ...colleague }] : []
    })
  }
  const parts = oneAhead(settled, named)
  return { module: chosen.module, asOf, parts }
}

/** Fetches the next part while the one before is written, for they are the work of two processes. */
async function* oneAhead<Settled, Fetched>(
  settled: readonly Settled[],
  fetch: (part: Settled) => Promise<Fetched>,
): AsyncGenerator<Fetched> {
  let next = settled[0] === undefined ? undefined : fetch(settled[0])
  for (let i = 1; next; i++) {
    const fetched = await next
    const following = settled[i]
    next = following === undefined ? undefined : fetch(following)
    // Where the reader has gone away, nobody hears of what went wrong with a part that is not wanted.
    next?.catch(() => undefined)
    yield fetched
  }
}
