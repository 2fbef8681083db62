import { afterAll, beforeEach, expect, test } from 'vitest'
import { listDecisions, undoDecision } from '~/domain/assignment/duty-decision.server.ts'
import { excusePerson } from '~/domain/assignment/duty-exception.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readOrganisationPeople, readStandingCounts } from './organisation-standing.server.ts'
import { peopleShape } from './organisation-standing.ts'
import { decidePeople } from './people-decision.server.ts'

useDatabase()

const at = (moment: string) => holdClock(new Date(moment))
beforeEach(() => at('2026-11-21T10:00:00Z'))
afterAll(() => holdClock(undefined))

/** Three who have until 30 November and one who is done. */
async function staffed() {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const module = await makeModule()
  await makeAssignment(organisationId, module.moduleId, { dueOn: '2026-11-30' })
  const people: string[] = []
  for (let i = 0; i < 4; i++) people.push(await makeEmployment(rootUnitId))
  await makeCompletion(people[3]!, module, '2026-11-01')
  const scope = { kind: 'organisation', organisationId } as const
  const actor = actorWith({ role: 'manager', scope })
  const query = listQueryOf('', peopleShape)
  const asked = { actor, organisationId, moduleSlug: module.slug }
  const days = async () => {
    const { people: shown } = await readOrganisationPeople({ ...asked, query, words: '' })
    const byId = new Map(shown.rows.map(({ personId, dueOn }) => [personId, dueOn]))
    return people.map((id) => byId.get(id))
  }
  const counts = () =>
    readStandingCounts(actor, { organisationId, moduleId: module.moduleId, day: '2026-11-21' })
  return { ...asked, moduleId: module.moduleId, asked, people, days, counts }
}

const everybody = { kind: 'matching', query: listQueryOf('', peopleShape), words: '' } as const
const longer = { kind: 'extended', untilOn: '2027-01-31' } as const
const away = { kind: 'excused', reason: 'away', untilOn: null } as const

test('all that a list shows get longer, but for those who are done; undone, it is as it was', async () => {
  const { asked, actor, organisationId, days } = await staffed()
  expect(await days()).toEqual(['2026-11-30', '2026-11-30', '2026-11-30', null])
  const made = await decidePeople({ ...asked, whom: everybody, ruling: longer })
  expect(made.people).toBe(3)
  expect(await days()).toEqual(['2027-01-31', '2027-01-31', '2027-01-31', null])
  const undoing = { actor, organisationId, decisionId: made.decisionId }
  await undoDecision(undoing)
  await undoDecision(undoing)
  expect(await days()).toEqual(['2026-11-30', '2026-11-30', '2026-11-30', null])
  const trail = await prisma().auditEntry.findMany({ where: { subjectId: made.decisionId } })
  expect(trail.map(({ action }) => action).sort()).toEqual([
    'duty.decision-undone',
    'duty.extended-many',
  ])
})

test('those ticked are excused, and nobody who works elsewhere', async () => {
  const { asked, people, counts } = await staffed()
  const { rootUnitId } = await makeOrganisation()
  const stranger = await makeEmployment(rootUnitId)
  const whom = { kind: 'ticked', personIds: [people[0]!, stranger, 'not-an-id'] } as const
  const { people: about } = await decidePeople({ ...asked, whom, ruling: away })
  expect(about).toBe(1)
  expect(await counts()).toMatchObject({ excused: 1, due: 2, done: 1 })
  const nobody = { kind: 'ticked', personIds: [stranger] } as const
  await expect(decidePeople({ ...asked, whom: nobody, ruling: away })).rejects.toMatchObject({
    code: 'duty.nobody',
  })
})

test('undoing brings back what was decided before, and leaves what has been decided since', async () => {
  const { asked, actor, organisationId, moduleId, people, days } = await staffed()
  const [first, second] = [people[0]!, people[1]!]
  const month = { kind: 'extended', untilOn: '2026-12-31' } as const
  const before = await decidePeople({
    ...asked,
    whom: { kind: 'ticked', personIds: [first] },
    ruling: month,
  })
  const made = await decidePeople({ ...asked, whom: everybody, ruling: longer })
  await excusePerson({
    actor,
    organisationId,
    moduleId,
    personId: second,
    reason: 'leaving',
    untilOn: null,
  })
  await undoDecision({ actor, organisationId, decisionId: made.decisionId })
  // The first has December's end again, the second is excused since, the third has the assignment's day.
  expect(await days()).toEqual(['2026-12-31', null, '2026-11-30', null])
  await undoDecision({ actor, organisationId, decisionId: before.decisionId })
  expect(await days()).toEqual(['2026-11-30', null, '2026-11-30', null])
})

test('undone in the order in which they were made, two decisions leave nothing', async () => {
  const { asked, actor, organisationId, days } = await staffed()
  const month = { kind: 'extended', untilOn: '2026-12-31' } as const
  const first = await decidePeople({ ...asked, whom: everybody, ruling: month })
  const second = await decidePeople({ ...asked, whom: everybody, ruling: longer })
  await undoDecision({ actor, organisationId, decisionId: first.decisionId })
  expect(await days(), 'the second still holds').toContain('2027-01-31')
  await undoDecision({ actor, organisationId, decisionId: second.decisionId })
  expect(await days()).toEqual(['2026-11-30', '2026-11-30', '2026-11-30', null])
})

test('after a day it cannot be undone, and never by another organisation’s manager', async () => {
  const { asked, actor, organisationId, moduleId } = await staffed()
  const { decisionId } = await decidePeople({ ...asked, whom: everybody, ruling: longer })
  const other = await staffed()
  for (const [undoing, refused] of [
    [{ actor: other.actor, organisationId, decisionId }, { status: 403 }],
    [{ actor: other.actor, organisationId: other.organisationId, decisionId }, { status: 404 }],
  ] as const) {
    await expect(undoDecision(undoing)).rejects.toMatchObject(refused)
  }
  expect(await listDecisions(actor, { organisationId, moduleId })).toMatchObject([
    { id: decisionId, people: 3, isUndoable: true },
  ])
  at('2026-11-22T10:00:00Z')
  await expect(undoDecision({ actor, organisationId, decisionId })).rejects.toMatchObject({
    code: 'duty.undo-late',
  })
})
