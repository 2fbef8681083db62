import { beforeAll, expect, test } from 'vitest'
import { database } from '~/platform/db/database.server.ts'
import { seedWorldFrom } from '../../prisma/seed/worlds.ts'
import { useCommandLine } from '../setup/command-line.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()

// The world "county", with fewer people in it.
beforeAll(
  async () => void (await seedWorldFrom({ seed: 2, counties: ['21'], people: 400, mark: '' })),
)

const { run, out } = useCommandLine()

test('the trails of a seeded world are sealed and prove what its attempts hold', async () => {
  expect(await run('attempt', 'verify')).toBe(0)
  const answer = JSON.parse(out.join('')) as { attempts: number; commits: number }
  expect(answer).toMatchObject({ unsealed: 0, faultCount: 0, faults: [] })
  expect(answer.attempts).toBeGreaterThan(100)
  expect(answer.commits).toBeGreaterThan(answer.attempts)
})

test('a byte that is changed in one of them is found, though a later commit sets it anew', async () => {
  const { rows } = await database().pool.query<{ id: string }>(
    `update commit_entry set elements = elements || '{"cmi.core.lesson_location": "2"}'
      where sequence = 1 and attempt_id = (select min(id::text)::uuid from attempt)
      returning attempt_id as id`,
  )
  expect(await run('attempt', 'verify')).toBe(1)
  expect(JSON.parse(out.join(''))).toMatchObject({
    faultCount: 1,
    faults: [{ attemptId: rows[0]!.id, sequence: 1, fault: 'seal-broken' }],
  })
})
