import { beforeAll, expect, test } from 'vitest'
import { actorWith } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { readAuditTrail } from './audit-trail.server.ts'
import { recordAudit } from './audit.server.ts'

useDatabase()

const administrator = actorWith({ role: 'administrator', scope: { kind: 'nation' } })
const organisationId = newId()
const subjectId = newId()

beforeAll(async () => {
  await inTransaction(systemActor, async (tx) => {
    for (let number = 1; number <= 120; number++) {
      const detail = { number }
      await recordAudit(tx, systemActor, { action: 'test.counted', detail })
    }
    await recordAudit(tx, administrator, { action: 'test.done', subjectId, organisationId })
  })
})

test('the trail comes in pages of fifty, the newest first', async () => {
  const first = await readAuditTrail(administrator, { page: 1 })
  expect(first).toMatchObject({ total: 121, page: 1, pages: 3 })
  expect(first.lines).toHaveLength(50)
  expect(first.lines[0]).toMatchObject({ action: 'test.done', subjectId })
  const last = await readAuditTrail(administrator, { page: 3 })
  expect(last.lines).toHaveLength(21)
  expect(last.lines.at(-1)!.detail).toEqual({ number: 1 })
})

test('a page beyond the trail shows its nearest end', async () => {
  expect((await readAuditTrail(administrator, { page: 99 })).page).toBe(3)
  for (const page of [0, -1, Number.NaN, 1.5]) {
    expect((await readAuditTrail(administrator, { page })).page).toBe(1)
  }
})

test('an id shows what it did, what was done to it, and what concerned its organisation', async () => {
  for (const about of [administrator.personId, subjectId, organisationId]) {
    const { lines, total } = await readAuditTrail(administrator, { page: 1, about })
    expect(total).toBe(1)
    expect(lines[0]!.action).toBe('test.done')
  }
  expect((await readAuditTrail(administrator, { page: 1, about: newId() })).total).toBe(0)
})

test('only administrators read the trail', async () => {
  const others = [
    actorWith(),
    actorWith({ role: 'coordinator', scope: { kind: 'nation' } }),
    actorWith({ role: 'editor', scope: { kind: 'nation' } }),
  ]
  for (const actor of others) {
    await expect(readAuditTrail(actor, { page: 1 })).rejects.toThrow('forbidden')
  }
})

test('no line of the trail can be changed or taken away', async () => {
  await expect(prisma().auditEntry.updateMany({ data: { action: 'x' } })).rejects.toThrow(
    'append-only',
  )
  await expect(prisma().auditEntry.deleteMany({})).rejects.toThrow('append-only')
})
