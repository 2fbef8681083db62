import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makePerson, actingAs } from '../../tests/factories/identity.ts'
import { makeOrganisation } from '../../tests/factories/organisation.ts'
import { useDatabase } from '../../tests/setup/use-database.ts'
import { makeLink } from '~/domain/identity/one-time-link.server.ts'
import { holdClock, now } from '~/kernel/clock.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { choosePassword, forgetPassword, replacePassword } from './new-password.server.ts'
import { endSession, peekSession, prolongSession, readSession } from './session.server.ts'
import { signIn } from './sign-in.server.ts'
import { signUp } from './sign-up.server.ts'

vi.stubEnv('DATA_FOLDER', mkdtempSync(path.join(tmpdir(), 'samsyn-test-')))

useDatabase()
beforeAll(async () => {
  await makeOrganisation()
})
afterEach(() => holdClock(undefined))

const password = 'en cykel utan kedja'
let addresses = 0
/** A new address of the network for each test, so that none uses up another's attempts. */
const newIp = () => `192.0.2.${++addresses}`

const request = (cookie = '') =>
  new Request('http://samsyn.localhost:3000/', { headers: { Cookie: cookie } })

const attempt = (email: string, typed: string, ip = newIp()) =>
  signIn(request(), { email, password: typed, ip })

async function signedIn(email: string): Promise<Request> {
  const answer = await attempt(email, password)
  if (answer.kind !== 'signed-in') throw new Error('The address is not confirmed')
  return request(answer.cookie.split(';')[0])
}

const eventNames = async () =>
  (
    await rows<{ name: string }>(
      sql`select data->>'name' as name from pgboss.job where name = 'event' order by created_on`,
    )
  ).map(({ name }) => name)

test('the right password opens a session, which carries the person', async () => {
  const { personId, email } = await makePerson({ password })
  const session = await readSession(await signedIn(email))
  expect(session?.actor.personId).toBe(personId)
})

test('an unknown address and a wrong password are refused in the same words', async () => {
  const { email } = await makePerson({ password })
  const wrong = await attempt(email, 'ett helt annat ord').catch((error: unknown) => error)
  const unknown = await attempt('ingen@exempel.se', password).catch((error: unknown) => error)
  expect(wrong).toMatchObject({ code: 'sign-in.failed', detail: {}, field: undefined })
  expect(unknown).toEqual(wrong)
})

test('that an address waits for confirmation is told after the right password only', async () => {
  const { email } = await makePerson({ password, confirmed: false })
  const before = (await eventNames()).length
  await expect(attempt(email, 'ett helt annat ord')).rejects.toThrow('sign-in.failed')
  expect(await eventNames()).toHaveLength(before)
  expect(await attempt(email, password)).toEqual({ kind: 'unconfirmed' })
  expect((await eventNames()).slice(before)).toEqual(['email.confirmation-asked'])
  expect(await prisma().session.count({ where: { person: { email } } })).toBe(0)
})

test('after ten wrong attempts from one place the right password has to wait too', async () => {
  const { email } = await makePerson({ password })
  const ip = newIp()
  for (let tries = 0; tries < 10; tries++) {
    await expect(attempt(email, 'ett helt annat ord', ip)).rejects.toThrow('sign-in.failed')
  }
  await expect(attempt(email, password, ip)).rejects.toMatchObject({
    code: 'rate.limited',
    status: 429,
    detail: { count: 15 },
  })
  // Somebody else's wrong attempts do not shut the person out elsewhere.
  expect(await attempt(email, password)).toMatchObject({ kind: 'signed-in' })
})

test('what is counted tells neither address nor network', async () => {
  const ip = newIp()
  await expect(attempt('raknad@exempel.se', password, ip)).rejects.toThrow('sign-in.failed')
  const kept = JSON.stringify(await prisma().rateLimit.findMany({ select: { key: true } }))
  expect(kept).not.toContain('raknad@exempel.se')
  expect(kept).not.toContain(ip)
})

test('signing in again ends the session before', async () => {
  const { email } = await makePerson({ password })
  const first = await signedIn(email)
  const again = await signIn(first, { email, password, ip: newIp() })
  expect(again.kind).toBe('signed-in')
  expect(await readSession(first)).toBeNull()
})

test('looking at the session does not prolong it; using it late and asking for more time do', async () => {
  const { personId, email } = await makePerson({ password })
  const session = await signedIn(email)
  const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000)
  const kept = async () =>
    (await prisma().session.findFirstOrThrow({ where: { userId: personId } })).expiresAt
  const soon = inMinutes(10)
  await prisma().session.updateMany({ where: { userId: personId }, data: { expiresAt: soon } })
  expect(await peekSession(session)).toEqual(soon)
  expect(await kept()).toEqual(soon)
  expect((await prolongSession(session))!.getTime()).toBeGreaterThan(inMinutes(59).getTime())
  expect((await kept()).getTime()).toBeGreaterThan(inMinutes(59).getTime())
  await prisma().session.updateMany({ where: { userId: personId }, data: { expiresAt: soon } })
  await readSession(session)
  expect((await kept()).getTime()).toBeGreaterThan(inMinutes(59).getTime())
})

