import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeActivity } from '../../../tests/factories/activity.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { actingAs, makeActor, makePerson } from '../../../tests/factories/identity.ts'
import {
  makeEmployment,
  makeOrganisation,
  type MadeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { savePlaces } from '~/domain/place/place.server.ts'
import { activityQueryOf } from './activity-list.ts'
import {
  changeActivity,
  changeStatus,
  listActivities,
  planActivity,
  readActivity,
} from './activity.server.ts'
import type { ActivityValues } from './activity.ts'
import {
  correctAttendance,
  readParticipation,
  readSessionAttendance,
  registerPeople,
  removeAttendance,
  saveCounts,
} from './attendance.server.ts'
import {
  checkInPerson,
  checkInUnnamed,
  listOwnParticipations,
  readCheckIn,
} from './check-in.server.ts'

useDatabase()

const today: Day = '2026-11-21'
/** Ten in the morning, Swedish time. */
const now = new Date('2026-11-21T09:00:00Z')

let organisation: MadeOrganisation
let trainer: PersonActor

beforeAll(async () => {
  holdClock(now)
  await savePlaces(
    [
      { code: '21', letter: 'X', name: 'Gävleborgs län', shortName: 'Gävleborg' },
      { code: '06', letter: 'F', name: 'Jönköpings län', shortName: 'Jönköping' },
    ],
    [
      { code: '2180', countyCode: '21', name: 'Gävle kommun', shortName: 'Gävle' },
      { code: '0680', countyCode: '06', name: 'Jönköpings kommun', shortName: 'Jönköping' },
    ],
  )
  organisation = await makeOrganisation()
  trainer = await makeActor('trainer', { kind: 'county', ref: '21' })
})
afterAll(() => holdClock(undefined))

const values = (more: Partial<ActivityValues> = {}): ActivityValues => ({
  type: 'lecture',
  form: 'on-site',
  level: 'basic',
  title: 'Föreläsning',
  place: 'Stadshuset',
  organiserId: organisation.organisationId,
  countyCode: '21',
  municipalityCode: null,
  countyCodes: [],
  municipalityCodes: [],
  targetGroups: ['school'],
  rcPurposes: [3],
  strategyGoals: [4],
  projectYear: 2026,
  moduleId: null,
  opensBefore: 60,
  closesAfter: 60,
  ...more,
})

const session = (heldOn: Day = today) => ({ id: null, heldOn, startsAt: 630, endsAt: 720 })

const organiser = () => ({ organiserId: organisation.organisationId })

/** A telephone that nobody has used before, from an address of its own. */
const phone = () => ({ actor: null, device: randomUUID(), ip: randomUUID() })

const answer = () => ({
  id: randomUUID(),
  professionGroup: 'school' as const,
  place: { municipalityCode: '2180' },
})

const participationOf = async (activityId: string) =>
  readParticipation(await readActivity(trainer, activityId))

test('a trainer plans a series at home in the own county, and every session has a code of its own', async () => {
  const id = await planActivity({
    actor: trainer,
    values: values(),
    sessions: [session(), session(addDays(today, 7))],
  })
  const activity = await readActivity(trainer, id)
  expect(activity).toMatchObject({
    status: 'planned',
    mayManage: true,
    countyName: 'Gävleborgs län',
  })
  expect(activity.leaderId).toBe(trainer.personId)
  const codes = activity.sessions.map(({ code }) => code)
  expect(new Set(codes).size).toBe(2)
  // It begins 10:30, and the code opens an hour before: at 9:30 by the clock of 10.
  expect(activity.sessions[0]).toMatchObject({ opensAt: '2026-11-21T08:30:00.000Z', isOpen: true })
})

test('nobody plans what is at home elsewhere, and a knowledge test is no group session', async () => {
  const sessions = [session()]
  const plan = (more: Partial<ActivityValues>, actor = trainer) =>
    planActivity({ actor, values: values(more), sessions })
  await expect(plan({ countyCode: '06' })).rejects.toThrow('activity.home-elsewhere')
  await expect(plan({ countyCode: null })).rejects.toThrow('activity.home-elsewhere')
  const coordinator = await makeActor('coordinator', { kind: 'nation', ref: null })
  expect(await plan({ countyCode: null }, coordinator)).toBeTruthy()
  const { moduleId } = await makeModule()
  await prisma().module.update({ where: { id: moduleId }, data: { kind: 'test' } })
  const group = { type: 'course-group', moduleId } as const
  await expect(plan(group)).rejects.toThrow('activity.test-is-individual')
})

test('a county’s list holds its own activities, and the nation’s all of them', async () => {
  const away = await makeActivity({ ...organiser(), countyCode: '06' })
  const here = await makeActivity(organiser())
  const query = activityQueryOf('http://x/activities')
  const idsFor = async (actor: PersonActor) =>
    (await listActivities(actor, query)).activities.rows.map(({ id }) => id)
  const analyst = await makeActor('analyst', { kind: 'nation', ref: null })
  expect(await idsFor(trainer)).toContain(here.activityId)
  expect(await idsFor(trainer)).not.toContain(away.activityId)
  expect(await idsFor(analyst)).toEqual(expect.arrayContaining([here.activityId, away.activityId]))
  await expect(readActivity(trainer, away.activityId)).rejects.toThrow('forbidden')
  await expect(readActivity(analyst, here.activityId, 'activity:manage')).rejects.toThrow(
    'forbidden',
  )
})

test('34 come in three ways, and the totals say so with their split', async () => {
  const { activityId, sessionId, code } = await makeActivity(organiser())
  for (let one = 0; one < 3; one++) await checkInUnnamed(code, phone(), answer())
  const { personId } = await makePerson({ sex: 'K' })
  await makeEmployment(organisation.rootUnitId, { personId, professionGroup: 'social-services' })
  await checkInPerson(code, { ...phone(), actor: await actingAs(personId) })
  await saveCounts({
    actor: trainer,
    activityId,
    sessionId,
    place: { organisationId: organisation.organisationId },
    counts: [
      { professionGroup: 'school', sex: 'K', people: 20 },
      { professionGroup: 'school', sex: 'M', people: 8 },
      { professionGroup: 'judiciary', sex: null, people: 2 },
    ],
  })
  // 3 by telephone, 1 with an account, 20 + 8 + 2 counted.
  expect(await participationOf(activityId)).toMatchObject({
    total: 34,
    persons: 34,
    isExact: true,
    known: 1,
    women: 21,
    men: 8,
    unstated: 5,
    ways: { registered: 0, 'check-in': 4, counted: 30 },
    groups: [
      { professionGroup: 'social-services', women: 1, men: 0, unstated: 0, total: 1 },
      { professionGroup: 'school', women: 20, men: 8, unstated: 3, total: 31 },
      { professionGroup: 'judiciary', women: 0, men: 0, unstated: 2, total: 2 },
    ],
  })
  const [own] = await listOwnParticipations(await actingAs(personId))
  expect(own).toMatchObject({ professionGroup: 'social-services', heldOn: today })
})

test('a telephone that checks in again counts once, also when its owner then signs in', async () => {
  const { activityId, code } = await makeActivity(organiser())
  const visitor = phone()
  await checkInUnnamed(code, visitor, answer())
  await checkInUnnamed(code, visitor, answer())
  expect((await participationOf(activityId)).total).toBe(1)
  expect((await readCheckIn(code, visitor)).own).toMatchObject({ professionGroup: 'school' })
  const { personId } = await makePerson()
  const actor = await actingAs(personId)
  await checkInPerson(code, { ...visitor, actor })
  await checkInPerson(code, { ...visitor, actor })
  expect(await participationOf(activityId)).toMatchObject({ total: 1, known: 1 })
})

test('what is kept of a telephone is nothing that can be followed to another session', async () => {
  const first = await makeActivity(organiser())
  const second = await makeActivity(organiser())
  const visitor = phone()
  await checkInUnnamed(first.code, visitor, answer())
  await checkInUnnamed(second.code, visitor, answer())
  const kept = await prisma().attendance.findMany({
    where: { sessionId: { in: [first.sessionId, second.sessionId] } },
  })
  expect(new Set(kept.map(({ deviceKey }) => deviceKey)).size).toBe(2)
  expect(kept.every(({ deviceKey }) => !deviceKey?.includes(visitor.device))).toBe(true)
})

test('a code opens an hour before and closes an hour after, and not at all when it is cancelled', async () => {
  const at = (startsAt: number, endsAt: number) =>
    makeActivity({ ...organiser(), startsAt, endsAt })
  const stateOf = async ({ code }: { code: string }) => (await readCheckIn(code, phone())).state
  // By the clock it is 10:00: 600 minutes.
  expect(await stateOf(await at(661, 700))).toBe('early')
  expect(await stateOf(await at(660, 700))).toBe('open')
  expect(await stateOf(await at(500, 540))).toBe('open')
  const past = await at(500, 539)
  expect(await stateOf(past)).toBe('late')
  await expect(checkInUnnamed(past.code, phone(), answer())).rejects.toThrow('check-in.closed')
  const off = await makeActivity({ ...organiser(), status: 'cancelled' })
  expect(await stateOf(off)).toBe('cancelled')
  await expect(checkInUnnamed(off.code, phone(), answer())).rejects.toThrow('check-in.closed')
})

test('one address guesses thirty codes in ten minutes, and no more', async () => {
  const visitor = phone()
  for (let guess = 0; guess < 30; guess++) {
    await expect(readCheckIn('000000', visitor)).rejects.toThrow('check-in.code-unknown')
  }
  const { code } = await makeActivity(organiser())
  await expect(readCheckIn(code, visitor)).rejects.toThrow('rate.limited')
  expect((await readCheckIn(code, phone())).state).toBe('open')
})

test('people are registered by address where they work within reach, once', async () => {
  const { activityId, sessionId } = await makeActivity(organiser())
  const near = await makePerson()
  await makeEmployment(organisation.rootUnitId, { personId: near.personId })
  const elsewhere = await makeOrganisation({ countyCode: '06', municipalityCode: '0680' })
  const far = await makePerson()
  await makeEmployment(elsewhere.rootUnitId, { personId: far.personId })
  const emails = [near.email, far.email, 'nobody@exempel.se']
  const where = { actor: trainer, activityId, sessionId, emails }
  expect(await registerPeople(where)).toEqual({
    added: 1,
    unknown: [far.email, 'nobody@exempel.se'],
  })
  expect((await registerPeople(where)).added).toBe(0)
  expect((await participationOf(activityId)).total).toBe(1)
})

test('participants of a national conference count in their own counties', async () => {
  const coordinator = await makeActor('coordinator', { kind: 'nation', ref: null })
  const made = await makeActivity({ ...organiser(), countyCode: null, type: 'conference' })
  const where = { actor: coordinator, activityId: made.activityId, sessionId: made.sessionId }
  const elsewhere = await makeOrganisation({ countyCode: '06', municipalityCode: '0680' })
  const far = await makePerson()
  await makeEmployment(elsewhere.rootUnitId, { personId: far.personId })
  await registerPeople({ ...where, emails: [far.email] })
  const counts = [{ professionGroup: 'school', sex: null, people: 5 } as const]
  await saveCounts({ ...where, place: { municipalityCode: '2180' }, counts })
  const activity = await readActivity(coordinator, made.activityId)
  expect((await readParticipation(activity)).counties).toMatchObject([
    { countyCode: '06', total: 1 },
    { countyCode: '21', total: 5 },
  ])
})

test('a correction changes what it says, and leaves what was, what is, who and when', async () => {
  const { activityId, sessionId, code } = await makeActivity(organiser())
  const where = { actor: trainer, activityId, sessionId }
  const place = { municipalityCode: '2180' }
  const count = (people: number) =>
    saveCounts({ ...where, place, counts: [{ professionGroup: 'school', sex: 'K', people }] })
  await count(30)
  await count(28)
  await checkInUnnamed(code, phone(), answer())
  const { attending } = await readSessionAttendance(trainer, { ...where, page: 1 })
  const [one] = attending
  const attendanceId = one!.id
  await correctAttendance({ ...where, attendanceId, professionGroup: 'health-care', place })
  expect(await participationOf(activityId)).toMatchObject({
    total: 29,
    groups: [
      { professionGroup: 'school', total: 28 },
      { professionGroup: 'health-care', total: 1 },
    ],
  })
  const after = await readSessionAttendance(trainer, { ...where, page: 1 })
  await removeAttendance({ ...where, attendanceId: after.attending[0]!.id })
  expect((await participationOf(activityId)).total).toBe(28)
  const { corrections } = await readSessionAttendance(trainer, { ...where, page: 1 })
  const by = `${trainer.givenName} ${trainer.familyName}`
  expect(corrections).toHaveLength(3)
  expect(corrections).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ wasPeople: 30, isPeople: 28, by, at: now }),
      expect.objectContaining({ wasGroup: 'school', isGroup: 'health-care', by }),
      expect.objectContaining({ wasGroup: 'health-care', isPeople: null, by }),
    ]),
  )
})

