import { afterEach, expect, test } from 'vitest'
import { actingAs, makeActor, makeGrant, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  endRole,
  findPeople,
  grantRole,
  listScopeChoices,
  readPersonGrants,
} from './role-grant.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'

useDatabase()
afterEach(() => holdClock(undefined))

const nation = { kind: 'nation', ref: null } as const
const rolesOf = async (personId: string) => (await actingAs(personId)).grants

async function contents() {
  const [grants, audit] = await Promise.all([
    prisma().roleGrant.findMany({ orderBy: { id: 'asc' } }),
    prisma().auditEntry.count(),
  ])
  return { grants, audit }
}

test('the only administrator keeps the role; with a second one it can be ended', async () => {
  const administrator = await makeActor('administrator', nation)
  const { grants } = await readPersonGrants(administrator, administrator.personId)
  const own = { actor: administrator, grantId: grants[0]!.grantId }
  const before = await contents()
  await expect(endRole(own)).rejects.toThrow('role.last-administrator')
  expect(await contents()).toEqual(before)
  const { personId } = await makePerson()
  await grantRole({ actor: administrator, personId, role: 'administrator', scope: nation })
  await endRole(own)
  expect(await rolesOf(administrator.personId)).toEqual([])
  expect(await rolesOf(personId)).toMatchObject([{ role: 'administrator' }])
})

test('an administrator of yesterday does not keep today’s last one from being the last', async () => {
  await prisma().roleGrant.deleteMany({})
  const administrator = await makeActor('administrator', nation)
  const former = await makePerson()
  await makeGrant(former.personId, 'administrator', nation, { validTo: '2025-06-01' })
  const { grants } = await readPersonGrants(administrator, administrator.personId)
  await expect(endRole({ actor: administrator, grantId: grants[0]!.grantId })).rejects.toThrow(
    'role.last-administrator',
  )
})

test('a role counts from its first day to the day before its last', async () => {
  const { personId } = await makePerson()
  await makeGrant(personId, 'editor', nation, { validFrom: '2026-03-01', validTo: '2026-04-01' })
  const days: [string, number][] = [
    ['2026-02-28T12:00:00Z', 0],
    ['2026-03-01T12:00:00Z', 1],
    // Half past eleven in the evening, Swedish time, on the last day.
    ['2026-03-31T21:30:00Z', 1],
    ['2026-03-31T22:30:00Z', 0],
  ]
  for (const [moment, count] of days) {
    holdClock(new Date(moment))
    expect(await rolesOf(personId)).toHaveLength(count)
  }
})

test('a role that is given counts at once, and once', async () => {
  const administrator = await makeActor('administrator', nation)
  const { personId } = await makePerson()
  const { organisationId } = await makeOrganisation()
  const scope = { kind: 'organisation', ref: organisationId } as const
  const grant = { actor: administrator, personId, role: 'manager', scope } as const
  const grantId = await grantRole(grant)
  expect(await rolesOf(personId)).toEqual([
    { role: 'manager', scope: { kind: 'organisation', organisationId } },
  ])
  await expect(grantRole(grant)).rejects.toThrow('role.has-already')
  expect(await prisma().auditEntry.findFirst({ where: { subjectId: personId } })).toMatchObject({
    action: 'role.granted',
    organisationId,
    detail: { role: 'manager', grant: grantId },
  })
  await endRole({ actor: administrator, grantId })
  expect(await rolesOf(personId)).toEqual([])
  await expect(endRole({ actor: administrator, grantId })).rejects.toThrow('not-found')
})

test('a role is not given where it cannot count, or where there is nothing', async () => {
  const actor = await makeActor('administrator', nation)
  const { personId } = await makePerson()
  const { organisationId } = await makeOrganisation()
  const before = await contents()
  const give = (role: 'manager' | 'trainer' | 'analyst', kind: string, ref: string | null) =>
    grantRole({ actor, personId, role, scope: { kind, ref } as never })
  await expect(give('manager', 'nation', null)).rejects.toThrow('role.scope-not-allowed')
  await expect(give('analyst', 'county', '21')).rejects.toThrow('role.scope-not-allowed')
  await expect(give('trainer', 'county', '99')).rejects.toThrow('role.scope-unknown')
  await expect(give('manager', 'organisation', newId())).rejects.toThrow('role.scope-unknown')
  // A municipality has no catchment.
  await expect(give('trainer', 'catchment', organisationId)).rejects.toThrow('role.scope-unknown')
  await expect(
    grantRole({ actor, personId: newId(), role: 'editor', scope: nation }),
  ).rejects.toThrow('not-found')
  expect(await contents()).toEqual(before)
})

test('who is no administrator neither gives roles nor looks people up', async () => {
  const { personId, email } = await makePerson()
  const grantId = await makeGrant(personId, 'editor', nation)
  const others = [
    await actingAs(personId),
    await makeActor('coordinator', nation),
    await makeActor('trainer', { kind: 'county', ref: '21' }),
  ]
  const before = await contents()
  for (const actor of others) {
    const refused = [
      grantRole({ actor, personId: actor.personId, role: 'administrator', scope: nation }),
      endRole({ actor, grantId }),
      findPeople(actor, email),
      readPersonGrants(actor, personId),
    ]
    for (const attempt of await Promise.allSettled(refused)) {
      expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } })
    }
  }
  expect(await contents()).toEqual(before)
})

test('people are found by a whole address or the beginning of a name', async () => {
  const actor = await makeActor('administrator', nation)
  const { personId, email } = await makePerson({ givenName: 'Xerxes', familyName: '100%ig' })
  const found = async (query: string) =>
    (await findPeople(actor, query)).map((person) => person.personId)
  expect(await found(` ${email.toUpperCase()} `)).toEqual([personId])
  expect(await found('xerx')).toEqual([personId])
  expect(await found('Xerxes  100%')).toEqual([personId])
  expect(await found('100%')).toEqual([personId])
  expect(await found('rxes')).toEqual([])
  // Neither a part of an address nor LIKE's own signs find anybody.
  expect(await found(email.slice(1))).toEqual([])
  expect(await found('%%')).toEqual([])
  expect(await found('__')).toEqual([])
})

test('a catchment is offered for the centres that have one', async () => {
  const { organisationId } = await makeOrganisation({
    kind: 'resource-centre',
    name: 'Resurscentrum Gävleborg',
    municipalityCode: null,
    catchment: ['2180', '2181'],
  })
  const choices = await listScopeChoices('trainer')
  expect(choices.map(({ kind }) => kind)).toEqual(['county', 'catchment'])
  expect(choices[0]!.choices).toHaveLength(21)
  expect(choices[1]!.choices.map(({ ref }) => ref)).toEqual([organisationId])
})
