import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { commitAll, commitOf, makeAttempt, makeLaunch } from '../../../tests/factories/attempt.ts'
import { makeModule, makePackage, packageItem } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { commitAttempt } from './commit-attempt.server.ts'
import { openAttempt } from './open-attempt.server.ts'
import type { CommitMessage } from '~/kernel/player-protocol.ts'

useDatabase()
afterEach(() => holdClock(undefined))

const status = (word: string) => ({ 'cmi.core.lesson_status': word })
const at = (page: string) => ({ 'cmi.core.lesson_location': page })
const spent = (time: string) => ({ 'cmi.core.session_time': time })

async function begun() {
  const { personId } = await makePerson()
  return makeAttempt(personId, await makeModule())
}

/** All that is kept of an attempt, without the times. */
async function kept(attemptId: string) {
  const attempt = await prisma().attempt.findUniqueOrThrow({ where: { id: attemptId } })
  const states = await prisma().itemState.findMany({
    where: { attemptId },
    orderBy: { itemIdentifier: 'asc' },
  })
  const trail = await prisma().commitEntry.findMany({
    where: { attemptId },
    orderBy: { sequence: 'asc' },
  })
  const { completion, success, scoreScaled, totalSeconds, lastSequence, lastItem } = attempt
  return {
    attempt: { completion, success, scoreScaled, totalSeconds, lastSequence, lastItem },
    states: states.map(({ attemptId: _, ...state }) => state),
    trail: trail.map(({ sequence, elements, session, final }) => ({
      sequence,
      elements,
      session,
      final,
    })),
  }
}

describe('a commit', () => {
  test('is kept in the item, in the attempt and in the trail', async () => {
    const { launch, attemptId } = await begun()
    const answer = await commitAll(launch, commitOf(1, { ...at('3'), ...status('incomplete') }))
    expect(answer).toEqual({
      outcome: 'held',
      sequence: 1,
      progress: {
        completion: 'incomplete',
        success: 'unknown',
        items: { 'item-1': { completion: 'incomplete', success: 'unknown' } },
        totalSeconds: 0,
      },
    })
    const { attempt, states, trail } = await kept(attemptId)
    expect(attempt).toMatchObject({ lastSequence: 1, lastItem: 'item-1', completion: 'incomplete' })
    expect(states[0]!.elements).toEqual({ ...at('3'), ...status('incomplete') })
    expect(trail).toHaveLength(1)
  })

  test('that comes twice counts once, and is answered the same', async () => {
    const { launch, attemptId } = await begun()
    const commit = commitOf(1, { ...at('3'), ...spent('00:01:00') })
    const first = await commitAll(launch, commit)
    expect(await commitAll(launch, commit, commit)).toEqual(first)
    const { attempt, trail } = await kept(attemptId)
    expect(attempt.totalSeconds).toBe(60)
    expect(trail).toHaveLength(1)
  })

  test('sent five times at once counts once', async () => {
    const { launch, attemptId } = await begun()
    const commits = [commitOf(1, { ...at('3'), ...spent('00:01:00') })]
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => commitAttempt({ launch, commits })),
    )
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(5).fill('held'))
    expect((await kept(attemptId)).trail).toHaveLength(1)
  })

  test('after one that is missing is answered by the number that is expected, and is not kept', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')))
    expect(await commitAll(launch, commitOf(3, at('3')))).toEqual({ outcome: 'gap', expected: 2 })
    expect((await kept(attemptId)).trail).toHaveLength(1)
  })

  test('of a launch that another has overtaken is refused by name; what it had saved stays held', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')))
    const later = await makeLaunch(attemptId, launch.hostLabel)
    expect(await commitAll(launch, commitOf(2, at('2')))).toEqual({ outcome: 'stale-writer' })
    expect(await commitAll(launch, commitOf(1, at('1')))).toMatchObject({ outcome: 'held' })
    expect(await commitAll(later, commitOf(2, at('later')))).toMatchObject({ outcome: 'held' })
    // The same number as the refused one, from another launch: not the same commit.
    expect(await commitAll(launch, commitOf(2, at('2')))).toEqual({ outcome: 'stale-writer' })
    expect((await kept(attemptId)).states[0]!.elements).toEqual(at('later'))
  })

  test('of an item that the package does not have is malformed', async () => {
    const { launch } = await begun()
    const commit = commitOf(1, at('1'), { item: 'no such item' })
    expect(await commitAll(launch, commit)).toEqual({ outcome: 'malformed' })
  })

  test('keeps what content may set and leaves out what it may not', async () => {
    const { launch, attemptId } = await begun()
    const elements = { ...at('3'), 'cmi.core.student_name': 'Somebody else', cmi: 'x' }
    await commitAll(launch, commitOf(1, elements))
    expect((await kept(attemptId)).states[0]!.elements).toEqual(at('3'))
  })

  test('of several in one request keeps those before the first that it cannot take', async () => {
    const { launch, attemptId } = await begun()
    const commits = [commitOf(1, at('1')), commitOf(2, at('2')), commitOf(4, at('4'))]
    expect(await commitAttempt({ launch, commits })).toEqual({ outcome: 'gap', expected: 3 })
    expect((await kept(attemptId)).attempt.lastSequence).toBe(2)
  })

  test('keeps a mebibyte of suspend data, and text that no database takes as it is', async () => {
    const { launch, attemptId } = await begun()
    const data = `${'å'.repeat(1_048_570)}\0\uD83D`
    await commitAll(launch, commitOf(1, { 'cmi.suspend_data': data }))
    const { seed } = await openAttempt(launch, { item: null, unsent: [] })
    expect(seed.state?.elements['cmi.suspend_data'] === data).toBe(true)
    expect((await kept(attemptId)).attempt.lastSequence).toBe(1)
  })
})

