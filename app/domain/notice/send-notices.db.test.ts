import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { makeWaitingMails } from '../../../tests/factories/notice.ts'
import { MailServer } from '../../../tests/setup/mail-server.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { sendNotices } from './send-notices.server.ts'
import { readersAmong, sendNoticesQueue } from './tell-people.server.ts'

vi.stubEnv('SECRET', 'a'.repeat(32))
vi.stubEnv('APP_ORIGIN', 'https://samsyn.exempel.se')
vi.stubEnv('LOG_LEVEL', 'silent')
vi.setConfig({ testTimeout: 60_000 })

useDatabase()

const server = new MailServer()
beforeAll(async () => {
  await server.start()
  vi.stubEnv('SMTP_URL', server.url)
  await stopJobs()
  await startJobs({ work: false, queues: [sendNoticesQueue] })
})
afterAll(() => server.stop())

const minute = 60_000
/** A Monday morning. */
const monday = Date.parse('2026-09-07T07:00:00Z')
let at = monday
const wait = (ms: number) => holdClock(new Date((at += ms)))
beforeEach(() => {
  at = monday
  wait(0)
})
afterEach(async () => {
  holdClock(undefined)
  server.manners = {}
  server.received.length = 0
  server.asked = 0
  await rows(sql`truncate notice_mail, notice_item, notice_setting`)
})

const stateOf = async (personId: string) =>
  (await prisma().noticeMail.findFirstOrThrow({ where: { personId } })).status
const onceEach = (people: { email: string }[]) =>
  Object.fromEntries(people.map(({ email }) => [email, 1]))

test('every waiting mail is sent once, with what a mail program needs, and then forgotten', async () => {
  const people = await makeWaitingMails(7)
  expect(await sendNotices()).toEqual({ deliveries: { accepted: 7 }, isMore: false })
  expect(await sendNotices()).toEqual({ deliveries: {}, isMore: false })
  expect(server.counts()).toEqual(onceEach(people))
  const mail = await prisma().noticeMail.findFirstOrThrow({
    where: people[0] && { personId: people[0].personId },
  })
  expect(mail).toMatchObject({ status: 'sent', body: null })
  const { source } = server.received.find(({ to }) => to === people[0]!.email)!
  expect(source).toContain(`Message-ID: <${mail.id}@samsyn.exempel.se>`)
  expect(source).toContain('Auto-Submitted: auto-generated')
  expect(source).not.toContain('List-Unsubscribe')
})

