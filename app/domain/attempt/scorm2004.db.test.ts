import { describe, expect, test } from 'vitest'
import { prisma } from '~/platform/db/database.server.ts'
import type { ActivitySequencing } from '~/standards/scorm/sequencing.ts'
import { commitAll, commitOf, makeAttempt } from '../../../tests/factories/attempt.ts'
import { makeModule, makePackage, packageItem } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { openAttempt } from './open-attempt.server.ts'

useDatabase()

/** Somebody who has begun a module whose package is of SCORM 2004. */
async function begun({ edition = '2004 3rd', items = [packageItem()] } = {}) {
  const { personId } = await makePerson()
  const packageId = await makePackage({ edition, items })
  const attempt = await makeAttempt(personId, await makeModule({ packageId }))
  const opened = () => openAttempt(attempt.launch, { item: null, unsent: [] })
  const kept = () => prisma().attempt.findUniqueOrThrow({ where: { id: attempt.attemptId } })
  const elements = async (itemIdentifier = 'item-1') => {
    const key = { attemptId: attempt.attemptId, itemIdentifier }
    const state = await prisma().itemState.findUniqueOrThrow({
      where: { attemptId_itemIdentifier: key },
    })
    return state.elements
  }
  return { ...attempt, opened, kept, elements }
}

/** Of an item's sequencing, what the attempt reads. */
function sequencing(
  objectiveIds: string[],
  controls: Partial<ActivitySequencing['deliveryControls']> = {},
): ActivitySequencing {
  const [primary, ...others] = objectiveIds.map((objectiveId) => ({
    objectiveId,
    satisfiedByMeasure: false,
    minNormalizedMeasure: 1,
    maps: [],
  }))
  const deliveryControls = {
    tracked: true,
    completionSetByContent: false,
    objectiveSetByContent: false,
    ...controls,
  }
  const read = { objectives: { primary: primary ?? null, others }, deliveryControls }
  return read as Partial<ActivitySequencing> as ActivitySequencing
}