describe('what a learner has reached', () => {
  test('never falls back by itself', async () => {
    const { launch, attemptId } = await begun()
    const score = (raw: string) => ({ 'cmi.core.score.raw': raw })
    await commitAll(
      launch,
      commitOf(1, { ...status('passed'), ...score('90') }),
      commitOf(2, { ...status('failed'), ...score('20') }),
      commitOf(3, status('incomplete'), { session: 's2' }),
    )
    const { attempt, states } = await kept(attemptId)
    const reached = { completion: 'completed', success: 'passed', scoreScaled: 0.9 }
    expect(attempt).toMatchObject(reached)
    expect(states[0]).toMatchObject(reached)
  })

  test('counts the time of each session once, also when an old one comes in late', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(
      launch,
      commitOf(1, spent('00:01:00'), { session: 's1' }),
      commitOf(2, spent('00:02:00'), { session: 's2' }),
      // 90 s in all of the first session, of which 60 are counted.
      commitOf(3, spent('00:01:30'), { session: 's1', final: true, source: 'replayed' }),
    )
    // 90 + 120 = 210 s.
    expect((await kept(attemptId)).attempt.totalSeconds).toBe(210)
  })

  test('in a module of several parts is the whole when every part is done', async () => {
    const items = ['a', 'b'].map((identifier, position) => packageItem({ identifier, position }))
    const { personId } = await makePerson()
    const module = await makeModule({ packageId: await makePackage({ items }) })
    const { launch, attemptId } = await makeAttempt(personId, module)
    await commitAll(launch, commitOf(1, status('completed'), { item: 'a' }))
    expect((await kept(attemptId)).attempt.completion).toBe('incomplete')
    expect(await commitAll(launch, commitOf(2, status('passed'), { item: 'b' }))).toMatchObject({
      progress: { completion: 'completed', success: 'passed' },
    })
  })
})

test('whatever the order in which commits are sent, and however often, the end is that of the right order', async () => {
  const { personId } = await makePerson()
  const items = ['a', 'b'].map((identifier, position) => packageItem({ identifier, position }))
  const packageId = await makePackage({ items })
  const change = fc.record({
    item: fc.constantFrom('a', 'b'),
    session: fc.constantFrom('s1', 's2', 's3'),
    final: fc.boolean(),
    elements: fc.dictionary(
      fc.constantFrom('cmi.core.lesson_status', 'cmi.core.session_time', 'cmi.core.score.raw'),
      fc.constantFrom('passed', 'failed', 'incomplete', '00:01:00', '00:02:30', '40', '95'),
      { maxKeys: 3 },
    ),
  })
  const run = fc.record({
    changes: fc.array(change, { minLength: 1, maxLength: 6 }),
    sends: fc.array(fc.nat({ max: 5 }), { maxLength: 15 }),
  })
  await fc.assert(
    fc.asyncProperty(run, async ({ changes, sends }) => {
      const commits: CommitMessage[] = changes.map((values, index) =>
        commitOf(index + 1, values.elements, values),
      )
      const inOrder = await makeAttempt(personId, await makeModule({ packageId }))
      await commitAll(inOrder.launch, ...commits)
      const shuffled = await makeAttempt(personId, await makeModule({ packageId }))
      // Any order with repeats, then what a player does in the end: from the first to the last.
      const sent = [...sends.flatMap((index) => commits[index] ?? []), ...commits]
      await commitAll(shuffled.launch, ...sent)
      expect(await kept(shuffled.attemptId)).toEqual(await kept(inOrder.attemptId))
    }),
    { numRuns: 25 },
  )
}, 120_000)
