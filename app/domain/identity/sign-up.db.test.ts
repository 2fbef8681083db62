import { afterEach, beforeAll, expect, test } from 'vitest'
import { makeGrant, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { holdClock } from '~/kernel/clock.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { isLinkGood, makeLink } from './one-time-link.server.ts'
import { confirmEmail, registerAdministrator, registerPerson } from './sign-up.server.ts'

useDatabase()

let unitId: string
beforeAll(async () => {
  const { rootUnitId } = await makeOrganisation({ municipalityCode: '2180' })
  unitId = await makeUnit(rootUnitId, { name: 'Barn och unga' })
})
afterEach(() => holdClock(undefined))

const signUp = (email: string) => ({
  givenName: 'Nova',
  familyName: 'Ny',
  email,
  passwordHash: 'hash',
  language: 'sv' as const,
  sex: null,
  municipalityCode: '2180',
  unitId,
  statedWorkplace: null,
  professionGroup: 'school' as const,
  kind: 'employed' as const,
})

const events = () =>
  rows<{ data: { name: string; payload: Record<string, string> } }>(
    sql`select data from pgboss.job where name = 'event' order by created_on`,
  ).then((found) => found.map((row) => row.data))

async function contents() {
  const [people, identities, affiliations, audit] = await Promise.all([
    prisma().person.count(),
    prisma().signInIdentity.count(),
    prisma().affiliation.count(),
    prisma().auditEntry.count(),
  ])
  return { people, identities, affiliations, audit }
}

const secretIn = (path: string) => path.split('/').at(-1)!

test('signing up makes a person with a claimed workplace from today', async () => {
  holdClock(new Date('2026-11-21T23:30:00Z'))
  await registerPerson(signUp('nova@exempel.se'))
  const person = await prisma().person.findUniqueOrThrow({
    where: { email: 'nova@exempel.se' },
    include: { affiliations: true, signInIdentities: true },
  })
  expect(person.emailConfirmedAt).toBeNull()
  expect(person.signInIdentities).toMatchObject([{ kind: 'password', subject: 'nova@exempel.se' }])
  // Half past midnight on the 22nd in Sweden.
  expect(person.affiliations).toMatchObject([
    { unitId, status: 'claimed', kind: 'employed', validFrom: new Date('2026-11-22') },
  ])
  const payload = { personId: person.id }
  expect(await events()).toContainEqual({ name: 'person.signed-up', payload })
})

test('an address that is known gets no second account, and its owner is told', async () => {
  const { personId } = await makePerson({ email: 'kand@exempel.se' })
  const before = await contents()
  await registerPerson(signUp('kand@exempel.se'))
  expect(await contents()).toEqual(before)
  expect(await events()).toContainEqual({
    name: 'person.sign-up-repeated',
    payload: { personId },
  })
})

test('a unit of another municipality is refused for known and unknown addresses alike', async () => {
  await makePerson({ email: 'ocksa-kand@exempel.se' })
  const before = await contents()
  for (const email of ['ocksa-kand@exempel.se', 'okand@exempel.se']) {
    await expect(registerPerson({ ...signUp(email), municipalityCode: '0180' })).rejects.toThrow(
      'workplace.unknown',
    )
  }
  expect(await contents()).toEqual(before)
})

test('a volunteer or an elected member is that from the first day, and waits as one', async () => {
  for (const kind of ['volunteer', 'elected'] as const) {
    const email = `${kind}@exempel.se`
    await registerPerson({ ...signUp(email), kind })
    const { affiliations } = await prisma().person.findUniqueOrThrow({
      where: { email },
      include: { affiliations: true },
    })
    expect(affiliations).toMatchObject([{ kind, status: 'claimed' }])
  }
})

test('a workplace outside the register is kept as it was stated', async () => {
  await registerPerson({
    ...signUp('utan@exempel.se'),
    unitId: null,
    statedWorkplace: 'Kvinnojouren',
    professionGroup: 'student',
  })
  const person = await prisma().person.findUniqueOrThrow({
    where: { email: 'utan@exempel.se' },
    include: { affiliations: true },
  })
  expect(person.affiliations).toMatchObject([
    { unitId: null, statedWorkplace: 'Kvinnojouren', municipalityCode: '2180', kind: 'student' },
  ])
})

test('a link confirms the address once', async () => {
  const { personId } = await makePerson({ confirmed: false })
  const secret = secretIn(await makeLink('confirm-email', personId))
  await confirmEmail(secret)
  const person = await prisma().person.findUniqueOrThrow({ where: { id: personId } })
  expect(person.emailConfirmedAt).not.toBeNull()
  await expect(confirmEmail(secret)).rejects.toThrow('link.not-valid')
})

test('looking at a link does not use it up', async () => {
  const { personId } = await makePerson({ confirmed: false })
  const secret = secretIn(await makeLink('confirm-email', personId))
  expect(await isLinkGood('confirm-email', secret)).toBe(true)
  expect(await isLinkGood('confirm-email', secret)).toBe(true)
  await confirmEmail(secret)
  expect(await isLinkGood('confirm-email', secret)).toBe(false)
})

test('a link confirms nothing after seven days, and nothing when it was made for something else', async () => {
  const { personId } = await makePerson({ confirmed: false })
  holdClock(new Date('2026-11-01T08:00:00Z'))
  const old = secretIn(await makeLink('confirm-email', personId))
  const other = secretIn(await makeLink('reset-password', personId))
  await expect(confirmEmail(other)).rejects.toThrow('link.not-valid')
  holdClock(new Date('2026-11-08T08:00:00Z'))
  await expect(confirmEmail(old)).rejects.toThrow('link.not-valid')
  await expect(confirmEmail('no-secret-at-all')).rejects.toThrow('link.not-valid')
  const person = await prisma().person.findUniqueOrThrow({ where: { id: personId } })
  expect(person.emailConfirmedAt).toBeNull()
})

test('the database does not hold what stands in the mail', async () => {
  const { personId } = await makePerson()
  const secret = secretIn(await makeLink('reset-password', personId))
  const links = await prisma().oneTimeLink.findMany({ where: { personId } })
  expect(JSON.stringify(links)).not.toContain(secret)
})

const account = (email: string) => ({
  givenName: 'Ada',
  familyName: 'Först',
  email,
  passwordHash: 'hash',
  language: 'sv' as const,
})

test('the printed link makes one administrator, whose address counts as confirmed', async () => {
  const replaced = secretIn(await makeLink('administrator', null))
  const secret = secretIn(await makeLink('administrator', null))
  await expect(registerAdministrator(replaced, account('ada@exempel.se'))).rejects.toThrow(
    'link.not-valid',
  )
  // An address that is taken uses nothing up: the link is tried again with another.
  await makePerson({ email: 'tagen@exempel.se' })
  await expect(registerAdministrator(secret, account('tagen@exempel.se'))).rejects.toThrow(
    'administrator.address-known',
  )
  const personId = await registerAdministrator(secret, account('ada@exempel.se'))
  const person = await prisma().person.findUniqueOrThrow({
    where: { id: personId },
    include: { roleGrants: true },
  })
  expect(person.emailConfirmedAt).not.toBeNull()
  expect(person.roleGrants).toMatchObject([
    { role: 'administrator', scopeKind: 'nation', scopeRef: null, validTo: null },
  ])
  await expect(registerAdministrator(secret, account('eva@exempel.se'))).rejects.toThrow(
    'link.not-valid',
  )
})

test('where there is an administrator a left-over link makes no second one', async () => {
  const { personId } = await makePerson()
  await makeGrant(personId, 'administrator', { kind: 'nation', ref: null })
  const before = await prisma().person.count()
  const secret = secretIn(await makeLink('administrator', null))
  await expect(registerAdministrator(secret, account('sen@exempel.se'))).rejects.toThrow(
    'administrator.exists',
  )
  expect(await prisma().person.count()).toBe(before)
})