describe('a commit of SCORM 2004', () => {
  test.each(['2004 2nd', '2004 3rd', '2004 4th'] as const)(
    'that completes a package of the %s edition is recorded as a completion with its score',
    async (edition) => {
      const { launch, personId, kept } = await begun({ edition })
      const said = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' }
      const answer = await commitAll(
        launch,
        commitOf(1, { ...said, 'cmi.score.scaled': '0.85' }, { final: true }),
      )
      expect(answer).toMatchObject({ progress: { completion: 'completed', success: 'passed' } })
      expect(await kept()).toMatchObject({ completion: 'completed', scoreScaled: 0.85 })
      const completions = await prisma().completion.findMany({ where: { personId } })
      expect(completions).toMatchObject([{ source: 'played', scoreScaled: 0.85 }])
    },
  )

  test('keeps what content may set by its own standard, and nothing of the other', async () => {
    const { launch, elements } = await begun()
    const own = { 'cmi.location': '3', 'cmi.suspend_data': 'a=1' }
    const foreign = { 'cmi.core.lesson_status': 'passed', 'cmi.learner_name': 'X', cmi: 'x' }
    await commitAll(launch, commitOf(1, { ...own, ...foreign }))
    expect(await elements()).toEqual(own)
  })

  test('of 1.2 keeps nothing of 2004', async () => {
    const { personId } = await makePerson()
    const { launch, attemptId } = await makeAttempt(personId, await makeModule())
    await commitAll(launch, commitOf(1, { 'cmi.completion_status': 'completed' }))
    const [state] = await prisma().itemState.findMany({ where: { attemptId } })
    expect(state).toMatchObject({ elements: {}, completion: 'incomplete' })
  })

  test('counts the time of each session once, also when an old one comes in late', async () => {
    const { launch, kept } = await begun()
    const spent = (time: string) => ({ 'cmi.session_time': time })
    await commitAll(
      launch,
      commitOf(1, spent('PT1M'), { session: 's1' }),
      commitOf(2, spent('PT2M'), { session: 's2' }),
      // 90 s in all of the first session, of which 60 are counted.
      commitOf(3, spent('PT1M30S'), { session: 's1', final: true, source: 'replayed' }),
    )
    // 90 + 120 = 210 s.
    expect((await kept()).totalSeconds).toBe(210)
  })

  test.each([
    ['PT497000H', 'PT497000H'],
    ['P100Y', 'P100Y'],
    ['PT99999999999S', 'PT99999999999S'],
    ['more digits than a number holds', `PT${'9'.repeat(400)}S`],
  ])('that tells a session of %s is held, and so is all that comes after it', async (_, time) => {
    const items = [0, 1].map((position) =>
      packageItem({ identifier: `item-${position + 1}`, position }),
    )
    const { launch, kept } = await begun({ items })
    for (let sequence = 1; sequence <= 70; sequence++) {
      const item = `item-${(sequence % 2) + 1}`
      const long = commitOf(
        sequence,
        { 'cmi.session_time': time },
        { item, session: `s${sequence}` },
      )
      expect(await commitAll(launch, long)).toMatchObject({ outcome: 'held' })
    }
    const next = commitOf(71, { 'cmi.session_time': 'PT1M' }, { session: 's71' })
    expect(await commitAll(launch, next)).toMatchObject({ outcome: 'held', sequence: 71 })
    const { totalSeconds } = await kept()
    // Seventy times 9,999 hours would be 2,519,748,000 s.
    expect(totalSeconds).toBe(time.length > 400 ? 60 : 2_000_000_000)
  })

  test('of scores that no number holds is held without a score', async () => {
    const { launch, kept } = await begun()
    const held = '9'.repeat(308)
    const apart = { 'cmi.score.raw': held, 'cmi.score.min': `-${held}`, 'cmi.score.max': held }
    const beyond = { 'cmi.score.scaled': '9'.repeat(400), 'cmi.progress_measure': '\0\uD83D' }
    const answer = await commitAll(
      launch,
      commitOf(1, beyond, { final: true }),
      commitOf(2, apart, { session: 's2', final: true }),
    )
    expect(answer).toMatchObject({ outcome: 'held', sequence: 2 })
    expect(await kept()).toMatchObject({ scoreScaled: null })
  })

  test('that completes every part that is tracked completes the module', async () => {
    const items = [
      packageItem({ identifier: 'counted', position: 0 }),
      packageItem({
        identifier: 'untracked',
        position: 1,
        sequencing: sequencing([], { tracked: false }),
      }),
    ]
    const { launch } = await begun({ items })
    const done = { 'cmi.completion_status': 'completed' }
    const untracked = commitOf(1, done, { item: 'untracked' })
    expect(await commitAll(launch, untracked)).toMatchObject({
      progress: { completion: 'incomplete', items: { untracked: { completion: 'completed' } } },
    })
    expect(await commitAll(launch, commitOf(2, done, { item: 'counted' }))).toMatchObject({
      progress: { completion: 'completed' },
    })
  })

  test('of a retake is not passed by its first right answer', async () => {
    const item = packageItem({ scaledPassingScore: 0.8 })
    const { launch, kept } = await begun({ items: [item] })
    const score = (scaled: string) => ({ 'cmi.score.scaled': scaled })
    const status = (word: string) => ({ 'cmi.completion_status': word })
    await commitAll(
      launch,
      commitOf(1, { ...status('completed'), ...score('0.4') }, { session: 's1', final: true }),
      commitOf(2, status('incomplete'), { session: 's2' }),
      commitOf(3, score('1'), { session: 's2' }),
    )
    expect(await kept()).toMatchObject({ completion: 'completed', success: 'failed' })
    await commitAll(launch, commitOf(4, status('completed'), { session: 's2' }))
    expect(await kept()).toMatchObject({ success: 'passed' })
  })

  test('is judged by the threshold and the passing score of the manifest', async () => {
    const item = packageItem({ completionThreshold: 0.9, scaledPassingScore: 0.8 })
    const { launch, kept, elements } = await begun({ items: [item] })
    await commitAll(
      launch,
      commitOf(1, { 'cmi.completion_status': 'completed', 'cmi.progress_measure': '0.5' }),
    )
    expect(await kept()).toMatchObject({ completion: 'incomplete' })
    await commitAll(
      launch,
      // The earlier commit's progress no longer holds; the score is told now and judged now.
      commitOf(2, { 'cmi.progress_measure': '1', 'cmi.score.scaled': '0.9' }, { final: true }),
    )
    expect(await kept()).toMatchObject({ completion: 'completed', success: 'passed' })
    expect(await elements()).toMatchObject({
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
    })
  })

  test('of content that ends in silence completes it, unless it has promised to say so itself', async () => {
    const items = [
      packageItem({ identifier: 'silent', position: 0 }),
      packageItem({
        identifier: 'promised',
        position: 1,
        sequencing: sequencing([], { completionSetByContent: true }),
      }),
    ]
    const { launch } = await begun({ items })
    const answer = await commitAll(
      launch,
      commitOf(1, {}, { item: 'silent', final: true }),
      commitOf(2, {}, { item: 'promised', session: 's2', final: true }),
    )
    expect(answer).toMatchObject({
      progress: {
        completion: 'incomplete',
        items: {
          silent: { completion: 'completed', success: 'passed' },
          promised: { completion: 'incomplete', success: 'unknown' },
        },
      },
    })
  })
})