test('a session that is over is not brought back', async () => {
  const { email } = await makePerson({ password })
  const session = await signedIn(email)
  const expiresAt = (await peekSession(session))!
  holdClock(expiresAt)
  expect(await peekSession(session)).toBeNull()
  expect(await prolongSession(session)).toBeNull()
})

test('signing out ends the session on the server too', async () => {
  const { email } = await makePerson({ password })
  const session = await signedIn(email)
  expect(await endSession(session)).toMatch(/^session=;.*Max-Age=0/)
  expect(await readSession(session)).toBeNull()
})

const secretIn = (link: string) => link.split('/').at(-1)!

test('a new password by link works once, ends every session and confirms the address', async () => {
  const { personId, email } = await makePerson({ password })
  const [here, there] = [await signedIn(email), await signedIn(email)]
  const other = secretIn(await makeLink('reset-password', personId))
  const secret = secretIn(await makeLink('reset-password', personId))
  await prisma().person.update({ where: { id: personId }, data: { emailConfirmedAt: null } })
  await choosePassword(secret, 'en bil med fyra hjul')
  expect(await readSession(here)).toBeNull()
  expect(await readSession(there)).toBeNull()
  await expect(attempt(email, password)).rejects.toThrow('sign-in.failed')
  expect(await attempt(email, 'en bil med fyra hjul')).toMatchObject({ kind: 'signed-in' })
  for (const used of [secret, other]) {
    await expect(choosePassword(used, 'en tredje mening')).rejects.toThrow('link.not-valid')
  }
})

test('a link to choose a password is dead after an hour', async () => {
  const { personId } = await makePerson({ password })
  holdClock(new Date('2026-11-21T10:00:00Z'))
  const secret = secretIn(await makeLink('reset-password', personId))
  holdClock(new Date('2026-11-21T11:00:00Z'))
  await expect(choosePassword(secret, 'en bil med fyra hjul')).rejects.toThrow('link.not-valid')
})

test('the own address is refused as a password by link too, and the link still works', async () => {
  const email = 'langt.namn.langt@exempel.se'
  const { personId } = await makePerson({ email, password })
  const secret = secretIn(await makeLink('reset-password', personId))
  await expect(choosePassword(secret, email)).rejects.toThrow('password.is-address')
  await choosePassword(secret, 'en bil med fyra hjul')
})

test('one who is signed in changes the password with the old one, and stays signed in here only', async () => {
  const { personId, email } = await makePerson({ password })
  const elsewhere = await signedIn(email)
  const actor = await actingAs(personId)
  const change = { currentPassword: password, password: 'en bil med fyra hjul' }
  await expect(
    replacePassword(actor, { ...change, currentPassword: 'ett helt annat ord' }),
  ).rejects.toMatchObject({ code: 'password.wrong', field: 'currentPassword' })
  const cookie = await replacePassword(actor, change)
  expect(await readSession(elsewhere)).toBeNull()
  expect((await readSession(request(cookie.split(';')[0])))?.actor.personId).toBe(personId)
})

test('asking for a new password writes the same for a known and an unknown address', async () => {
  const { email } = await makePerson({ password })
  const before = (await eventNames()).length
  const audited = await prisma().auditEntry.count()
  expect(await forgetPassword(email, newIp())).toBeUndefined()
  expect(await forgetPassword('ingen-alls@exempel.se', newIp())).toBeUndefined()
  expect((await eventNames()).slice(before)).toEqual([
    'password.reset-asked',
    'password.reset-asked',
  ])
  expect(await prisma().auditEntry.count()).toBe(audited)
})

const form = (email: string) => ({
  givenName: 'Nova',
  familyName: 'Ny',
  email,
  password,
  language: 'sv' as const,
  sex: null,
  municipalityCode: '2180',
  unitId: null,
  statedWorkplace: 'Föreningen',
  professionGroup: 'other' as const,
  kind: 'employed' as const,
})

test('signing up answers the same, and no sooner, for a known address as for an unknown one', async () => {
  const { email } = await makePerson({ password })
  for (const address of ['helt-ny@exempel.se', email]) {
    const begun = performance.now()
    expect(await signUp(form(address), newIp())).toBeUndefined()
    // The floor that the writes are hidden under; the password is hashed before it, either way.
    expect(performance.now() - begun).toBeGreaterThanOrEqual(249)
  }
  expect(await prisma().person.count({ where: { email } })).toBe(1)
})

test('who signs up does not take over the account of a known address', async () => {
  const { email } = await makePerson({ password })
  await signUp({ ...form(email), password: 'inkräktarens eget ord' }, newIp())
  await expect(attempt(email, 'inkräktarens eget ord')).rejects.toThrow('sign-in.failed')
  expect(await attempt(email, password)).toMatchObject({ kind: 'signed-in' })
})

test('the sixth account for one address within an hour has to wait', async () => {
  for (let tries = 0; tries < 5; tries++) await signUp(form('ofta@exempel.se'), newIp())
  await expect(signUp(form('ofta@exempel.se'), newIp())).rejects.toThrow('rate.limited')
})
