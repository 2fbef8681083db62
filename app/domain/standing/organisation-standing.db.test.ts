import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import type { OrganisationId } from '~/kernel/ids.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
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
import { exportOrganisationPeople } from './export-people.server.ts'
import {
  readOrganisationPeople,
  readStandingCounts,
  readUnitStandings,
} from './organisation-standing.server.ts'
import { peopleShape } from './organisation-standing.ts'

useDatabase()

beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const managerOf = (organisationId: OrganisationId) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } })

const listed = (search: string) => ({ query: listQueryOf(search, peopleShape), words: '' })
const firstPage = listed('')

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
  expect(view.people.rows.map(({ personId, standing }) => [personId, standing])).toEqual([
    [late, 'late'],
    [due, 'due'],
    [free, 'free'],
    [done, 'done'],
  ])
  expect(view.counts).toEqual({ late: 1, begun: 0, due: 1, excused: 0, free: 1, done: 1 })
  expect(view.people.rows[0]).toMatchObject({
    dueOn: '2026-11-20',
    completedOn: null,
    workplaces: [{ professionGroup: 'school' }],
  })
  const onlyDone = await readOrganisationPeople({
    actor,
    organisationId,
    moduleSlug: module.slug,
    ...listed('?standing=done&page=9'),
  })
  expect(onlyDone.people).toMatchObject({ page: 1, pages: 1, rows: [{ personId: done }] })
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
  expect(view.people.rows).toHaveLength(1)
  expect(view.people.rows[0]!.workplaces).toHaveLength(2)
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
  expect(view.people.rows).toEqual([])
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
    ...listed('?sort=name'),
  })
  expect(people.rows.map(({ familyName }) => familyName)).toEqual([
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

// The municipality has two schools below one department; somebody works in both. Opened at the root, the
// department has three persons, not four; opened at the department, each school has two.
test('units roll up by level, and who works in two of them is one person above', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const module = await makeModule()
  const department = await makeUnit(rootUnitId)
  const [north, south] = [await makeUnit(department), await makeUnit(department)]
  const both = await makeEmployment(north)
  await makeEmployment(south, { personId: both })
  const done = await makeEmployment(north)
  await makeEmployment(south)
  await makeEmployment(rootUnitId)
  await makeAssignment(organisationId, module.moduleId, { dueOn: '2026-12-31' })
  await makeCompletion(done, module, '2026-11-01')
  const actor = managerOf(organisationId)
  const question = { organisationId, moduleId: module.moduleId, day: '2026-11-21' }
  const top = await readUnitStandings(actor, question, rootUnitId)
  expect(top.whole).toMatchObject({ due: 3, done: 1 })
  expect(top.parts.get(department)).toMatchObject({ due: 2, done: 1 })
  expect(top.parts.get(rootUnitId)).toMatchObject({ due: 1, done: 0 })
  const level = await readUnitStandings(actor, question, department)
  expect(level.parts.get(north)).toMatchObject({ due: 1, done: 1 })
  expect(level.parts.get(south)).toMatchObject({ due: 2, done: 0 })
  expect(level.parts.has(department)).toBe(false)
})

test('the list is narrowed by unit with all below it, by group, and by words that stand in no address', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const department = await makeUnit(rootUnitId)
  const school = await makeUnit(department)
  const inSchool = await makeEmployment(school, { professionGroup: 'school' })
  const nurse = await makeEmployment(department, { professionGroup: 'health-care' })
  const elsewhere = await makeEmployment(rootUnitId)
  await prisma().person.update({ where: { id: elsewhere }, data: { familyName: 'Å_berg' } })
  const { slug } = await makeModule()
  const asking = { actor: managerOf(organisationId), organisationId, moduleSlug: slug }
  const ids = async (search: string, words = '') => {
    const view = await readOrganisationPeople({ ...asking, ...listed(search), words })
    return view.people.rows.map(({ personId }) => personId)
  }
  expect((await ids(`?unit=${department}`)).sort()).toEqual([inSchool, nurse].sort())
  expect(await ids(`?unit=${department}&group=health-care`)).toEqual([nurse])
  expect(await ids('', 'å_b')).toEqual([elsewhere])
  expect(await ids('', 'nobody')).toEqual([])
})

test('the file has what the list shows on all its pages, with names, for the own managers alone', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const module = await makeModule()
  const people: string[] = []
  for (let i = 0; i < 3; i++) people.push(await makeEmployment(rootUnitId))
  await makeCompletion(people[1]!, module, '2026-11-01')
  const { query } = listed('?standing=done')
  const asking = { organisationId, moduleSlug: module.slug, query }
  const exported = await exportOrganisationPeople({ actor: managerOf(organisationId), ...asking })
  const rows = []
  for await (const part of exported.parts) rows.push(...part)
  expect(rows).toMatchObject([
    { personId: people[1], standing: 'done', completedOn: '2026-11-01', givenName: 'Kim' },
  ])
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  await expect(exportOrganisationPeople({ actor: trainer, ...asking })).rejects.toMatchObject({
    status: 403,
  })
})
