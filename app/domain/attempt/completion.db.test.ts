import { afterEach, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { commitAll, commitOf, makeAttempt } from '../../../tests/factories/attempt.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import { makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'

useDatabase()
afterEach(() => holdClock(undefined))

const passed = { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85' }

const completionsOf = (personId: string) =>
  prisma().completion.findMany({ where: { personId }, include: { affiliations: true } })

const eventsOf = (personId: string) =>
  rows<{ payload: Record<string, string> }>(sql`
    select data -> 'payload' as payload from pgboss.job
     where name = 'event' and data ->> 'name' = 'module.completed'
       and data -> 'payload' ->> 'personId' = ${personId}`)

async function completing(personId: string, module?: MadeModule) {
  const attempt = await makeAttempt(personId, module ?? (await makeModule()))
  await commitAll(attempt.launch, commitOf(1, passed, { final: true }))
  return attempt
}

test('completing a module is recorded once, with its score and the Swedish day', async () => {
  // Half past midnight in Stockholm, still the day before in UTC.
  holdClock(new Date('2026-06-30T22:30:00Z'))
  const { personId } = await makePerson()
  const { attemptId } = await completing(personId)
  const [completion, ...others] = await completionsOf(personId)
  expect(others).toEqual([])
  expect(completion).toMatchObject({ attemptId, scoreScaled: 0.85 })
  expect(completion!.completedOn.toISOString().slice(0, 10)).toBe('2026-07-01')
})

test('it says so once, by ids only', async () => {
  const { personId } = await makePerson()
  const { launch, attemptId } = await completing(personId)
  await commitAll(
    launch,
    commitOf(1, passed, { final: true }),
    commitOf(2, { 'cmi.core.lesson_status': 'incomplete' }, { session: 's2' }),
    commitOf(3, passed, { session: 's2', final: true }),
  )
  const events = await eventsOf(personId)
  expect(events).toHaveLength(1)
  expect(events[0]!.payload).toMatchObject({ personId, attemptId })
  expect(await completionsOf(personId)).toHaveLength(1)
})

test('failed is not completion', async () => {
  const { personId } = await makePerson()
  const { launch } = await makeAttempt(personId, await makeModule())
  await commitAll(launch, commitOf(1, { 'cmi.core.lesson_status': 'failed' }, { final: true }))
  expect(await completionsOf(personId)).toEqual([])
  expect(await eventsOf(personId)).toEqual([])
})

test('it is recorded with the places where the person works that day, and no others', async () => {
  holdClock(new Date('2026-11-21T10:00:00Z'))
  const { personId } = await makePerson()
  const { rootUnitId: unitId } = await makeOrganisation()
  const confirmed = await makeAffiliation(personId, { unitId, status: 'confirmed' })
  const claimed = await makeAffiliation(personId, {
    unitId: null,
    municipalityCode: '0680',
    professionGroup: 'school',
    kind: 'student',
  })
  const endsTomorrow = await makeAffiliation(personId, { unitId, validTo: '2026-11-22' })
  await makeAffiliation(personId, { unitId, status: 'declined' })
  await makeAffiliation(personId, { unitId, validTo: '2026-11-21' })
  await makeAffiliation(personId, { unitId, validFrom: '2026-11-22' })
  await completing(personId)
  const [completion] = await completionsOf(personId)
  const places = new Map(completion!.affiliations.map((place) => [place.affiliationId, place]))
  expect([...places.keys()].sort()).toEqual([confirmed, claimed, endsTomorrow].sort())
  expect(places.get(confirmed)).toMatchObject({
    unitId,
    affiliationStatus: 'confirmed',
    professionGroup: 'social-services',
  })
  expect(places.get(claimed)).toMatchObject({
    unitId: null,
    municipalityCode: '0680',
    professionGroup: 'school',
    affiliationKind: 'student',
    affiliationStatus: 'claimed',
  })
})

test('a person who works nowhere completes a module all the same', async () => {
  const { personId } = await makePerson()
  await completing(personId)
  expect((await completionsOf(personId))[0]!.affiliations).toEqual([])
})

test('two people who complete the same module are two completions', async () => {
  const module = await makeModule()
  const [one, two] = [await makePerson(), await makePerson()]
  await completing(one.personId, module)
  await completing(two.personId, module)
  expect(await prisma().completion.count({ where: { moduleId: module.moduleId } })).toBe(2)
})

test('a completion that was recorded before, such as by an import, is left as it is', async () => {
  const module = await makeModule()
  const { personId } = await makePerson()
  await prisma().completion.create({
    data: {
      id: '01890000-0000-7000-8000-000000000001',
      personId,
      moduleId: module.moduleId,
      moduleVersionId: module.versionId,
      completedAt: new Date('2025-01-01T12:00:00Z'),
      completedOn: new Date('2025-01-01'),
      source: 'import',
    },
  })
  await completing(personId, module)
  expect((await completionsOf(personId)).map(({ source }) => source)).toEqual(['import'])
  expect(await eventsOf(personId)).toEqual([])
})
