import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sendNotices } from '~/domain/notice/send-notices.server.ts'
import { savePlaces } from '~/domain/place/place.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import {
  makeActivity,
  makeWaitingLetters,
  openSignUp,
  signUpUnnamed,
} from '../../../tests/factories/activity.ts'
import { actingAs, makeActor, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { MailServer } from '../../../tests/setup/mail-server.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { changeStatus } from './activity.server.ts'
import { signUpLetterKind } from './sign-up-letters.server.ts'
import { remindSignedUp, writeSignUpLetter } from './sign-up-mail.server.ts'
import { cancelByToken, signUpNamed, signUpPerson, signUpTokenOf } from './sign-up.server.ts'

vi.stubEnv('SECRET', 'a'.repeat(32))
vi.stubEnv('APP_ORIGIN', 'https://samsyn.exempel.se')
vi.stubEnv('LOG_LEVEL', 'silent')
vi.setConfig({ testTimeout: 60_000 })

useDatabase()

const server = new MailServer()
const minute = 60_000
/** A Saturday morning: letters are not held back, as notices are. */
const saturday: Day = '2026-11-21'
let at = 0
const wait = (ms: number) => holdClock(new Date((at += ms)))

let organiserId: string
let trainer: PersonActor

beforeAll(async () => {
  await server.start()
  vi.stubEnv('SMTP_URL', server.url)
  await savePlaces(
    [{ code: '21', letter: 'X', name: 'Gävleborgs län', shortName: 'Gävleborg' }],
    [{ code: '2180', countyCode: '21', name: 'Gävle kommun', shortName: 'Gävle' }],
  )
  organiserId = (await makeOrganisation()).organisationId
  trainer = await makeActor('trainer', { kind: 'county', ref: '21' })
})
afterAll(() => server.stop())
beforeEach(() => {
  at = Date.parse(`${saturday}T09:00:00Z`)
  wait(0)
})
afterEach(async () => {
  holdClock(undefined)
  server.manners = {}
  server.received.length = 0
  server.asked = 0
  await rows(sql`truncate notice_mail, notice_item, notice_setting`)
})

const send = () => sendNotices({ writers: { [signUpLetterKind]: writeSignUpLetter } })

async function lecture(places: number | null, days: Day[] = [addDays(saturday, 7)]) {
  const made = await makeActivity({ organiserId, days })
  return { ...made, key: await openSignUp(made.activityId, { places, closesOn: days.at(-1)! }) }
}

const named = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@exempel.se`,
  professionGroup: 'school' as const,
  place: { municipalityCode: '2180' },
  language: 'sv' as const,
})

const subjectsTo = (email: string) =>
  server.received
    .filter(({ to }) => to === email)
    .map(({ source }) => decoded(/^Subject: ([^]*?)\r\n(?=\S)/m.exec(source)?.[1] ?? ''))

/** RFC 2047: quoted-printable words. */
const decoded = (subject: string) =>
  decodeURIComponent(
    subject
      .replace(/\?=\s+=\?UTF-8\?Q\?/g, '')
      .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, '$1')
      .replace(/_/g, ' ')
      .replace(/=(?=[0-9A-F]{2})/g, '%'),
  )

test('cancelling tells everybody who comes once, also when the server is away and the round is done again', async () => {
  const { activityId } = await lecture(null)
  for (let one = 0; one < 5; one++) await signUpUnnamed(activityId)
  await changeStatus({ actor: trainer, activityId, status: 'cancelled', on: saturday })
  await server.stop()
  expect((await send()).deliveries).toHaveProperty('away')
  await server.start()
  wait(3 * minute)
  expect(await send()).toEqual({ deliveries: { accepted: 5 }, isMore: false })
  expect(await send()).toEqual({ deliveries: {}, isMore: false })
  expect(Object.values(server.counts())).toEqual([1, 1, 1, 1, 1])
  // No words and no address are kept of it.
  const kept = await prisma().noticeMail.findMany()
  expect(kept.map(({ subject, body, personId }) => [subject, body, personId])).toEqual(
    Array(5).fill(['', null, null]),
  )
})

test('a letter says what is true when it is sent, and nothing of what is true no longer', async () => {
  const { activityId, key } = await lecture(1)
  await signUpNamed(key, named('Ada'), '10.1.0.1')
  await signUpNamed(key, named('Bo'), '10.1.0.1')
  const ada = await prisma().signUp.findFirstOrThrow({ where: { activityId, name: 'Ada' } })
  await cancelByToken(signUpTokenOf(ada.id))
  // Ada had a place and waits for nothing; Bo waited, and has a place now.
  expect(await send()).toEqual({ deliveries: { dropped: 2, accepted: 1 }, isMore: false })
  expect(server.counts()).toEqual({ 'bo@exempel.se': 1 })
  expect(subjectsTo('bo@exempel.se')).toEqual(['Anmälan: du har fått en plats'])
})

test('a letter takes nobody’s week, and a week that is taken holds back no letter', async () => {
  const { personId, email } = await makePerson()
  await prisma().noticeSetting.create({ data: { personId, mailedOn: new Date('2026-11-20') } })
  const { key } = await lecture(null)
  await signUpPerson(await actingAs(personId), key, '10.1.0.2')
  expect(await send()).toMatchObject({ deliveries: { accepted: 1 } })
  expect(server.counts()).toEqual({ [email]: 1 })
  const setting = await prisma().noticeSetting.findUnique({ where: { personId } })
  expect(setting?.mailedOn).toEqual(new Date('2026-11-20'))
})

test('an account’s address that refuses a letter is marked, and nothing more is sent to it', async () => {
  const { personId, email } = await makePerson()
  const { activityId, key } = await lecture(null)
  await signUpPerson(await actingAs(personId), key, '10.1.0.3')
  server.manners = { refuse: () => 550 }
  expect(await send()).toMatchObject({ deliveries: { 'refused-address': 1 } })
  server.manners = {}
  const setting = await prisma().noticeSetting.findUnique({ where: { personId } })
  expect(setting).toMatchObject({ refusedEmail: email, mailedOn: null })
  await changeStatus({ actor: trainer, activityId, status: 'cancelled', on: saturday })
  expect(await send()).toMatchObject({ deliveries: { dropped: 1 } })
  expect(server.received).toEqual([])
})

test('a reminder that could not be sent the day before is not sent on the day', async () => {
  const { activityId } = await lecture(null, [addDays(saturday, 2)])
  await signUpUnnamed(activityId)
  wait(24 * 60 * minute)
  await remindSignedUp()
  server.manners = { refuse: () => 450 }
  expect(await send()).toMatchObject({ deliveries: { later: 1 } })
  server.manners = {}
  wait(24 * 60 * minute)
  expect(await send()).toMatchObject({ deliveries: { dropped: 1 } })
})

test('letters that nobody here can write wait', async () => {
  await makeWaitingLetters(2)
  expect(await sendNotices()).toEqual({ deliveries: {}, isMore: false })
  expect(await prisma().noticeMail.count({ where: { status: 'waiting' } })).toBe(2)
})