test('what is recommended can be refused with the mail program’s own button', async () => {
  await makeWaitingMails(1, { isMandatory: false })
  await sendNotices()
  const source = server.received[0]!.source.replace(/\r\n[ \t]/g, ' ')
  expect(source).toMatch(
    /^List-Unsubscribe: <https:\/\/samsyn\.exempel\.se\/unsubscribe\/[\w-]{43}>/m,
  )
  expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('whoever has said no meanwhile gets nothing of what is only recommended', async () => {
  const [person] = await makeWaitingMails(1, { isMandatory: false })
  const { personId } = person!
  await prisma().noticeSetting.update({ where: { personId }, data: { wantsRecommended: false } })
  expect(await sendNotices()).toMatchObject({ deliveries: { dropped: 1 } })
  expect(server.received).toEqual([])
  expect(await stateOf(personId)).toBe('dropped')
})

describe('a server that', () => {
  test('refuses an address for good is not asked for it again, and the others get theirs', async () => {
    const people = await makeWaitingMails(5)
    const gone = people[2]!
    server.manners = { refuse: (to) => (to === gone.email ? 550 : undefined) }
    await sendNotices()
    wait(10 * minute)
    await sendNotices()
    expect(server.counts()).toEqual(onceEach(people.filter((person) => person !== gone)))
    expect(server.asked).toBe(5)
    expect(await stateOf(gone.personId)).toBe('refused')
    const setting = await prisma().noticeSetting.findUnique({ where: { personId: gone.personId } })
    expect(setting).toMatchObject({ refusedEmail: gone.email, refusedAt: new Date(monday) })
    expect(await readersAmong([gone.personId])).toEqual([])
    // What was refused has told nothing.
    const open = await prisma().noticeItem.count({
      where: { personId: gone.personId, closedOn: null },
    })
    expect(open).toBe(0)
  })

  test('will not take it now is asked again after five minutes, then a quarter of an hour', async () => {
    const people = await makeWaitingMails(2)
    server.manners = { refuse: () => 450 }
    await sendNotices()
    wait(4 * minute)
    await sendNotices()
    expect(server.asked).toBe(2)
    wait(1 * minute)
    await sendNotices()
    expect(server.asked).toBe(4)
    server.manners = {}
    wait(14 * minute)
    await sendNotices()
    expect(server.asked).toBe(4)
    wait(1 * minute)
    await sendNotices()
    expect(server.counts()).toEqual(onceEach(people))
  })

  test('is slow to greet and slow to answer gets each mail once', async () => {
    const people = await makeWaitingMails(6)
    server.manners = { greetingMs: 700, answerMs: 900 }
    const [first, second] = await Promise.all([
      sendNotices({ roads: 2 }),
      sendNotices({ roads: 2 }),
    ])
    expect((first.deliveries.accepted ?? 0) + (second.deliveries.accepted ?? 0)).toBe(6)
    expect(server.counts()).toEqual(onceEach(people))
  })

  test('never answers to the end of a mail, but has it, gets it once', async () => {
    const [person] = await makeWaitingMails(1)
    server.manners = { answerMs: 3_000, keepsAtOnce: true }
    expect(await sendNotices({ answerMs: 500 })).toMatchObject({ deliveries: { doubtful: 1 } })
    server.manners = {}
    wait(60 * minute)
    await sendNotices()
    expect(server.counts()).toEqual(onceEach([person!]))
    expect(await stateOf(person!.personId)).toBe('doubtful')
  })

  test('is down for an hour gets each mail once when it is up again', async () => {
    const people = await makeWaitingMails(12)
    await server.stop()
    for (let past = 0; past < 60; past++) {
      expect((await sendNotices()).deliveries.accepted).toBeUndefined()
      wait(minute)
    }
    await server.start()
    wait(2 * minute)
    expect(await sendNotices()).toMatchObject({ deliveries: { accepted: 12 } })
    expect(server.counts()).toEqual(onceEach(people))
  })

  test('is restarted again and again in mid-batch gets each mail once', async () => {
    const people = await makeWaitingMails(40)
    let seen = 0
    let restart: Promise<void> = Promise.resolve()
    const again = async () => {
      await server.stop()
      await server.start()
    }
    // It ends while it takes mails: at every ninth it has the last byte and has kept nothing, at every
    // seventh it has the receiver alone.
    server.manners = {
      answerMs: 15,
      onEnd: () => void (++seen % 9 === 0 && (restart = again())),
      onReceiver: () => void (++seen % 7 === 0 && (restart = again())),
    }
    for (let round = 0; round < 60 && server.received.length < 40; round++) {
      await sendNotices()
      await restart
      wait(2 * minute)
    }
    expect(server.counts()).toEqual(onceEach(people))
    const states = await prisma().noticeMail.groupBy({ by: ['status'], _count: true })
    expect(states).toEqual([{ status: 'sent', _count: 40 }])
    // It is asked more often than there are mails: it did break off.
    expect(server.asked).toBeGreaterThan(40)
  })

  test('is away for a week gets nothing of what was to be said then, and it is told anew', async () => {
    const [person] = await makeWaitingMails(1)
    await server.stop()
    await sendNotices()
    wait(8 * 24 * 60 * minute)
    await server.start()
    await sendNotices()
    expect(server.received).toEqual([])
    expect(await stateOf(person!.personId)).toBe('given-up')
    expect(await prisma().noticeItem.count({ where: { closedOn: null } })).toBe(0)
  })
})

test('nothing goes out on a holiday, though it waits', async () => {
  at = Date.parse('2026-12-23T15:00:00Z')
  wait(0)
  const people = await makeWaitingMails(2)
  at = Date.parse('2026-12-24T08:00:00Z')
  wait(0)
  expect(await sendNotices()).toEqual({ deliveries: {}, isMore: false })
  at = Date.parse('2026-12-28T08:00:00Z')
  wait(0)
  await sendNotices()
  expect(server.counts()).toEqual(onceEach(people))
})
