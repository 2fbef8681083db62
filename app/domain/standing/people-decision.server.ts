import { idOfChosen } from '~/domain/assignment/assignment.ts'
import { decideDuties } from '~/domain/assignment/duty-decision.server.ts'
import type { DutyRuling } from '~/domain/assignment/duty-decision.ts'
import { chooseModule } from '~/domain/assignment/list-assignments.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Reminded } from '~/domain/notice/reminder-round.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { PeopleQuery } from './organisation-standing.ts'
import { selectOwing } from './organisation-standing.db.server.ts'
import { remindPeople } from './remind-people.server.ts'

/** Whom a decision is about: those ticked, or all that a list shows, on all its pages. */
export type PeopleChosen =
  | { kind: 'ticked'; personIds: readonly string[] }
  | { kind: 'matching'; query: PeopleQuery; words: string }

interface ChoosePeople {
  actor: Actor
  organisationId: string
  moduleSlug: string | null
  whom: PeopleChosen
}

/**
 * Those of the chosen who have something to do of the module today, by id: late, begun or with time left.
 * @throws Refusal not-found, forbidden
 */
export async function readOwing(
  input: ChoosePeople,
): Promise<{ moduleId: string; personIds: string[] }> {
  const { actor, organisationId, whom } = input
  await readOrganisation(actor, 'people:read', organisationId)
  const moduleId = idOfChosen(await chooseModule(input.moduleSlug))
  const question = { organisationId, moduleId, day: today() }
  const personIds = await selectOwing(
    question,
    whom.kind === 'ticked'
      ? whom.personIds.filter(isId)
      : { filters: whom.query.filters, words: whom.words },
  )
  return { moduleId, personIds }
}

/**
 * Excuses the chosen, or gives them longer, as far as they have something to do.
 * @returns the decision's id, and how many it is about
 * @throws Refusal as decideDuties
 */
export async function decidePeople(
  input: ChoosePeople & { ruling: DutyRuling },
): Promise<{ decisionId: string; people: number }> {
  const { actor, organisationId, ruling } = input
  const { moduleId, personIds } = await readOwing(input)
  return decideDuties({ actor, organisationId, moduleId, personIds, ruling })
}

/**
 * Has the chosen reminded, as far as they have something to do.
 * @returns what came of it, or the round that tells
 * @throws Refusal as remindPeople; duty.nobody where none of them has
 */
export async function remindChosen(input: ChoosePeople): Promise<Reminded | { roundId: string }> {
  const { actor, organisationId } = input
  const owing = await readOwing(input)
  if (owing.personIds.length === 0) throw new Refusal('duty.nobody', {}, { field: 'personId' })
  return remindPeople(actor, { organisationId, ...owing })
}
