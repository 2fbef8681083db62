import { expect, test } from 'vitest'
import { answerParts } from '~/platform/db/answer-parts.server.ts'
import { database, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { setRowsAside } from '~/platform/set-aside.server.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

const numbers = (count: number) => sql`
  select i as number, 'nr ' || i as name, date '2026-01-01' + i as day
    from generate_series(1, ${count}::int) i order by i`

const held = () => database().pool.totalCount - database().pool.idleCount

test('an answer comes in parts, whole and in order, with days as text', async () => {
  for (const count of [0, 1, 2_000, 2_001, 6_000]) {
    const found: { number: number; name: string; day: string }[] = []
    for await (const part of answerParts<(typeof found)[number]>(numbers(count))) {
      expect(part.length).toBeLessThanOrEqual(2_000)
      found.push(...part)
    }
    expect(found.map(({ number }) => number)).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    )
    if (count > 0) expect(found[0]).toEqual({ number: 1, name: 'nr 1', day: '2026-01-02' })
  }
  expect(held()).toBe(0)
})

test('a reader that goes away, and a question that cannot be answered, leave no connection behind', async () => {
  for await (const part of answerParts(numbers(9_000))) {
    expect(part).toHaveLength(2_000)
    break
  }
  expect(held()).toBe(0)
  const broken = answerParts(sql`select 1 / (3000 - i) from generate_series(1, 4000) i`)
  await expect(async () => {
    for await (const part of broken) expect(part).toHaveLength(2_000)
  }).rejects.toThrow(/division by zero/)
  expect(held()).toBe(0)
  expect(await rows(sql`select 1 as one`)).toEqual([{ one: 1 }])
})

test('rows that are set aside are told later as they were, and more can be asked between them', async () => {
  let count = 0
  const parts = answerParts<{ number: number; at: Date }>(
    sql`select i as number, timestamptz '2026-11-23 10:00:00Z' as at from generate_series(1, 4500) i`,
  )
  for await (const part of setRowsAside(parts)) {
    expect(held()).toBe(0)
    expect(await rows(sql`select ${part.length}::int as many`)).toEqual([{ many: part.length }])
    expect(part[0]).toEqual({ number: count + 1, at: new Date('2026-11-23T10:00:00Z') })
    count += part.length
  }
  expect(count).toBe(4_500)
})
