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
function sequencing(objectiveIds: string[], completionSetByContent = false): ActivitySequencing {
  const [primary, ...others] = objectiveIds.map((objectiveId) => ({
    objectiveId,
    satisfiedByMeasure: false,
    minNormalizedMeasure: 1,
    maps: [],
  }))
  const deliveryControls = { tracked: true, completionSetByContent, objectiveSetByContent: false }
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
      packageItem({ identifier: 'promised', position: 1, sequencing: sequencing([], true) }),
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
          silent: { completion: 'completed' },
          promised: { completion: 'incomplete' },
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
    expect(seed.state).toMatchObject({ totalSeconds: 90, elements: saved })
  })

  test('of a package of 1.2 says so', async () => {
    const { personId } = await makePerson()
    const { launch } = await makeAttempt(personId, await makeModule())
    expect((await openAttempt(launch, { item: null, unsent: [] })).seed.runtime).toBe('1.2')
  })
})