test('a module that is taken together is credited to who was at every session, once it was held', async () => {
  const module = await makeModule()
  const { moduleId } = module
  const made = await makeActivity({
    ...organiser(),
    type: 'course-group',
    moduleId,
    days: [addDays(today, -1), today],
  })
  const { activityId } = made
  const [yesterday, now] = made.sessions
  const both = await makePerson({ givenName: 'Bo' })
  const once = await makePerson()
  for (const { personId } of [both, once]) {
    await makeEmployment(organisation.rootUnitId, { personId })
  }
  const at = (sessionId: string, emails: string[]) =>
    registerPeople({ actor: trainer, activityId, sessionId, emails })
  await at(yesterday!.id, [both.email, once.email])
  await at(now!.id, [both.email])
  const credited = () =>
    prisma().completion.findMany({ where: { moduleId }, include: { affiliations: true } })
  expect(await credited()).toEqual([])
  await changeStatus({ actor: trainer, activityId, status: 'held', on: today })
  expect(await credited()).toMatchObject([
    {
      personId: both.personId,
      moduleVersionId: module.versionId,
      source: 'group',
      evidence: 'grupp',
      completedOn: new Date(`${today}T00:00:00Z`),
      affiliations: [{ professionGroup: 'school' }],
    },
  ])
  // One who is written down afterwards is credited, too; and one who was not there after all is not.
  await at(now!.id, [once.email])
  expect((await credited()).map(({ personId }) => personId)).toContain(once.personId)
  const { attending } = await readSessionAttendance(trainer, {
    activityId,
    sessionId: now!.id,
    page: 1,
  })
  await removeAttendance({
    actor: trainer,
    activityId,
    sessionId: now!.id,
    attendanceId: attending.find(({ name }) => name?.startsWith('Bo '))!.id,
  })
  expect((await credited()).map(({ personId }) => personId)).toEqual([once.personId])
  await changeStatus({ actor: trainer, activityId, status: 'planned', on: null })
  expect(await credited()).toEqual([])
})

test('a session at which somebody was keeps its place in the series; its time can be mended', async () => {
  const { activityId, sessionId, code } = await makeActivity(organiser())
  await checkInUnnamed(code, phone(), answer())
  const change = (sessions: Parameters<typeof changeActivity>[0]['sessions']) =>
    changeActivity({ actor: trainer, activityId, values: values(), sessions })
  await expect(change([session()])).rejects.toThrow('activity.session-attended')
  await change([{ ...session(addDays(today, -1)), id: sessionId }, session()])
  const { sessions } = await readActivity(trainer, activityId)
  expect(sessions.map(({ heldOn }) => heldOn)).toEqual([addDays(today, -1), today])
  expect((await participationOf(activityId)).total).toBe(1)
})
