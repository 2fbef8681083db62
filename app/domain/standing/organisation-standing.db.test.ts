import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import type { OrganisationId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readOrganisationPeople, readStandingCounts } from './organisation-standing.server.ts'

useDatabase()

beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const managerOf = (organisationId: OrganisationId) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } })

const firstPage = { only: null, page: 1 }

test('people stand late, with time left, free or done, and late ones come first', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const module = await makeModule()
  const late = await makeEmployment(rootUnitId, { professionGroup: 'school' })
  const done = await makeEmployment(rootUnitId, { professionGroup: 'school' })
  const due = await makeEmployment(rootUnitId, { professionGroup: 'health-care' })
  const free = await makeEmployment(rootUnitId, { professionGroup: 'judiciary' })
  holdClock(new Date('2026-10-01T10:00:00Z'))
  await makeAssignment(organisationId, module.moduleId, {
    professionGroups: ['school'],
    dueOn: '2026-11-20',
  })
  await makeAssignment(organisationId, module.moduleId, {
    professionGroups: ['health-care'],
    dueOn: '2026-11-21',
  })
  holdClock(new Date('2026-11-21T10:00:00Z'))
  await makeCompletion(done, module, '2026-11-01')
  const actor = managerOf(organisationId)
  const view = await readOrganisationPeople({
    actor,
    organisationId,
    moduleSlug: module.slug,
    ...firstPage,
  })
  // Due yesterday is late; due today is not yet.
  expect(view.people.map(({ personId, standing }) => [personId, standing])).toEqual([
    [late, 'late'],
    [due, 'due'],
    [free, 'free'],
    [done, 'done'],
  ])
  expect(view.counts).toEqual({ late: 1, due: 1, free: 1, done: 1 })
  expect(view.people[0]).toMatchObject({
    dueOn: '2026-11-20',
    completedOn: null,
    workplaces: [{ professionGroup: 'school' }],
  })
  const onlyDone = await readOrganisationPeople({
    actor,
    organisationId,
    moduleSlug: module.slug,
    only: 'done',
    page: 9,
  })
  expect(onlyDone).toMatchObject({ page: 1, pages: 1, people: [{ personId: done }] })
})

test('a person with two workplaces in the organisation is one person', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const school = await makeUnit(rootUnitId, { name: 'Skolan' })
  const module = await makeModule()
  const personId = await makeEmployment(rootUnitId)
  await makeEmployment(school, { personId })
  const view = await readOrganisationPeople({
    actor: managerOf(organisationId),
    organisationId,
    moduleSlug: module.slug,
    ...firstPage,
  })
  expect(view.people).toHaveLength(1)
  expect(view.people[0]!.workplaces).toHaveLength(2)
})

test('whoever is only claimed, declined or gone is not shown', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  await makeEmployment(rootUnitId, { status: 'claimed' })
  await makeEmployment(rootUnitId, { status: 'declined' })
  await makeEmployment(rootUnitId, { validTo: '2026-11-21' })
  const view = await readOrganisationPeople({
    actor: managerOf(organisationId),
    organisationId,
    moduleSlug: null,
    ...firstPage,
  })
  expect(view.people).toEqual([])
})

test('family names stand in Swedish order', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  for (const familyName of ['Öberg', 'Zetterberg', 'Ärlig', 'Åberg', 'andersson']) {
    const id = await makeEmployment(rootUnitId)
    await prisma().person.update({ where: { id }, data: { familyName } })
  }
  const { people } = await readOrganisationPeople({
    actor: managerOf(organisationId),
    organisationId,
    moduleSlug: null,
    ...firstPage,
  })
  expect(people.map(({ familyName }) => familyName)).toEqual([
    'andersson',
    'Zetterberg',
    'Åberg',
    'Ärlig',
    'Öberg',
  ])
})

test('names are for the own managers alone; a trainer gets the counts', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const other = await makeOrganisation()
  const { moduleId, slug } = await makeModule()
  await makeEmployment(rootUnitId)
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  const asking = { organisationId, moduleSlug: slug, ...firstPage }
  for (const actor of [trainer, managerOf(other.organisationId)]) {
    await expect(readOrganisationPeople({ actor, ...asking })).rejects.toMatchObject({
      status: 403,
    })
  }
  const question = { organisationId, moduleId, day: '2026-11-21' }
  expect(await readStandingCounts(trainer, question)).toMatchObject({ free: 1 })
  await expect(readStandingCounts(managerOf(other.organisationId), question)).rejects.toMatchObject(
    { status: 403 },
  )
})
