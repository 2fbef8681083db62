import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Grant, PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import type { OrganisationId } from '~/kernel/ids.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeAssignmentTo } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makeTrack } from '../../../tests/factories/credential.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { seedPlaces } from '../../../prisma/seed/places.ts'
import { moveAssignment, withdrawAssignment } from './assignment.server.ts'
import { assignmentQueryOf } from './assignment-list.ts'
import type { AudiencePlace } from './assignment.ts'
import {
  chooseModule,
  listAssignments,
  listOwnAssignments,
  readAssignment,
  readAssignmentChoices,
} from './list-assignments.server.ts'

useDatabase()

beforeAll(async () => {
  await seedPlaces()
  holdClock(new Date('2026-11-21T10:00:00Z'))
})
afterAll(() => holdClock(undefined))

const trainerIn = (countyCode: string) =>
  actorWith({ role: 'trainer', scope: { kind: 'county', countyCode } })
const catchmentTrainer = (organisationId: OrganisationId, municipalityCodes: string[]) =>
  actorWith({ role: 'trainer', scope: { kind: 'catchment', organisationId, municipalityCodes } })
const managerOf = (organisationId: OrganisationId): Grant => ({
  role: 'manager',
  scope: { kind: 'organisation', organisationId },
})
const coordinator = () => actorWith({ role: 'coordinator', scope: { kind: 'nation' } })

const module = (moduleId: string) => ({ kind: 'module' as const, id: moduleId })
const whole = (organisationId: string): AudiencePlace => ({
  kind: 'organisation',
  ref: organisationId,
})
/** Without those of the county and the nation, which other tests here make. */
const ownOf = async (actor: PersonActor, organisationId: string) =>
  (await listAssignments(actor, organisationId)).filter(({ mayManage }) => mayManage)
const municipality = (ref: string): AudiencePlace => ({ kind: 'municipality', ref })

test("a trainer assigns in one of the county's organisations in its name, and the trail and the event follow", async () => {
  const { organisationId } = await makeOrganisation({ name: 'Egna kommun' })
  const { moduleId } = await makeModule()
  const actor = trainerIn('21')
  const message = 'Före jul.'
  const terms = { actor, message, dueOn: '2026-12-31' }
  const id = await makeAssignmentTo([whole(organisationId)], module(moduleId), terms)
  expect(await listAssignments(actor, organisationId)).toMatchObject([
    {
      id,
      target: { kind: 'module', id: moduleId },
      places: [{ kind: 'organisation', ref: organisationId, name: 'Egna kommun' }],
      issuer: { kind: 'organisation', name: 'Egna kommun' },
      dueOn: '2026-12-31',
      message,
      assignedOn: '2026-11-21',
      people: null,
      mayManage: true,
    },
  ])
  const trail = await prisma().auditEntry.findMany({ where: { subjectId: id } })
  expect(trail).toMatchObject([
    { action: 'assignment.created', actorPersonId: actor.personId, organisationId },
  ])
  expect(JSON.stringify(trail)).not.toContain(message)
  const jobs = await prisma().$queryRaw<{ data: object }[]>`
    select data from pgboss.job where data->>'name' = 'assignment.created'`
  expect(jobs.map(({ data }) => data)).toContainEqual({
    name: 'assignment.created',
    payload: { assignmentId: id },
  })
})

