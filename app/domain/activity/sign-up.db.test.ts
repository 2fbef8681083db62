import { afterAll, beforeAll, expect, test } from 'vitest'
import { savePlaces } from '~/domain/place/place.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeActivity, openSignUp } from '../../../tests/factories/activity.ts'
import { actingAs, makeActor, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { changeStatus } from './activity.server.ts'
import { readParticipation } from './attendance.server.ts'
import { readActivity } from './activity.server.ts'
import { arrive, readExpected, registerArrivals } from './sign-up-arrival.server.ts'
import { changeSignUpPage, readSignUpList, takeIn, takeOut } from './sign-up-list.server.ts'
import { forgetSignUps, remindSignedUp } from './sign-up-mail.server.ts'
import {
  cancelByToken,
  cancelOwn,
  readSignUpByToken,
  readSignUpPage,
  signUpNamed,
  signUpPerson,
  signUpTokenOf,
} from './sign-up.server.ts'

useDatabase()

const today: Day = '2026-11-21'
const at = (day: Day) => holdClock(new Date(`${day}T09:00:00Z`))

let organiserId: string
let trainer: PersonActor

beforeAll(async () => {
  at(today)
  await savePlaces(
    [{ code: '21', letter: 'X', name: 'Gävleborgs län', shortName: 'Gävleborg' }],
    [{ code: '2180', countyCode: '21', name: 'Gävle kommun', shortName: 'Gävle' }],
  )
  organiserId = (await makeOrganisation()).organisationId
  trainer = await makeActor('trainer', { kind: 'county', ref: '21' })
})
afterAll(() => holdClock(undefined))

const named = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@exempel.se`,
  professionGroup: 'school' as const,
  place: { municipalityCode: '2180' },
  language: 'sv' as const,
})

/** A lecture in a week with so many places, and the key of its page. */
async function lecture(places: number | null, days: Day[] = [addDays(today, 7)]) {
  const made = await makeActivity({ organiserId, days })
  return { ...made, key: await openSignUp(made.activityId, { places, closesOn: days.at(-1)! }) }
}

async function statesOf(activityId: string): Promise<Record<string, string>> {
  const found = await prisma().signUp.findMany({ where: { activityId } })
  return Object.fromEntries(found.map(({ name, personId, state }) => [name ?? personId, state]))
}

async function idOf(activityId: string, name: string): Promise<string> {
  return (await prisma().signUp.findFirstOrThrow({ where: { activityId, name } })).id
}

test('who comes when all places are taken waits, and moves up in the order of coming', async () => {
  const { activityId, key } = await lecture(1)
  for (const name of ['Ada', 'Bo', 'Cia']) await signUpNamed(key, named(name), '10.0.0.1')
  expect(await statesOf(activityId)).toEqual({ Ada: 'placed', Bo: 'waiting', Cia: 'waiting' })
  const token = signUpTokenOf(await idOf(activityId, 'Cia'))
  expect((await readSignUpByToken(token)).own).toMatchObject({ state: 'waiting', inLine: 2 })

  await cancelByToken(signUpTokenOf(await idOf(activityId, 'Ada')))
  // Who has let a place go is forgotten at once.
  expect(await statesOf(activityId)).toEqual({ null: 'cancelled', Bo: 'placed', Cia: 'waiting' })
  expect((await readSignUpByToken(token)).own).toMatchObject({ state: 'waiting', inLine: 1 })
})

test('two at once never get the same last place, and two who leave at once move two up', async () => {
  const { activityId, key } = await lecture(2)
  const names = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `${letter}nna`)
  await Promise.all(names.map((name) => signUpNamed(key, named(name), '10.0.0.2')))
  const placed = async () =>
    Object.entries(await statesOf(activityId)).flatMap(([name, state]) =>
      state === 'placed' ? [name] : [],
    )
  const first = await placed()
  expect(first).toHaveLength(2)
  const ids = await Promise.all(first.map((name) => idOf(activityId, name)))
  await Promise.all([
    ...ids.map((id) => cancelByToken(signUpTokenOf(id))),
    signUpNamed(key, named('Gunnar'), '10.0.0.2'),
  ])
  const second = await placed()
  expect(second).toHaveLength(2)
  expect(second).not.toContain('Gunnar')
})

test('an address is on the list once, and the page answers the same a second time', async () => {
  const { activityId, key } = await lecture(null)
  await signUpNamed(key, named('Disa'), '10.0.0.3')
  await signUpNamed(key, named('Disa'), '10.0.0.3')
  expect(await prisma().signUp.count({ where: { activityId } })).toBe(1)
})

test('who signed in signs up and leaves by a press, once each', async () => {
  const { key, activityId } = await lecture(null)
  const person = await actingAs((await makePerson()).personId)
  await signUpPerson(person, key, '10.0.0.4')
  await signUpPerson(person, key, '10.0.0.4')
  expect((await readSignUpPage(key, person)).own).toMatchObject({ state: 'placed' })
  await cancelOwn(person, key)
  expect((await readSignUpPage(key, person)).own).toBeNull()
  await signUpPerson(person, key, '10.0.0.4')
  expect(await prisma().signUp.count({ where: { activityId } })).toBe(2)
})

test('nobody signs up after the closing day, for what is cancelled, or by an address that is none', async () => {
  const { key, activityId } = await lecture(null)
  await changeSignUpPage({ actor: trainer, activityId, places: null, closesOn: addDays(today, -1) })
  await expect(signUpNamed(key, named('Elis'), '10.0.0.5')).rejects.toThrow('sign-up.closed')
  await changeSignUpPage({ actor: trainer, activityId, places: null, closesOn: today })
  await changeStatus({ actor: trainer, activityId, status: 'cancelled', on: today })
  await expect(signUpNamed(key, named('Elis'), '10.0.0.5')).rejects.toThrow('sign-up.closed')
  await expect(readSignUpPage('nosuchkey', null)).rejects.toThrow('not-found')
  const id = signUpTokenOf('00000000-0000-4000-8000-000000000000')
  await expect(readSignUpByToken(id)).rejects.toThrow('not-found')
  await expect(readSignUpByToken(`${id.split('.')[0]}.AAAA`)).rejects.toThrow('not-found')
})

test('a leader gives places that are free and takes people off; more places go to the line', async () => {
  const { key, activityId } = await lecture(1)
  for (const name of ['Fia', 'Gun', 'Hal']) await signUpNamed(key, named(name), '10.0.0.6')
  const [fia, hal] = [await idOf(activityId, 'Fia'), await idOf(activityId, 'Hal')]
  const one = { actor: trainer, activityId }
  await expect(takeIn({ ...one, signUpId: hal })).rejects.toThrow('sign-up.full')
  await takeOut({ ...one, signUpId: fia })
  expect(await statesOf(activityId)).toMatchObject({ Fia: 'cancelled', Gun: 'placed' })
  await changeSignUpPage({ ...one, places: 2, closesOn: today })
  expect(await statesOf(activityId)).toMatchObject({ Hal: 'placed' })
  await changeSignUpPage({ ...one, places: 1, closesOn: today })
  expect(await statesOf(activityId)).toMatchObject({ Gun: 'placed', Hal: 'placed' })
  await changeSignUpPage({ ...one, places: null, closesOn: today })
  await takeIn({ ...one, signUpId: fia })
  const { signUps, page } = await readSignUpList(trainer, activityId, 1)
  expect(page).toMatchObject({ placed: 3, waiting: 0 })
  expect(signUps.rows.map(({ name }) => name)).toEqual(['Fia', 'Gun', 'Hal'])
})

test('somebody else’s leader sees no list and changes none', async () => {
  const { activityId, key } = await lecture(null)
  await signUpNamed(key, named('Iris'), '10.0.0.7')
  const other = await makeActor('trainer', { kind: 'county', ref: '06' })
  const signUpId = await idOf(activityId, 'Iris')
  await expect(readSignUpList(other, activityId, 1)).rejects.toThrow('forbidden')
  await expect(takeOut({ actor: other, activityId, signUpId })).rejects.toThrow('forbidden')
  const mine = await lecture(null)
  const elsewhere = { actor: trainer, activityId: mine.activityId, signUpId }
  await expect(takeOut(elsewhere)).rejects.toThrow('not-found')
})

test('the signed-up are known when they come: by their link and the code, or by a tick, once', async () => {
  const { key, activityId, sessionId, code } = await lecture(null, [today])
  for (const name of ['Jon', 'Kaj']) await signUpNamed(key, named(name), '10.0.0.8')
  const person = await actingAs((await makePerson()).personId)
  await signUpPerson(person, key, '10.0.0.8')
  const [jon, kaj] = [await idOf(activityId, 'Jon'), await idOf(activityId, 'Kaj')]
  const expected = () => readExpected(activityId, sessionId)
  expect(await expected()).toHaveLength(3)

  await arrive(signUpTokenOf(jon), code, '10.0.0.8')
  await arrive(signUpTokenOf(jon), code, '10.0.0.8')
  expect(await expected()).toHaveLength(2)
  const elsewhere = await makeActivity({ organiserId })
  await expect(arrive(signUpTokenOf(kaj), elsewhere.code, '10.0.0.8')).rejects.toThrow(
    'sign-up.not-this',
  )
  const signUpIds = (await expected()).map(({ id }) => id)
  const where = { actor: trainer, activityId, sessionId, signUpIds }
  expect(await registerArrivals(where)).toBe(2)
  expect(await registerArrivals({ ...where, signUpIds: [...signUpIds, jon] })).toBe(0)
  const sums = await readParticipation(await readActivity(trainer, activityId))
  expect(sums).toMatchObject({ total: 3, known: 1, counties: [{ countyCode: '21' }, {}] })
})

test('everybody with a place is reminded once, the day before', async () => {
  const { key, activityId } = await lecture(1, [addDays(today, 3), addDays(today, 10)])
  for (const name of ['Liv', 'Moa']) await signUpNamed(key, named(name), '10.0.0.9')
  const reminded = async () =>
    prisma().signUp.count({ where: { activityId, remindedAt: { not: null } } })
  await remindSignedUp()
  expect(await reminded()).toBe(0)
  at(addDays(today, 2))
  expect(await remindSignedUp()).toBeGreaterThanOrEqual(1)
  expect(await remindSignedUp()).toBe(0)
  expect(await reminded()).toBe(1)
  at(addDays(today, 9))
  expect(await remindSignedUp()).toBe(1)
  at(today)
})

test('thirty days after it is forgotten who they were, and not how many', async () => {
  const { key, activityId } = await lecture(null)
  const person = await actingAs((await makePerson()).personId)
  await signUpNamed(key, named('Nils'), '10.0.0.10')
  await signUpPerson(person, key, '10.0.0.10')
  const known = () =>
    prisma().signUp.findMany({ where: { activityId }, orderBy: { signedUpAt: 'asc' } })
  at(addDays(today, 37))
  await forgetSignUps()
  expect((await known())[0]).toMatchObject({ name: 'Nils' })
  at(addDays(today, 38))
  await forgetSignUps()
  const gone = { name: null, email: null, personId: null, state: 'placed' }
  expect(await known()).toMatchObject([{ ...gone, professionGroup: 'school' }, gone])
  at(today)
})
