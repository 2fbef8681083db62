import { afterEach, expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { actorWith } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { listKeys, makeKey, readKey, readServiceActor, revokeKey } from './service-key.server.ts'

useDatabase()

const administrator = actorWith({ role: 'administrator', scope: { kind: 'nation' } })
const at = (moment: string) => holdClock(new Date(moment))
afterEach(() => holdClock(undefined))

const key = { actor: administrator, name: 'Statistiksystemet', scope: 'followup:read' } as const
const make = (validTo = '2026-12-01') => makeKey({ ...key, validTo })

test('a key lets another system in, with its scope and nothing more', async () => {
  at('2026-11-21T10:00:00Z')
  const { keyId, secret } = await make()
  expect(await readServiceActor(secret)).toEqual({
    kind: 'service',
    personId: null,
    keyId,
    scopes: ['followup:read'],
  })
})

test('the table holds a hash and a beginning, the trail neither name nor secret', async () => {
  at('2026-11-21T10:00:00Z')
  const { keyId, secret } = await make()
  const row = await prisma().serviceKey.findUniqueOrThrow({ where: { id: keyId } })
  expect(row.prefix).toBe(secret.slice(0, 15))
  expect(JSON.stringify(row)).not.toContain(secret.slice(15))
  const entries = await prisma().auditEntry.findMany({ where: { subjectId: keyId } })
  expect(entries).toMatchObject([
    {
      action: 'key.created',
      actorPersonId: administrator.personId,
      detail: { scope: 'followup:read', validTo: '2026-12-01' },
    },
  ])
})

test('a key works to midnight, Swedish time, of its last day', async () => {
  at('2026-11-21T10:00:00Z')
  const { secret } = await make('2026-12-01')
  at('2026-12-01T22:59:00Z')
  expect(await readServiceActor(secret)).not.toBeNull()
  at('2026-12-01T23:01:00Z')
  expect(await readServiceActor(secret)).toBeNull()
})

test('a revoked key opens nothing, and revoking it again changes nothing', async () => {
  at('2026-11-21T10:00:00Z')
  const { keyId, secret } = await make()
  await revokeKey({ actor: administrator, keyId })
  expect(await readServiceActor(secret)).toBeNull()
  at('2026-11-22T10:00:00Z')
  await revokeKey({ actor: administrator, keyId })
  expect(await readKey(administrator, keyId)).toMatchObject({
    status: 'revoked',
    revokedAt: new Date('2026-11-21T10:00:00Z'),
  })
  await expect(revokeKey({ actor: administrator, keyId: newId() })).rejects.toMatchObject({
    status: 404,
  })
})

test('the last use is told, to the minute', async () => {
  at('2026-11-21T10:00:00Z')
  const { keyId, secret } = await make()
  const lastUsed = async () => (await readKey(administrator, keyId)).lastUsedAt?.toISOString()
  expect(await lastUsed()).toBeUndefined()
  await readServiceActor(secret)
  at('2026-11-21T10:00:59Z')
  await readServiceActor(secret)
  expect(await lastUsed()).toBe('2026-11-21T10:00:00.000Z')
  at('2026-11-21T10:01:00Z')
  await readServiceActor(secret)
  expect(await lastUsed()).toBe('2026-11-21T10:01:00.000Z')
})

test('a form that is sent twice makes one key', async () => {
  at('2026-11-21T10:00:00Z')
  const keyId = newId()
  await makeKey({ ...key, keyId, validTo: '2026-12-01' })
  const again = makeKey({ ...key, keyId, validTo: '2026-12-01' })
  await expect(again).rejects.toMatchObject({ code: 'key.made-already' })
})

test('a last day that has gone, or lies more than two years ahead, is refused', async () => {
  at('2026-11-21T10:00:00Z')
  await expect(make('2026-11-20')).rejects.toMatchObject({ code: 'key.day-passed' })
  await expect(make('2028-11-21')).rejects.toMatchObject({ code: 'key.too-long' })
  await expect(make('2028-11-20')).resolves.toBeDefined()
})

test('a key has a name of one line, at most 100 characters long', async () => {
  at('2026-11-21T10:00:00Z')
  const named = (name: string) => makeKey({ ...key, name, validTo: '2026-12-01' })
  for (const name of ['', '   ', 'x'.repeat(101), 'two\nlines', 'a\u2028b', 'bell\u0007']) {
    await expect(named(name)).rejects.toMatchObject({ code: 'key.name-unfit', field: 'name' })
  }
  const { keyId } = await named(`  ${'å'.repeat(100)} `)
  expect((await readKey(administrator, keyId)).name).toBe('å'.repeat(100))
})

test('what is no secret of ours opens nothing', async () => {
  for (const text of [undefined, '', 'samsyn_', `samsyn_${'A'.repeat(43)}`, "' or true --"]) {
    expect(await readServiceActor(text)).toBeNull()
  }
})

test('only administrators and the system make, see and revoke keys', async () => {
  at('2026-11-21T10:00:00Z')
  const { keyId, secret } = await makeKey({ ...key, actor: systemActor, validTo: '2026-12-01' })
  const service = (await readServiceActor(secret))!
  const others = [actorWith({ role: 'analyst', scope: { kind: 'nation' } }), actorWith(), service]
  for (const actor of others) {
    const attempts = [
      makeKey({ ...key, actor, validTo: '2026-12-01' }),
      listKeys(actor),
      readKey(actor, keyId),
      revokeKey({ actor, keyId }),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ status: 403 })
  }
  expect(await listKeys(administrator)).toContainEqual(expect.objectContaining({ keyId }))
})
