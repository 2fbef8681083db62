import { expect, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { emit, eventQueue } from '~/platform/events.server.ts'
import { useDatabase } from '../setup/use-database.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { database, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'

useDatabase()

const queued = () =>
  rows<{ count: number }>(sql`select count(*) as count from pgboss.job where name = ${eventQueue}`)

test('a change, its audit line and its event are written together', async () => {
  await inTransaction(systemActor, async (tx) => {
    await recordAudit(tx, systemActor, { action: 'test.done', subjectId: 'a' })
    await emit(tx, { name: 'test.done', payload: { id: 'a', nothing: null } })
  })
  expect(await rows(sql`select action from audit_entry where subject_id = 'a'`)).toHaveLength(1)
  expect((await queued())[0]!.count).toBe(1)
})

test('when the transaction fails, neither the change nor the event is left', async () => {
  const before = (await queued())[0]!.count
  const broken = inTransaction(systemActor, async (tx) => {
    await recordAudit(tx, systemActor, { action: 'test.done', subjectId: 'b' })
    await emit(tx, { name: 'test.done', payload: { id: 'b' } })
    throw new Error('planned')
  })
  await expect(broken).rejects.toThrow('planned')
  expect(await rows(sql`select action from audit_entry where subject_id = 'b'`)).toHaveLength(0)
  expect((await queued())[0]!.count).toBe(before)
})

test('the audit trail can be neither changed nor shortened', async () => {
  const pool = database().pool
  await expect(pool.query("update audit_entry set action = 'other'")).rejects.toThrow(/append-only/)
  await expect(pool.query('delete from audit_entry')).rejects.toThrow(/append-only/)
})

test('many rows go in at once, whatever characters they hold, and a fault leaves none', async () => {
  const tricky = ['tab\there', 'line\nbreak', 'back\\slash', '\\N', 'quote"', "it's", 'å ä ö', '']
  const columns = ['key', 'value']
  const count = await bulkLoad(
    'installation',
    columns,
    tricky.map((value, index) => [`bulk-${index}`, value]),
  )
  expect(count).toBe(tricky.length)
  const kept = await rows<{ value: string }>(
    sql`select value from installation where key like 'bulk-%' order by key`,
  )
  expect(kept.map(({ value }) => value)).toEqual(tricky)
  const twice = [
    ['fresh', 'x'],
    ['bulk-0', 'again'],
  ]
  await expect(bulkLoad('installation', columns, twice)).rejects.toThrow(/duplicate key/)
  expect(await rows(sql`select 1 from installation where key = 'fresh'`)).toHaveLength(0)
})

test('lists, objects, nothing and days go in bulk as they come out', async () => {
  const id = newId()
  await bulkLoad(
    'assignment',
    ['id', 'module_id', 'organisation_id', 'profession_groups', 'due_on', 'message', 'assigned_at'],
    [
      [
        id,
        newId(),
        newId(),
        ['school', 'a "b" \\c'],
        '2026-03-29',
        null,
        new Date('2026-01-01T00:00:00Z'),
      ],
    ],
  )
  const [kept] = await rows<object>(
    sql`select profession_groups, due_on, message, assigned_at from assignment where id = ${id}::uuid`,
  )
  expect(kept).toEqual({
    profession_groups: ['school', 'a "b" \\c'],
    due_on: '2026-03-29',
    message: null,
    assigned_at: new Date('2026-01-01T00:00:00Z'),
  })
})
