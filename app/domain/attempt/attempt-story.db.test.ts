import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import type { Refusal } from '~/kernel/refusal.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { commitAll, commitOf, makeAttempt, makeLaunch } from '../../../tests/factories/attempt.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makeActor, makePerson } from '../../../tests/factories/identity.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { findAttempt, readAttemptStory } from './attempt-story.server.ts'
import { noteNotUnderstood } from './note-not-understood.server.ts'

useDatabase()

const clock = (time: string) => holdClock(new Date(`2026-11-21T${time}:00Z`))
beforeEach(() => clock('08:00'))
afterEach(() => holdClock(undefined))

const administrator = () => makeActor('administrator', { kind: 'nation', ref: null })

/** Somebody who has begun a module, and how its story is read. */
async function begun(personId?: string) {
  const learner = personId ?? (await makePerson({ familyName: 'Ek' })).personId
  const attempt = await makeAttempt(learner, await makeModule())
  const { supportCode } = await prisma().attempt.findUniqueOrThrow({
    where: { id: attempt.attemptId },
  })
  const actor = await administrator()
  const story = (page: number | null = null) =>
    readAttemptStory({ actor, named: supportCode, page })
  const sentences = async (page: number | null = null) =>
    (await story(page)).chapters.map((chapter) => chapter.sentences.map(({ kind }) => kind))
  return { ...attempt, supportCode, actor, story, sentences }
}

const session = (time: string) => ({ 'cmi.core.session_time': time })

test('an attempt is found by its code as it was read aloud, or by its id', async () => {
  const { actor, supportCode, attemptId } = await begun()
  const code = supportCode.toLowerCase().replace('-', ' ')
  expect(await findAttempt({ actor, code })).toBe(supportCode)
  for (const named of [code, attemptId]) {
    expect((await readAttemptStory({ actor, named, page: null })).attemptId).toBe(attemptId)
  }
})

test('a code that is nobody’s is refused at its field', async () => {
  const refused = findAttempt({ actor: await administrator(), code: '3333-3333' })
  await expect(refused).rejects.toMatchObject({ code: 'attempt.no-such-code', field: 'code' })
})

test('nobody but administrators looks, and every look is kept without names', async () => {
  const { actor, attemptId, personId, story } = await begun()
  for (const role of ['editor', 'coordinator', 'analyst'] as const) {
    const other = actorWith({ role, scope: { kind: 'nation' } })
    const asked = readAttemptStory({ actor: other, named: attemptId, page: null })
    await expect(asked).rejects.toMatchObject({ code: 'forbidden' } satisfies Partial<Refusal>)
    await expect(findAttempt({ actor: other, code: 'x' })).rejects.toMatchObject({ status: 403 })
  }
  const looks = () =>
    prisma().auditEntry.findMany({
      where: { action: 'attempt.looked-up', subjectId: personId },
    })
  expect(await looks()).toEqual([])
  expect((await story()).learner).toMatchObject({ personId, familyName: 'Ek' })
  expect(await looks()).toMatchObject([{ actorPersonId: actor.personId, detail: { attemptId } }])
})