describe('who may assign where', () => {
  let own: OrganisationId
  let unitId: string
  let elsewhere: OrganisationId
  let centre: OrganisationId
  beforeAll(async () => {
    const home = await makeOrganisation()
    own = home.organisationId
    unitId = await makeUnit(home.rootUnitId)
    const place = { countyCode: '05', municipalityCode: '0580' }
    elsewhere = (await makeOrganisation(place)).organisationId
    const catchment = ['2180', '0580']
    const asCentre = { kind: 'resource-centre' as const, catchment }
    centre = (await makeOrganisation({ name: 'Centrum', ...asCentre })).organisationId
  })

  type Case = [string, () => PersonActor, () => AudiencePlace, boolean]
  const cases: Case[] = [
    [
      'a trainer in the whole county',
      () => trainerIn('21'),
      () => ({ kind: 'county', ref: '21' }),
      true,
    ],
    [
      'a trainer in another county',
      () => trainerIn('21'),
      () => ({ kind: 'county', ref: '05' }),
      false,
    ],
    ['a trainer in a municipality there', () => trainerIn('21'), () => municipality('2181'), true],
    [
      'a trainer in a municipality elsewhere',
      () => trainerIn('21'),
      () => municipality('0580'),
      false,
    ],
    [
      'a trainer in a unit there',
      () => trainerIn('21'),
      () => ({ kind: 'unit', ref: unitId }),
      true,
    ],
    ['a trainer in the nation', () => trainerIn('21'), () => ({ kind: 'nation', ref: '' }), false],
    [
      'a trainer in an organisation elsewhere',
      () => trainerIn('21'),
      () => whole(elsewhere),
      false,
    ],
    [
      "a centre's trainer in its catchment",
      () => catchmentTrainer(centre, ['2180', '0580']),
      () => ({ kind: 'catchment', ref: centre }),
      true,
    ],
    [
      "a centre's trainer in an organisation there, over the county's border",
      () => catchmentTrainer(centre, ['2180', '0580']),
      () => whole(elsewhere),
      true,
    ],
    [
      "a centre's trainer in a municipality outside",
      () => catchmentTrainer(centre, ['2180', '0580']),
      () => municipality('2181'),
      false,
    ],
    [
      "a county's trainer in a catchment that reaches further",
      () => trainerIn('21'),
      () => ({ kind: 'catchment', ref: centre }),
      false,
    ],
    ['a manager in the own organisation', () => actorWith(managerOf(own)), () => whole(own), true],
    [
      'a manager in a unit of it',
      () => actorWith(managerOf(own)),
      () => ({ kind: 'unit', ref: unitId }),
      true,
    ],
    [
      'a manager in another organisation',
      () => actorWith(managerOf(own)),
      () => whole(elsewhere),
      false,
    ],
    [
      "a manager in the organisation's municipality",
      () => actorWith(managerOf(own)),
      () => municipality('2180'),
      false,
    ],
    ['a coordinator in the nation', coordinator, () => ({ kind: 'nation', ref: '' }), true],
    ['a learner anywhere', () => actorWith(), () => whole(own), false],
  ]
  test.each(cases)('%s', async (_, actorOf, placeOf, isAllowed) => {
    const { moduleId } = await makeModule()
    const assigning = makeAssignmentTo([placeOf()], module(moduleId), { actor: actorOf() })
    if (isAllowed) await expect(assigning).resolves.toBeTruthy()
    else await expect(assigning).rejects.toMatchObject({ code: 'forbidden', status: 403 })
    expect(await prisma().assignment.count({ where: { moduleId } })).toBe(isAllowed ? 1 : 0)
  })

  test('nobody where one of several places lies outside, or there is none', async () => {
    const { moduleId } = await makeModule()
    const actor = trainerIn('21')
    const both = [municipality('2180'), municipality('0580')]
    await expect(makeAssignmentTo(both, module(moduleId), { actor })).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const places of [[], [municipality('9999')], [whole(newId())], [whole('x')]]) {
      await expect(makeAssignmentTo(places, module(moduleId), { actor })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })

  test('in whose name follows from who does it and where', async () => {
    const nameOf = async (actor: PersonActor, places: AudiencePlace[]) => {
      const id = await makeAssignmentTo(places, module((await makeModule()).moduleId), { actor })
      return (await readAssignment(actor, id)).assignment.issuer
    }
    const two = [municipality('2180'), municipality('2181')]
    expect(await nameOf(trainerIn('21'), two)).toEqual({ kind: 'county', name: 'Gävleborg' })
    expect(await nameOf(coordinator(), two)).toEqual({ kind: 'nation', name: null })
    const reached = [municipality('2180'), municipality('0580')]
    expect(await nameOf(catchmentTrainer(centre, ['2180', '0580']), reached)).toEqual({
      kind: 'organisation',
      name: 'Centrum',
    })
  })

  test("what a trainer gave the whole county, a manager there sees and doesn't change", async () => {
    const { moduleId } = await makeModule()
    const places: AudiencePlace[] = [{ kind: 'county', ref: '21' }]
    const id = await makeAssignmentTo(places, module(moduleId), { actor: trainerIn('21') })
    const manager = actorWith(managerOf(own))
    const listed = await listAssignments(manager, own)
    expect(listed.find((each) => each.id === id)).toMatchObject({ mayManage: false })
    expect(
      (await listOwnAssignments(manager, assignmentQueryOf(''))).rows.map((each) => each.id),
    ).not.toContain(id)
    const refused = { code: 'forbidden' }
    await expect(readAssignment(manager, id)).rejects.toMatchObject(refused)
    await expect(withdrawAssignment({ actor: manager, assignmentId: id })).rejects.toMatchObject(
      refused,
    )
    const due = { dueOn: '2027-01-31', dueDays: null }
    await expect(moveAssignment({ actor: manager, assignmentId: id, due })).rejects.toMatchObject(
      refused,
    )
  })

  test('only where a manager has people by name can they be named, and only those who work there', async () => {
    const { moduleId } = await makeModule()
    const colleague = await makeEmployment(unitId)
    const claimed = await makeEmployment(unitId, { status: 'claimed' })
    const manager = actorWith(managerOf(own))
    const naming = (actor: PersonActor, personIds: string[], place = whole(own)) =>
      makeAssignmentTo([place], module(moduleId), { actor, personIds })
    await expect(naming(trainerIn('21'), [colleague])).rejects.toMatchObject({ code: 'forbidden' })
    await expect(naming(manager, [colleague, claimed])).rejects.toMatchObject({
      code: 'assignment.person-elsewhere',
    })
    const id = await naming(manager, [colleague, colleague].slice(1))
    expect((await readAssignment(manager, id)).assignment.people).toBe(1)
  })

  test('a form offers the places that lie within reach', async () => {
    const asked = { organisationId: null, personIds: [] }
    const placesFor = async (actor: PersonActor) =>
      (await readAssignmentChoices({ actor, ...asked })).places
    const inCounty = await placesFor(trainerIn('21'))
    expect(inCounty[0]).toMatchObject({ kind: 'county', ref: '21' })
    expect(
      inCounty.slice(1).every(({ kind, ref }) => kind === 'municipality' && ref.startsWith('21')),
    ).toBe(true)
    const inCatchment = await placesFor(catchmentTrainer(centre, ['2180', '0580']))
    expect(inCatchment.map(({ ref }) => ref).sort()).toEqual(['0580', '2180', centre].sort())
    expect(await placesFor(actorWith(managerOf(own)))).toMatchObject([
      { kind: 'organisation', ref: own },
      { kind: 'unit', ref: unitId, depth: 1 },
    ])
    const outside = { ...asked, organisationId: elsewhere, actor: actorWith(managerOf(own)) }
    await expect(readAssignmentChoices(outside)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('a passed day, something that nobody can take and the same assignment again are refused', async () => {
  const { organisationId } = await makeOrganisation()
  const { moduleId } = await makeModule()
  const draft = await makeModule({ status: 'draft' })
  const actor = actorWith(managerOf(organisationId))
  const assigning = (target: string, change: object = {}) =>
    makeAssignmentTo([whole(organisationId)], module(target), { actor, ...change })
  await expect(assigning(moduleId, { dueOn: '2026-11-20' })).rejects.toMatchObject({
    code: 'assignment.day-passed',
    field: 'dueOn',
  })
  for (const unknown of [draft.moduleId, newId(), '']) {
    await expect(assigning(unknown)).rejects.toMatchObject({
      code: 'assignment.module-closed',
      field: 'target',
    })
  }
  await assigning(moduleId, { professionGroups: ['school', 'student'] })
  await expect(
    assigning(moduleId, { professionGroups: ['student', 'school'], dueOn: '2027-01-01' }),
  ).rejects.toMatchObject({ code: 'assignment.exists' })
  await assigning(moduleId, { professionGroups: ['school'] })
})

test('a track and a course are assigned where they have something to take', async () => {
  const { organisationId } = await makeOrganisation()
  const { trackId, courseId } = await makeTrack()
  const places = [whole(organisationId)]
  await makeAssignmentTo(places, { kind: 'track', id: trackId })
  await makeAssignmentTo(places, { kind: 'course', id: courseId })
  const actor = actorWith(managerOf(organisationId))
  expect((await ownOf(actor, organisationId)).map(({ target }) => target)).toMatchObject([
    { kind: 'track', titleSv: 'Skola' },
    { kind: 'course', id: courseId },
  ])
})

test('taken back, it is off the list; taken back again, nothing more happens', async () => {
  const { organisationId } = await makeOrganisation()
  const { moduleId } = await makeModule()
  const actor = actorWith(managerOf(organisationId))
  const assignmentId = await makeAssignment(organisationId, moduleId)
  await withdrawAssignment({ actor, assignmentId })
  await withdrawAssignment({ actor, assignmentId })
  expect(await ownOf(actor, organisationId)).toEqual([])
  const where = { subjectId: assignmentId, action: 'assignment.withdrawn' }
  expect(await prisma().auditEntry.count({ where })).toBe(1)
  await expect(readAssignment(actor, assignmentId)).rejects.toMatchObject({ status: 404 })
  const due = { dueOn: '2027-01-01', dueDays: null }
  await expect(moveAssignment({ actor, assignmentId, due })).rejects.toMatchObject({ status: 404 })
})

test('another day keeps the one before, with the day of the change', async () => {
  const { organisationId } = await makeOrganisation()
  const { moduleId } = await makeModule()
  const actor = actorWith(managerOf(organisationId))
  const dueOn = '2026-12-31'
  const assignmentId = await makeAssignment(organisationId, moduleId, { dueOn })
  const due = { dueOn: '2027-02-28', dueDays: null }
  await moveAssignment({ actor, assignmentId, due })
  await moveAssignment({ actor, assignmentId, due })
  const { assignment, earlierDays } = await readAssignment(actor, assignmentId)
  expect(assignment.dueOn).toBe('2027-02-28')
  expect(earlierDays).toEqual([{ dueOn, dueDays: null, changedOn: '2026-11-21' }])
  const passed = { dueOn: '2026-11-20', dueDays: null }
  await expect(moveAssignment({ actor, assignmentId, due: passed })).rejects.toMatchObject({
    code: 'assignment.day-passed',
  })
})

test('a page is about the module that its address names, else about the first one', async () => {
  const { slug } = await makeModule()
  await makeModule({ status: 'draft' })
  const { modules } = await chooseModule(null)
  expect((await chooseModule(slug)).module?.slug).toBe(slug)
  expect((await chooseModule('no-such-module')).module).toEqual(modules[0])
  expect(modules.every(({ published }) => published)).toBe(true)
})
