import { afterEach, describe, expect, test, vi } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { database, prisma } from '~/platform/db/database.server.ts'
import { commitAll, commitOf, makeAttempt, makeLaunch } from '../../../tests/factories/attempt.ts'
import { makeModule, makePackage, packageItem } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { storedTrail } from '../../../tests/factories/stored-trail.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { rememberGround, sizeOfCache, forgetGround } from './commit-cache.server.ts'
import { readCommitGround } from './commit-ground.server.ts'
import { nothingHeld, replayTrail } from './trail.ts'

useDatabase()
afterEach(() => vi.restoreAllMocks())

const at = (page: string) => ({ 'cmi.core.lesson_location': page })
const spent = (time: string) => ({ 'cmi.core.session_time': time })

async function begun(identifiers = ['item-1', 'item-2']) {
  const items = identifiers.map((identifier, position) => packageItem({ identifier, position }))
  const module = await makeModule({ packageId: await makePackage({ items }) })
  return makeAttempt((await makePerson()).personId, module)
}

/** How many questions a piece of work asks the database. */
async function questionsOf(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(database().pool, 'query')
  const connected = vi.spyOn(database().pool, 'connect')
  await work()
  const count = asked.mock.calls.length
  expect(connected.mock.calls.filter(([callback]) => callback === undefined)).toEqual([])
  vi.restoreAllMocks()
  return count
}

const agrees = async (attemptId: string) => {
  const { facts, rows, state } = await storedTrail(attemptId)
  expect(replayTrail(facts, nothingHeld, rows)).toEqual(state)
}

describe('a commit', () => {
  test('that follows another of its launch is one round trip, also when it completes the attempt', async () => {
    const { launch, attemptId } = await begun()
    const done = { 'cmi.core.lesson_status': 'passed' }
    expect(await questionsOf(() => commitAll(launch, commitOf(1, at('1'))))).toBe(2)
    expect(await questionsOf(() => commitAll(launch, commitOf(2, done)))).toBe(1)
    // Another part: nothing of it has been read, but nothing of it has been kept either.
    const part = { item: 'item-2', session: 's2' }
    expect(await questionsOf(() => commitAll(launch, commitOf(3, done, part)))).toBe(1)
    expect(await prisma().completion.count({ where: { attemptId } })).toBe(1)
    await agrees(attemptId)
  })

  test('of a session that has not been read reads first when it tells the time', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, spent('00:01:00')), commitOf(2, at('2'), { session: 's2' }))
    const late = commitOf(3, spent('00:02:00'), { session: 's3' })
    expect(await questionsOf(() => commitAll(launch, late))).toBe(2)
    await agrees(attemptId)
  })

  test('is not misled by what another server has written meanwhile', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')))
    const stale = (await readCommitGround(attemptId, commitOf(2, at('2'))))!
    await commitAll(launch, commitOf(2, at('2')))
    // What this server remembers is of before the second commit.
    rememberGround(attemptId, stale)
    expect(await commitAll(launch, commitOf(2, at('2')))).toMatchObject({ outcome: 'held' })
    rememberGround(attemptId, stale)
    expect(await commitAll(launch, commitOf(3, at('3')))).toMatchObject({ outcome: 'held' })
    const attempt = await prisma().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(attempt.lastSequence).toBe(3)
    await agrees(attemptId)
  })

  test('of a launch that has been overtaken is refused, though its attempt is remembered', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')))
    await makeLaunch(attemptId, launch.hostLabel)
    expect(await commitAll(launch, commitOf(2, at('2')))).toEqual({ outcome: 'stale-writer' })
  })

  test('that turns out to complete what the person has completed before writes no second completion', async () => {
    const { launch, attemptId } = await begun()
    const done = { 'cmi.core.lesson_status': 'passed' }
    await commitAll(launch, commitOf(1, done))
    const other = { item: 'item-2', session: 's2' }
    const jobs = async () =>
      (
        await database().pool.query(
          `select 1 from pgboss.job where data ->> 'name' = 'module.completed'`,
        )
      ).rows.length
    const before = await jobs()
    await commitAll(launch, commitOf(2, done, other))
    expect(await jobs()).toBe(before + 1)
    await prisma().attempt.update({ where: { id: attemptId }, data: { completion: 'incomplete' } })
    await prisma().itemState.updateMany({
      where: { attemptId },
      data: { completion: 'incomplete' },
    })
    const again = await makeLaunch(attemptId, launch.hostLabel)
    await commitAll(again, commitOf(3, done), commitOf(4, done, other))
    expect(await prisma().completion.count({ where: { attemptId } })).toBe(1)
    expect(await jobs()).toBe(before + 1)
  })
})

test('nothing is remembered of who has left the only item, and what comes all the same is taken', async () => {
  const { launch, attemptId } = await begun(['item-1'])
  const { attempts } = sizeOfCache()
  await commitAll(launch, commitOf(1, at('1')))
  expect(sizeOfCache().attempts).toBe(attempts + 1)
  await commitAll(launch, commitOf(2, at('2'), { final: true }))
  expect(sizeOfCache().attempts).toBe(attempts)
  expect(await commitAll(launch, commitOf(3, at('3')))).toMatchObject({ outcome: 'held' })
  await agrees(attemptId)
})

test('no more is remembered than there is room for', async () => {
  const { attemptId } = await begun()
  const ground = (await readCommitGround(attemptId, commitOf(1, {})))!
  const holding = (length: number) => {
    const elements = { 'cmi.suspend_data': 'x'.repeat(length) }
    const item = { ...ground.held.progress, elements, session: 's1', isEnded: false }
    return { ...ground, held: { ...ground.held, items: new Map([['item-1', item]]) } }
  }
  const ids = Array.from({ length: 2_500 }, () => newId())
  for (const id of ids) rememberGround(id, holding(10))
  expect(sizeOfCache().attempts).toBe(2_000)
  for (const id of ids) rememberGround(id, holding(1_000_000))
  expect(sizeOfCache().bytes).toBeLessThanOrEqual(64 * 1_048_576)
  expect(sizeOfCache().attempts).toBeLessThan(40)
  rememberGround(ids[0]!, holding(6_000_000))
  for (const id of ids) forgetGround(id)
  expect(sizeOfCache().bytes).toBeLessThan(1_048_576)
})