describe('a launch of SCORM 2004', () => {
  test('begins with what the manifest says of the item', async () => {
    const item = packageItem({
      scaledPassingScore: 0.8,
      completionThreshold: 1,
      dataFromLms: 'del=2',
      sequencing: sequencing(['PRIMARYOBJ', 'obj_playing']),
    })
    const { opened } = await begun({ items: [item] })
    const { seed } = await opened()
    expect(seed).toMatchObject({
      runtime: '2004',
      item: {
        scaledPassingScore: 0.8,
        completionThreshold: 1,
        dataFromLms: 'del=2',
        objectives: ['PRIMARYOBJ', 'obj_playing'],
      },
      state: null,
    })
  })

  test('goes on with what content had saved', async () => {
    const { launch, opened } = await begun()
    const saved = { 'cmi.location': '4', 'cmi.suspend_data': 'a=1', 'cmi.exit': 'suspend' }
    await commitAll(launch, commitOf(1, { ...saved, 'cmi.session_time': 'PT1M30S' }))
    const { seed } = await opened()
    expect(seed.item.objectives).toEqual([])
    expect(seed.state).toMatchObject({ totalSeconds: 90, elements: saved, isEnded: false })
  })

  test('knows whether content had ended its latest session', async () => {
    const { launch, opened } = await begun()
    const ended = async () => (await opened()).seed.state?.isEnded
    const at = (page: string) => ({ 'cmi.location': page })
    await commitAll(launch, commitOf(1, at('1'), { session: 's1', final: true }))
    expect(await ended()).toBe(true)
    await commitAll(launch, commitOf(2, at('2'), { session: 's2' }))
    expect(await ended()).toBe(false)
  })

  test('tells which items the contents list may show', async () => {
    const items = [true, false].map((visible, position) =>
      packageItem({ identifier: `item-${position + 1}`, position, visible }),
    )
    const { opened } = await begun({ items })
    expect((await opened()).items.map(({ visible }) => visible)).toEqual([true, false])
  })

  test('of a package of 1.2 says so', async () => {
    const { personId } = await makePerson()
    const { launch } = await makeAttempt(personId, await makeModule())
    expect((await openAttempt(launch, { item: null, unsent: [] })).seed.runtime).toBe('1.2')
  })
})
