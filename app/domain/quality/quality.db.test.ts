import { afterEach, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { prisma } from '~/platform/db/database.server.ts'
import {
  commitAll,
  commitOf,
  makeAttempt,
  makeLaunch,
  type MadeAttempt,
} from '../../../tests/factories/attempt.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { gatherQuality, readQuality } from './quality.server.ts'

useDatabase()
afterEach(() => holdClock(undefined))

const at = (page: string) => ({ 'cmi.core.lesson_location': page })
const status = (word: string) => ({ 'cmi.core.lesson_status': word })

/** An answer as a course of SCORM 1.2 tells it. */
const answer = (number: number, id: string, response: string, result: string) => {
  const place = `cmi.interactions.${number}`
  return {
    [`${place}.id`]: id,
    [`${place}.type`]: 'choice',
    [`${place}.correct_responses.0.pattern`]: 'b',
    [`${place}.correct_responses.1.pattern`]: 'd',
    [`${place}.student_response`]: response,
    [`${place}.result`]: result,
  }
}

async function begun(module?: MadeModule): Promise<MadeAttempt> {
  const { personId } = await makePerson()
  return makeAttempt(personId, module ?? (await makeModule()))
}

const noon = Date.parse('2026-11-02T12:00:00Z')

/** Holds the clock so many seconds after noon. */
const after = (seconds: number) => holdClock(new Date(noon + seconds * 1000))

async function kept(attemptId: string) {
  const where = { where: { attemptId } }
  const interactions = await prisma().interaction.findMany({
    ...where,
    orderBy: [{ itemIdentifier: 'asc' }, { number: 'asc' }],
  })
  const stays = await prisma().pageStay.findMany({ ...where, orderBy: { location: 'asc' } })
  const trail = await prisma().gatheredTrail.findUnique(where)
  return {
    interactions: interactions.map(({ number, interactionId, response, result }) => ({
      number,
      interactionId,
      response,
      result,
    })),
    stays: stays.map(({ location, seconds, visits }) => ({ location, seconds, visits })),
    sequence: trail?.sequence,
  }
}

test('the answers and the stays of a trail are gathered, and a second time changes nothing', async () => {
  const { launch, attemptId } = await begun()
  after(0)
  await commitAll(launch, commitOf(1, at('1')))
  after(40)
  await commitAll(launch, commitOf(2, { ...at('2'), 'cmi.suspend_data': 'x'.repeat(5_000) }))
  after(65)
  await commitAll(launch, commitOf(3, answer(0, 'q1', 'a', 'wrong')))
  await gatherQuality()
  const gathered = {
    interactions: [{ number: 0, interactionId: 'q1', response: 'a', result: 'incorrect' }],
    stays: [
      { location: '1', seconds: 40, visits: 1 },
      { location: '2', seconds: 25, visits: 1 },
    ],
    sequence: 3,
  }
  expect(await kept(attemptId)).toEqual(gathered)
  expect(await gatherQuality()).toEqual({ attempts: 0, commits: 0, isAll: true })
  expect(await kept(attemptId)).toEqual(gathered)
})

test('gathering goes on where it was: an answer and a stay begun before it are one with what follows', async () => {
  const { launch, attemptId } = await begun()
  after(0)
  await commitAll(launch, commitOf(1, { ...at('1'), 'cmi.interactions.0.id': 'q1' }))
  await gatherQuality()
  after(30)
  await commitAll(
    launch,
    commitOf(2, {
      'cmi.interactions.0.student_response': 'b',
      'cmi.interactions.0.result': 'correct',
    }),
  )
  await gatherQuality()
  expect(await kept(attemptId)).toEqual({
    interactions: [{ number: 0, interactionId: 'q1', response: 'b', result: 'correct' }],
    stays: [{ location: '1', seconds: 30, visits: 1 }],
    sequence: 2,
  })
})

test('two that gather at a time count each commit once', async () => {
  const { launch, attemptId } = await begun()
  for (let second = 0; second < 10; second++) {
    after(second * 10)
    await commitAll(launch, commitOf(second + 1, at('1')))
  }
  await Promise.all([gatherQuality(), gatherQuality()])
  expect((await kept(attemptId)).stays).toEqual([{ location: '1', seconds: 90, visits: 1 }])
})

test('a trail longer than one piece is gathered to its end', async () => {
  const { attemptId } = await begun()
  const entries = Array.from({ length: 450 }, (_, index) => ({
    attemptId,
    sequence: index + 1,
    itemIdentifier: 'item-1',
    receivedAt: new Date(noon + index * 1000),
    source: 'live',
    writer: 'w',
    session: 's1',
    final: false,
    elements: at('1'),
  }))
  await prisma().commitEntry.createMany({ data: entries })
  await prisma().attempt.update({ where: { id: attemptId }, data: { lastSequence: 450 } })
  expect(await gatherQuality()).toEqual({ attempts: 1, commits: 450, isAll: true })
  expect(await kept(attemptId)).toMatchObject({
    stays: [{ location: '1', seconds: 449, visits: 1 }],
    sequence: 450,
  })
})

test('gathering that is to end leaves the rest to the next, which goes on from there', async () => {
  const module = await makeModule()
  for (let count = 0; count < 51; count++) {
    const { launch } = await begun(module)
    await commitAll(launch, commitOf(1, at('1')))
  }
  const isToEnd = () => Promise.resolve(false)
  expect(await gatherQuality(isToEnd)).toEqual({ attempts: 50, commits: 50, isAll: false })
  expect(await gatherQuality()).toEqual({ attempts: 1, commits: 1, isAll: true })
})

test('what was gathered stays when commits give way to a base, and what follows is added', async () => {
  const { launch, attemptId } = await begun()
  after(0)
  await commitAll(launch, commitOf(1, { ...at('1'), ...answer(0, 'q1', 'a', 'wrong') }))
  after(20)
  await commitAll(launch, commitOf(2, at('2')))
  await gatherQuality()
  const state = { items: {} }
  await prisma().trailBase.create({
    data: { attemptId, sequence: 2, state, hash: '', baseHash: '', compactedAt: new Date(noon) },
  })
  await prisma().commitEntry.deleteMany({ where: { attemptId } })
  after(50)
  await commitAll(launch, commitOf(3, answer(1, 'q1', 'b', 'correct'), { session: 's2' }))
  await gatherQuality()
  expect(await kept(attemptId)).toEqual({
    interactions: [
      { number: 0, interactionId: 'q1', response: 'a', result: 'incorrect' },
      { number: 1, interactionId: 'q1', response: 'b', result: 'correct' },
    ],
    stays: [
      { location: '1', seconds: 20, visits: 1 },
      { location: '2', seconds: 0, visits: 2 },
    ],
    sequence: 3,
  })
})

test('commits that were compacted before anybody gathered them do not make gathering go on for ever', async () => {
  const { launch, attemptId } = await begun()
  await commitAll(launch, commitOf(1, at('1')), commitOf(2, at('2')))
  await prisma().commitEntry.deleteMany({ where: { attemptId } })
  await gatherQuality()
  expect(await kept(attemptId)).toEqual({ interactions: [], stays: [], sequence: 2 })
})

test('an editor reads how the questions work, from the first answers of five attempts', async () => {
  const module = await makeModule()
  // Three right and two wrong at once; both of those are right at their second try.
  for (const [index, first] of ['b', 'b', 'b', 'a', 'c'].entries()) {
    after(index * 1_000)
    const { launch } = await begun(module)
    const result = first === 'b' ? 'correct' : 'wrong'
    await commitAll(launch, commitOf(1, { ...at('1'), ...answer(0, 'q1', first, result) }))
    if (first === 'b') continue
    await commitAll(launch, commitOf(2, answer(1, 'q1', 'b', 'correct')))
  }
  await gatherQuality()
  const { figures, module: named, version } = await readQuality(module.versionId, 'sv')
  expect(named.id).toBe(module.moduleId)
  expect(version.number).toBe(1)
  expect(figures).toMatchObject({ attempts: 5, since: new Date(noon) })
  expect(figures?.questions).toEqual([
    {
      item: 'item-1',
      interactionId: 'q1',
      kind: 'choice',
      description: null,
      correctResponses: ['b', 'd'],
      figures: {
        attempts: 5,
        answers: 7,
        judged: 5,
        shareRight: 0.6,
        meanScore: null,
        discrimination: null,
        wrongAnswers: [],
        medianLatencySeconds: null,
      },
    },
  ])
  expect(figures?.pages.pages).toMatchObject([{ location: '1', attempts: 5, visits: 5 }])
})

test('nothing is told of four attempts, and of another version nothing is mixed in', async () => {
  const module = await makeModule()
  for (let count = 0; count < 4; count++) {
    const { launch } = await begun(module)
    await commitAll(launch, commitOf(1, at('1')))
  }
  await gatherQuality()
  expect((await readQuality(module.versionId, 'sv')).figures).toBeNull()
})

test('an attempt has stopped when it is not completed and has been idle for fourteen days', async () => {
  const module = await makeModule()
  const made = async (page: string, word: string) => {
    const attempt = await begun(module)
    await commitAll(attempt.launch, commitOf(1, { ...at('1'), ...status('incomplete') }))
    await commitAll(attempt.launch, commitOf(2, { ...at(page), ...status(word) }))
    return attempt
  }
  after(0)
  for (let count = 0; count < 6; count++) await made('3', 'incomplete')
  await made('4', 'completed')
  const back = await made('3', 'incomplete')
  // Fourteen days and a second later; one has come back the day before.
  after(13 * 86_400)
  const again = await makeLaunch(back.attemptId, back.launch.hostLabel)
  await commitAll(again, commitOf(3, at('4'), { session: 's2' }))
  after(14 * 86_400 + 1)
  await gatherQuality()
  const { figures } = await readQuality(module.versionId, 'sv')
  expect(figures?.stops).toEqual({
    total: 6,
    places: [{ item: 'item-1', location: '3', attempts: 6 }],
    elsewhere: 0,
  })
})

test('a version that is not there is not found', async () => {
  await expect(readQuality('nothing', 'sv')).rejects.toMatchObject({ code: 'not-found' })
})

test('results of a test that came faster than it can be read are counted, and of a lesson none', async () => {
  const [tested, lesson] = [await makeModule(), await makeModule()]
  await prisma().module.update({
    where: { id: tested.moduleId },
    data: { kind: 'test', readingSeconds: 60 },
  })
  const told = (number: number, id: string, latency: string) => ({
    ...answer(number, id, 'b', 'correct'),
    [`cmi.interactions.${number}.latency`]: latency,
  })
  // Two questions each: 2 x 29 seconds and less are too fast, 2 x 30 are not.
  for (const [index, seconds] of ['05', '29', '30', '45', '50'].entries()) {
    after(index * 100)
    for (const module of [tested, lesson]) {
      const { launch } = await begun(module)
      const both = { ...told(0, 'q1', `00:00:${seconds}`), ...told(1, 'q2', `00:00:${seconds}`) }
      await commitAll(launch, commitOf(1, both))
    }
  }
  await gatherQuality()
  expect((await readQuality(tested.versionId, 'sv')).figures?.fast).toEqual({
    limitSeconds: 60,
    results: 5,
    fast: 2,
    weeks: [{ from: '2026-11-02', to: '2026-11-08', results: 5, fast: 2 }],
  })
  expect((await readQuality(lesson.versionId, 'sv')).figures?.fast).toBeNull()
})
