import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { makeGrant, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../tests/factories/organisation.ts'
import { MailServer } from '../../../tests/setup/mail-server.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  headcountLetterKind,
  tellOldHeadcounts,
  writeHeadcountLetter,
} from './headcount-letter.server.ts'
import { sendNotices } from './send-notices.server.ts'

vi.stubEnv('SECRET', 'a'.repeat(32))
vi.stubEnv('APP_ORIGIN', 'https://samsyn.exempel.se')
vi.stubEnv('LOG_LEVEL', 'silent')
vi.setConfig({ testTimeout: 60_000 })

useDatabase()

const server = new MailServer()
const writers = { [headcountLetterKind]: writeHeadcountLetter }
/** A Monday. */
const monday: Day = '2026-09-07'
let place: MadeOrganisation
let manager: { personId: string; email: string }

const on = (day: Day) => holdClock(new Date(`${day}T07:00:00Z`))
/** Its lines put together again, both those of the head and those of the text. */
const newestMail = () => server.received[0]!.source.replace(/=\r\n/g, '').replace(/\r\n[ \t]/g, ' ')
async function declare(asOf: Day, unitId = place.rootUnitId): Promise<void> {
  await prisma().headcount.create({
    data: {
      ...{ id: newId(), unitId, professionGroup: 'school', headcount: 20, source: 'own' },
      ...{ asOf: dateOf(asOf), recordedAt: dateOf(asOf) },
    },
  })
}
async function newManager(organisationId: string) {
  const person = await makePerson({ password: 'ett-langt-losenord' })
  await makeGrant(person.personId, 'manager', { kind: 'organisation', ref: organisationId })
  return person
}

beforeAll(async () => {
  await server.start()
  vi.stubEnv('SMTP_URL', server.url)
})
afterAll(() => server.stop())
beforeEach(async () => {
  place = await makeOrganisation()
  manager = await newManager(place.organisationId)
  on(monday)
})
afterEach(async () => {
  holdClock(undefined)
  server.manners = {}
  server.received.length = 0
  await rows(sql`truncate notice_mail, notice_item, notice_setting, role_grant, headcount`)
})

test('a manager is told once that a number is more than a year old, where to look it over, and how to say no', async () => {
  await declare('2025-08-31')
  expect(await tellOldHeadcounts(monday)).toBe(1)
  expect(await tellOldHeadcounts(monday)).toBe(0)
  expect(await sendNotices({ writers })).toMatchObject({ deliveries: { accepted: 1 } })
  expect(server.counts()).toEqual({ [manager.email]: 1 })
  const source = newestMail()
  const { organisationId } = place
  expect(source).toContain(`https://samsyn.exempel.se/organisations/${organisationId}/headcounts`)
  expect(source).toContain('List-Unsubscribe: <https://samsyn.exempel.se/unsubscribe/')
  expect(source).toContain('Subject: =?UTF-8?Q?Utbildning=3A_se_')
})

test('nobody is told of numbers that are newer, that nobody has told, or that have been looked over', async () => {
  expect(await tellOldHeadcounts(monday)).toBe(0)
  await declare('2025-09-07')
  expect(await tellOldHeadcounts(monday)).toBe(0)
  on('2026-09-08')
  expect(await tellOldHeadcounts('2026-09-08')).toBe(1)
  await declare('2026-09-08')
  expect(await sendNotices({ writers })).toMatchObject({ deliveries: { dropped: 1 } })
  expect(server.received).toEqual([])
})

test('one letter tells of all that a manager looks after, and comes again after half a year', async () => {
  const other = await makeOrganisation()
  await makeGrant(manager.personId, 'manager', { kind: 'organisation', ref: other.organisationId })
  await declare('2025-08-31')
  await declare('2025-06-30', other.rootUnitId)
  expect(await tellOldHeadcounts(monday)).toBe(1)
  await sendNotices({ writers })
  const source = newestMail()
  for (const { organisationId } of [place, other]) expect(source).toContain(organisationId)
  expect(await tellOldHeadcounts('2027-03-05')).toBe(0)
  expect(await tellOldHeadcounts('2027-03-08')).toBe(1)
})

test('it waits for the week to have room, for a working day, and for nobody who has said no', async () => {
  await declare('2025-08-31')
  const { personId } = manager
  expect(await tellOldHeadcounts('2026-09-06')).toBe(0)
  await prisma().noticeSetting.create({ data: { personId, mailedOn: dateOf('2026-09-02') } })
  expect(await tellOldHeadcounts(monday)).toBe(0)
  await prisma().noticeSetting.update({ where: { personId }, data: { wantsRecommended: false } })
  expect(await tellOldHeadcounts('2026-09-09')).toBe(0)
  await prisma().noticeSetting.update({ where: { personId }, data: { wantsRecommended: true } })
  expect(await tellOldHeadcounts('2026-09-09')).toBe(1)
  expect(await prisma().noticeSetting.findUnique({ where: { personId } })).toMatchObject({
    mailedOn: dateOf('2026-09-09'),
  })
})

test('two servers at once, one of which loses its way to the mail server, tell each manager once', async () => {
  const others = await Promise.all([1, 2, 3].map(() => newManager(place.organisationId)))
  await declare('2025-08-31')
  const told = await Promise.all([tellOldHeadcounts(monday), tellOldHeadcounts(monday)])
  expect(told[0] + told[1]).toBe(4)
  server.manners = { refuse: () => 450 }
  await sendNotices({ writers })
  expect(server.received).toEqual([])
  server.manners = {}
  holdClock(new Date(`${monday}T07:20:00Z`))
  await Promise.all([sendNotices({ writers }), sendNotices({ writers })])
  const all = [manager, ...others].map(({ email }) => [email, 1])
  expect(server.counts()).toEqual(Object.fromEntries(all))
})