describe('the story of an attempt', () => {
  test('tells what came and could not be saved, of this attempt alone', async () => {
    const [{ attemptId, story }, other] = [await begun(), await begun()]
    expect((await story()).notUnderstood).toEqual([])
    await noteNotUnderstood(attemptId, 'message')
    await noteNotUnderstood(attemptId, 'message')
    clock('08:30')
    await noteNotUnderstood(attemptId, 'part-unknown')
    const at = (time: string) => new Date(`2026-11-21T${time}:00Z`)
    expect((await story()).notUnderstood).toEqual([
      { what: 'part-unknown', times: 1, from: at('08:30'), to: at('08:30') },
      { what: 'message', times: 1, from: at('08:00'), to: at('08:00') },
    ])
    expect((await other.story()).notUnderstood).toEqual([])
  })

  test('is empty before anything is saved, and says that it is open', async () => {
    const { story } = await begun()
    expect(await story()).toMatchObject({ chapters: [], pages: 1, isOpenedSince: true, missing: 0 })
  })

  test('goes by launches and pauses, and tells each one’s time once', async () => {
    const { launch, attemptId, story } = await begun()
    await commitAll(
      launch,
      commitOf(1, { ...session('00:05:00'), 'cmi.core.lesson_status': 'incomplete' }),
      commitOf(2, {}),
    )
    clock('08:40')
    await commitAll(launch, commitOf(3, session('00:12:00')))
    clock('08:42')
    const second = await makeLaunch(attemptId, launch.hostLabel)
    const late = { source: 'replayed', session: 's1' } as const
    await commitAll(
      second,
      commitOf(4, session('00:13:00'), late),
      commitOf(5, {}, { session: 's2' }),
      commitOf(6, {}, { session: 's2', source: 'exit', final: true }),
    )
    const { chapters, isOpenedSince, totalSeconds } = await story()
    const told = chapters.map(({ sentences }) => sentences)
    expect(told).toEqual([
      [
        { kind: 'opened' },
        { kind: 'saved', commits: 2, parts: ['Del 1'] },
        { kind: 'counted', seconds: 300 },
      ],
      [
        { kind: 'went-on', afterSeconds: 2400 },
        { kind: 'saved', commits: 1, parts: ['Del 1'] },
        // 12 minutes, of which 5 were told before.
        { kind: 'counted', seconds: 420 },
      ],
      [
        { kind: 'took-over' },
        { kind: 'replayed', commits: 1 },
        { kind: 'saved', commits: 1, parts: ['Del 1'] },
        { kind: 'saved-on-exit', commits: 1 },
        { kind: 'counted', seconds: 60 },
        { kind: 'ended' },
      ],
    ])
    expect(totalSeconds).toBe(300 + 420 + 60)
    expect(isOpenedSince).toBe(false)
  })

  test('tells what was refused by element and clause, entries of a collection as one', async () => {
    const { launch, attemptId, story } = await begun()
    await commitAll(launch, commitOf(1, {}), commitOf(2, {}))
    const refusal = (number: number) => ({
      element: `cmi.interactions.${number}.result`,
      code: 'vocabulary',
      clause: 'RTE 3.4.4',
    })
    await prisma().commitEntry.updateMany({
      where: { attemptId },
      data: { refused: [refusal(0), refusal(1)] },
    })
    const [chapter] = (await story()).chapters
    expect(chapter!.sentences.filter(({ kind }) => kind === 'refused')).toEqual([
      {
        kind: 'refused',
        element: 'cmi.interactions.n.result',
        code: 'vocabulary',
        clause: 'RTE 3.4.4',
        commits: 2,
      },
    ])
  })

  test('has its completion in it, with where that counts', async () => {
    const { rootUnitId } = await makeOrganisation({ name: 'Prov kommun' })
    const { launch, story, sentences } = await begun(await makeEmployment(rootUnitId))
    const done = { 'cmi.core.lesson_status': 'completed' }
    await commitAll(launch, commitOf(1, done, { final: true }))
    expect(await sentences()).toEqual([['opened', 'saved', 'completed', 'ended']])
    expect(await story()).toMatchObject({
      completion: 'completed',
      counted: {
        isOther: false,
        places: [{ organisation: 'Prov kommun', unit: 'Prov kommun', status: 'confirmed' }],
      },
      parts: [{ title: 'Del 1', completion: 'completed' }],
    })
  })

  test('says how much of the trail is compacted, and how much is missing', async () => {
    const { launch, attemptId, story, sentences } = await begun()
    for (const sequence of [1, 2, 3, 4]) await commitAll(launch, commitOf(sequence, {}))
    await prisma().commitEntry.deleteMany({ where: { attemptId, sequence: { lte: 2 } } })
    expect((await story()).missing).toBe(2)
    const compactedAt = new Date('2026-11-20T03:00:00Z')
    const base = { attemptId, sequence: 2, state: {}, hash: '', baseHash: '', compactedAt }
    await prisma().trailBase.create({ data: base })
    expect(await story()).toMatchObject({
      missing: 0,
      compacted: { commits: 2, at: compactedAt },
    })
    expect(await sentences()).toEqual([['opened-again', 'saved']])
  })

  test('goes on from what is compacted: neither its launch nor its time is told twice', async () => {
    const { launch, attemptId, story } = await begun()
    await commitAll(launch, commitOf(1, session('00:05:00')), commitOf(2, session('00:12:00')))
    await prisma().commitEntry.deleteMany({ where: { attemptId, sequence: 1 } })
    const writers = [{ writer: launch.writer, from: 1, to: 1 }]
    const state = { sessions: { s1: '00:05:00' }, writers }
    const seals = { hash: '', baseHash: '', compactedAt: new Date() }
    await prisma().trailBase.create({ data: { attemptId, sequence: 1, state, ...seals } })
    const [chapter] = (await story()).chapters
    expect(chapter!.sentences).toEqual([
      { kind: 'saved', commits: 1, parts: ['Del 1'] },
      // 12 minutes, of which 5 are compacted.
      { kind: 'counted', seconds: 420 },
    ])
    await prisma().commitEntry.deleteMany({ where: { attemptId } })
    expect((await story()).isOpenedSince).toBe(false)
  })

  test('of many launches is told twenty stretches at a time, the last ones first', async () => {
    const { attemptId, sentences, story } = await begun()
    await prisma().commitEntry.createMany({
      data: Array.from({ length: 45 }, (_, index) => ({
        attemptId,
        sequence: index + 1,
        itemIdentifier: 'item-1',
        receivedAt: new Date(Date.UTC(2026, 10, 21, 8, index)),
        source: 'exit',
        writer: newId(),
        session: `s${index}`,
        final: false,
        elements: {},
      })),
    })
    expect(await story()).toMatchObject({ page: 3, pages: 3 })
    expect(await sentences()).toHaveLength(5)
    const again = ['opened-again', 'saved-on-exit']
    expect((await sentences(3))[0]).toEqual(again)
    expect((await sentences(1)).slice(0, 2)).toEqual([['opened', 'saved-on-exit'], again])
    expect(await story(99)).toMatchObject({ page: 3 })
  })
})
