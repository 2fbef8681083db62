import { beforeAll, expect, test, vi } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { database, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  queueJob,
  queueJobs,
  startJobs,
  stopJobs,
  unhurried,
  workOn,
  workOnMany,
} from '~/platform/jobs.server.ts'
import { useDatabase } from '../setup/use-database.ts'

vi.stubEnv('LOG_LEVEL', 'silent')

useDatabase()

const done: string[] = []
/** What the job of that name does beside being done. */
const works = new Map<string, () => Promise<void>>()
const queue = 'test-queue'

const togetherQueue = 'test-together'
const mostTogether = 4
/** How many jobs of that queue were asked for in one go, and what was done of them. */
const together = { most: 0, done: [] as string[] }

beforeAll(async () => {
  await stopJobs()
  await startJobs({ work: true, queues: [queue, togetherQueue] })
  workOnMany<{ name: string }>(togetherQueue, mostTogether, async (jobs) => {
    const names = jobs.map(({ name }) => name)
    together.most = Math.max(together.most, names.length)
    if (names.includes('together-bad')) throw new Error('planned')
    together.done.push(...names)
  })
  workOn<{ name: string }>(queue, async ({ name }) => {
    await works.get(name)?.()
    done.push(name)
  })
})

const isDone = (name: string) =>
  vi.waitFor(() => expect(done).toContain(name), { timeout: 15_000, interval: 50 })

const stateOf = async (name: string) =>
  (
    await rows<{ state: string }>(sql`
    select state::text as state from pgboss.job where data ->> 'name' = ${name}`)
  )[0]?.state

test.each(['ends', 'fails'])(
  'a job that %s while the database is away ends nothing but itself: the next is run',
  async (how) => {
    const away = `away-${how}`
    works.set(away, async () => {
      const query = vi.spyOn(database().pool, 'query').mockImplementation(() => {
        throw new Error('connect ECONNREFUSED')
      })
      setTimeout(() => query.mockRestore(), 300)
      if (how === 'fails') throw new Error('planned')
    })
    await queueJob(queue, { name: away })
    await queueJob(queue, { name: `next-${how}` })
    await isDone(`next-${how}`)
    expect(await stateOf(away), 'it is begun again when its time is over').toBe('active')
  },
)

test('a job that fails is left to be tried again, with why', async () => {
  works.set('failing', () => Promise.reject(new Error('planned')))
  await queueJob(queue, { name: 'failing' })
  await vi.waitFor(async () => expect(await stateOf('failing')).toBe('retry'), { timeout: 15_000 })
  expect(
    await rows(sql`select output ->> 'message' as why from pgboss.job
                    where data ->> 'name' = 'failing'`),
  ).toEqual([{ why: 'planned' }])
})

test('jobs that gather are done together; one that fails is left alone, and the others are done', async () => {
  const names = ['first', 'second', 'bad', 'third', 'fourth'].map((name) => `together-${name}`)
  await inTransaction(systemActor, (tx) =>
    queueJobs(
      togetherQueue,
      names.map((name) => ({ name })),
      tx,
    ),
  )
  const failing = names[2]!
  const others = names.filter((name) => name !== failing)
  await vi.waitFor(
    async () => {
      expect(await Promise.all(others.map(stateOf))).toEqual(others.map(() => 'completed'))
      expect(await stateOf(failing)).toBe('retry')
    },
    { timeout: 15_000 },
  )
  expect(together.most).toBe(mostTogether)
  expect(together.done.toSorted(), 'each is done once').toEqual(others.toSorted())
})

function workFor(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

test('work that nobody waits for rests longer than it works', async () => {
  const goesOn = unhurried()
  workFor(50)
  const begun = performance.now()
  expect(await goesOn()).toBe(true)
  expect(performance.now() - begun).toBeGreaterThan(150)
})

test('stopping waits for the job that has begun, and begins no other; what rests goes on no more', async () => {
  const goesOn = unhurried()
  let end = () => {}
  const begun = new Promise<void>((tell) => {
    works.set('long', () => {
      tell()
      return new Promise((resolve) => (end = resolve))
    })
  })
  await queueJob(queue, { name: 'long' })
  await begun
  await queueJob(queue, { name: 'after' })
  workFor(200)
  const isToGoOn = goesOn()
  const stopped = stopJobs()
  setTimeout(end, 200)
  await stopped
  expect(await isToGoOn).toBe(false)
  expect(done).toContain('long')
  expect(done).not.toContain('after')
  expect(await stateOf('long')).toBe('completed')
})
