import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { completeTrack, makeTrack } from '../../tests/factories/credential.ts'
import { makePerson } from '../../tests/factories/identity.ts'
import { makeOrganisation } from '../../tests/factories/organisation.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { askForReset } from '~/domain/identity/password.server.ts'
import { confirmEmail, registerPerson } from '~/domain/identity/sign-up.server.ts'
import { makeLink } from '~/domain/identity/one-time-link.server.ts'
import { reportFault } from '~/domain/notice/notice.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { readMailbox } from '~/platform/mail.server.ts'
import { jobQueues, startWorkers } from './subscribers.server.ts'
import { cleanUp } from './tasks/clean-up.server.ts'

vi.stubEnv('DATA_FOLDER', mkdtempSync(path.join(tmpdir(), 'samsyn-test-')))
vi.stubEnv('LOG_LEVEL', 'silent')

useDatabase()
beforeAll(async () => {
  await makeOrganisation()
  await stopJobs()
  await startJobs({ work: true, queues: jobQueues })
  startWorkers()
})

const mailsTo = (email: string) => readMailbox().filter(({ to }) => to === email)

const waitForMail = (email: string) =>
  vi.waitFor(
    () => {
      const [mail] = mailsTo(email)
      expect(mail).toBeDefined()
      return mail!
    },
    { timeout: 20_000, interval: 200 },
  )

const linkIn = (text: string) => /^http\S+$/m.exec(text)?.[0] ?? ''

test('signing up leads to a mail whose link confirms the address; its secret lies in no job', async () => {
  const email = 'nova@exempel.se'
  await registerPerson({
    givenName: 'Nova',
    familyName: 'Ny',
    email,
    passwordHash: 'hash',
    language: 'en',
    sex: null,
    municipalityCode: '2180',
    unitId: null,
    statedWorkplace: 'Föreningen',
    professionGroup: 'other',
    kind: 'employed',
  })
  const { subject, text } = await waitForMail(email)
  expect(subject).toBe('Confirm your e-mail address')
  const secret = linkIn(text).split('/confirm-email/')[1]!
  const jobs = JSON.stringify(await rows(sql`select data, output from pgboss.job`))
  expect(jobs).not.toContain(secret)
  expect(jobs).not.toContain(email)
  await confirmEmail(secret)
  expect((await prisma().person.findUniqueOrThrow({ where: { email } })).emailConfirmedAt).not.toBe(
    null,
  )
})

test('a forgotten password is mailed to the one who has the address, and to nobody else', async () => {
  const { email } = await makePerson()
  const before = readMailbox().length
  await askForReset('ingen@exempel.se')
  await askForReset(email)
  expect((await waitForMail(email)).subject).toBe('Konto: ny länk')
  expect(readMailbox()).toHaveLength(before + 1)
})

test('a person hears what the organisation has answered, and an event that nobody awaits is not queued', async () => {
  const { personId, email } = await makePerson()
  await inTransaction(systemActor, async (tx) => {
    await emit(tx, { name: 'nobody.awaits', payload: { personId } })
    await emit(tx, { name: 'affiliation.declined', payload: { personId } })
  })
  expect((await waitForMail(email)).subject).toBe('Konto: se över din arbetsplats')
  const queued = await rows<{ name: string }>(sql`
    select distinct data ->> 'name' as name from pgboss.job where name = 'event'`)
  expect(queued.map(({ name }) => name)).not.toContain('nobody.awaits')
  expect(queued.map(({ name }) => name)).toContain('affiliation.declined')
})

test('whoever has completed the last module of a track is given a certificate', async () => {
  const { personId } = await makePerson()
  await completeTrack(personId, await makeTrack(), addDays(today(), -1))
  await inTransaction(systemActor, (tx) =>
    emit(tx, { name: 'module.completed', payload: { personId } }),
  )
  await vi.waitFor(
    async () => expect(await prisma().certificate.count({ where: { personId } })).toBe(1),
    { timeout: 20_000, interval: 200 },
  )
})

test('a fault report reaches the support, without the secret of the page it is about', async () => {
  const secret = (await makeLink('reset-password', (await makePerson()).personId)).split('/')[2]!
  await reportFault(
    {
      page: `/reset-password/${secret}`,
      code: 'K7QT-M4XD',
      what: 'Knappen svarar inte',
      email: null,
    },
    '192.0.2.1',
  )
  const { text } = await waitForMail('support@samsyn.localhost')
  expect(text).toContain('> Knappen svarar inte')
  expect(text).toContain('Supportkod: K7QT-M4XD')
  expect(text).not.toContain(secret)
})

test('the clean-up removes what has had its time, and nothing else', async () => {
  const { personId } = await makePerson()
  const [past, future] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)]
  await prisma().session.createMany({
    data: [
      { id: 'past', userId: personId, expiresAt: past },
      { id: 'future', userId: personId, expiresAt: future },
    ],
  })
  const used = await makeLink('confirm-email', personId)
  await confirmEmail(used.split('/').at(-1))
  await makeLink('reset-password', personId)
  await prisma().rateLimit.createMany({
    data: [
      { key: 'past', expire: past.getTime() },
      { key: 'future', expire: future.getTime() },
    ],
  })
  await cleanUp()
  expect(await prisma().session.findMany({ where: { userId: personId } })).toMatchObject([
    { id: 'future' },
  ])
  expect(await prisma().oneTimeLink.findMany({ where: { personId } })).toMatchObject([
    { purpose: 'reset-password', usedAt: null },
  ])
  const kept = await prisma().rateLimit.findMany({ where: { key: { in: ['past', 'future'] } } })
  expect(kept.map(({ key }) => key)).toEqual(['future'])
})
