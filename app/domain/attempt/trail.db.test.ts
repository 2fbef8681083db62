import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideModuleRule } from '~/domain/catalogue/module-rule.server.ts'
import { usualRules, type AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import type { CommitMessage } from '~/kernel/player-protocol.ts'
import { patchBetween } from '~/kernel/text-patch.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { commitAll, commitOf, makeAttempt, makeLaunch } from '../../../tests/factories/attempt.ts'
import { makeModule, makePackage, packageItem } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { storedTrail } from '../../../tests/factories/stored-trail.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { openAttempt } from './open-attempt.server.ts'
import type { Launch } from './launch-token.server.ts'
import { nothingHeld, replayTrail } from './trail.ts'

useDatabase()

const at = (page: string) => ({ 'cmi.core.lesson_location': page })
const suspended = (data: string) => ({ 'cmi.suspend_data': data })

async function begun() {
  const { personId } = await makePerson()
  return makeAttempt(personId, await makeModule())
}

const stateOf = async (attemptId: string) => {
  const [state] = await prisma().itemState.findMany({ where: { attemptId } })
  return state?.elements as Record<string, string> | undefined
}

const trailOf = (attemptId: string) =>
  prisma().commitEntry.findMany({ where: { attemptId }, orderBy: { sequence: 'asc' } })

const flushOf = (launch: Launch): Launch => ({ ...launch, writer: newId(), purpose: 'flush' })

describe('a launch that only flushes', () => {
  test('adds what was left behind, once, and leaves the attempt to whoever plays it', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')))
    const flush = flushOf(launch)
    const opened = await openAttempt(flush, {
      item: null,
      unsent: [{ writer: launch.writer, sequence: 1 }],
    })
    expect(opened).toMatchObject({ lastSequence: 1, held: [{ sequence: 1 }] })
    const left = commitOf(2, suspended('left behind'), { source: 'replayed' })
    expect(await commitAll(flush, left)).toMatchObject({ outcome: 'held', sequence: 2 })
    expect(await commitAll(flush, left)).toMatchObject({ outcome: 'held', sequence: 2 })
    const attempt = await prisma().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(attempt).toMatchObject({ writer: launch.writer, lastSequence: 2 })
    expect((await trailOf(attemptId)).map(({ writer }) => writer)).toEqual([
      launch.writer,
      flush.writer,
    ])
  })

  test('is told of a gap like any other', async () => {
    const { launch } = await begun()
    expect(await commitAll(flushOf(launch), commitOf(3, at('3')))).toEqual({
      outcome: 'gap',
      expected: 1,
    })
  })

  test('makes the one that plays take stock, which then goes on without losing anything', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')))
    await commitAll(flushOf(launch), commitOf(2, suspended('left behind')))
    expect(await commitAll(launch, commitOf(2, at('2')))).toEqual({ outcome: 'gap', expected: 3 })
    const unsent = [{ writer: launch.writer, sequence: 2 }]
    expect(await openAttempt(launch, { item: null, unsent })).toMatchObject({
      lastSequence: 2,
      held: [],
    })
    expect(await commitAll(launch, commitOf(3, at('2')))).toMatchObject({ outcome: 'held' })
    expect(await stateOf(attemptId)).toMatchObject({ ...at('2'), ...suspended('left behind') })
  })
})

describe('an element that is refused', () => {
  test('is left out and noted without its value, and the rest of the commit is taken', async () => {
    const { launch, attemptId } = await begun()
    const elements = { ...at('3'), 'cmi.core.student_name': 'Tova Hemlig', 'a\0b': 'x' }
    expect(await commitAll(launch, commitOf(1, elements))).toMatchObject({ outcome: 'held' })
    const [entry] = await trailOf(attemptId)
    expect(entry!.elements).toEqual(at('3'))
    expect(entry!.refused).toMatchObject([{ element: 'cmi.core.student_name' }, {}])
    expect(JSON.stringify(entry!.refused)).not.toContain('Hemlig')
  })

  test('longer than a mebibyte is refused alone', async () => {
    const { launch, attemptId } = await begun()
    const elements = { ...at('3'), ...suspended('x'.repeat(1_048_577)) }
    expect(await commitAll(launch, commitOf(1, elements))).toMatchObject({ outcome: 'held' })
    const [entry] = await trailOf(attemptId)
    expect(entry!.elements).toEqual(at('3'))
    expect(entry!.refused).toMatchObject([{ element: 'cmi.suspend_data', code: 'size' }])
  })

  test('with thousands of others is one of the two hundred that are noted', async () => {
    const { launch, attemptId } = await begun()
    const nonsense = Array.from({ length: 3000 }, (_, index) => [`x${index}`, 'x'])
    await commitAll(launch, commitOf(1, Object.fromEntries(nonsense)))
    const [entry] = await trailOf(attemptId)
    expect(entry!.refused).toHaveLength(200)
  })
})

describe('a long value as its difference', () => {
  const long = 'a'.repeat(5000)
  const patched = (from: string, to: string) => ({
    patches: { 'cmi.suspend_data': patchBetween(from, to)! },
  })

  test('is whole in the state and a difference in the trail', async () => {
    const { launch, attemptId } = await begun()
    // Half a pair of surrogates and a NUL at the edges of the difference.
    const next = `${long.slice(0, 2500)}\uDE00\0\uD83D${long.slice(2500)}`
    const answer = await commitAll(
      launch,
      commitOf(1, suspended(long)),
      commitOf(2, at('2'), patched(long, next)),
    )
    expect(answer).toMatchObject({ outcome: 'held', sequence: 2 })
    const { seed } = await openAttempt(launch, { item: null, unsent: [] })
    expect(seed.state!.elements['cmi.suspend_data']).toBe(next)
    const [, entry] = await trailOf(attemptId)
    expect(entry!.elements).toEqual(at('2'))
    expect(entry!.patches).toMatchObject({ 'cmi.suspend_data': { start: 2500, end: 2500 } })
    expect(JSON.stringify(entry!.patches).length).toBeLessThan(200)
  })

  test('from another text than the one that is held is sent for anew, and nothing of its commit is written', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, suspended(long)))
    const wrong = commitOf(2, at('2'), patched(`b${long}`, `b${long}!`))
    expect(await commitAll(launch, wrong)).toEqual({ outcome: 'base-unknown', sequence: 2 })
    expect(await stateOf(attemptId)).toEqual(suspended(long))
    expect(await trailOf(attemptId)).toHaveLength(1)
    const whole = commitOf(2, { ...at('2'), ...suspended(`b${long}!`) })
    expect(await commitAll(launch, whole)).toMatchObject({ outcome: 'held', sequence: 2 })
  })

  test.each(['__proto__', 'constructor', 'cmi.location'])(
    'of the element %s that is not held is sent for anew',
    async (name) => {
      const { launch } = await begun()
      const patches = Object.fromEntries([[name, patchBetween(long, `${long}!`)!]])
      expect(await commitAll(launch, commitOf(1, {}, { patches }))).toMatchObject({
        outcome: 'base-unknown',
      })
    },
  )

  test('that makes more than a mebibyte is refused alone', async () => {
    const { launch, attemptId } = await begun()
    const full = 'x'.repeat(1_048_570)
    await commitAll(
      launch,
      commitOf(1, suspended(full)),
      commitOf(2, at('2'), patched(full, `${full}1234567`)),
    )
    expect((await stateOf(attemptId))!['cmi.suspend_data']).toHaveLength(1_048_570)
    const [, entry] = await trailOf(attemptId)
    expect(entry).toMatchObject({ patches: null, refused: [{ code: 'size' }] })
  })
})

describe('the trail', () => {
  test('keeps the size of each commit, and a seal that the attempt has as well', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')), commitOf(2, at('å')))
    const entries = await trailOf(attemptId)
    // As it was sent, in UTF-8: "å" has two bytes where "1" has one.
    expect(entries[1]!.bytes).toBe(entries[0]!.bytes + 1)
    expect(entries[0]!.hash).toMatch(/^[\w-]{43}$/)
    const attempt = await prisma().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(attempt.trailHash).toBe(entries[1]!.hash)
  })

  test('from before there were seals is gone on with', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')), commitOf(2, at('2')))
    await prisma().commitEntry.updateMany({ where: { attemptId }, data: { hash: '' } })
    await prisma().attempt.update({ where: { id: attemptId }, data: { trailHash: '' } })
    // Another launch, so that nothing is remembered of the seals that were there.
    const later = await makeLaunch(attemptId, launch.hostLabel)
    await commitAll(later, commitOf(3, at('3')))
    const { facts, rows, state } = await storedTrail(attemptId)
    expect(rows.map(({ hash }) => hash !== '')).toEqual([false, false, true])
    expect(replayTrail(facts, nothingHeld, rows)).toEqual(state)
  })

  test('with one byte changed is no longer believed', async () => {
    const { launch, attemptId } = await begun()
    await commitAll(launch, commitOf(1, at('1')), commitOf(2, at('2')), commitOf(3, at('3')))
    const { facts, rows } = await storedTrail(attemptId)
    const changed = rows.map((row) => (row.sequence === 2 ? { ...row, elements: at('4') } : row))
    expect(replayTrail(facts, nothingHeld, changed)).toEqual({ sequence: 2, fault: 'seal-broken' })
    expect(replayTrail(facts, nothingHeld, rows.slice(1))).toEqual({
      sequence: 2,
      fault: 'sequence-missing',
    })
  })
})

test('whatever is sent, the trail played again is the state, in both standards and by any rules', async () => {
  const { personId } = await makePerson()
  const parts = ['a', 'b'].map((identifier, position) => packageItem({ identifier, position }))
  const facts = { masteryScore: 60, scaledPassingScore: 0.6, completionThreshold: 0.5 }
  const items = [{ ...parts[0]!, ...facts }, parts[1]!]
  const names = {
    '1.2': ['cmi.core.lesson_status', 'cmi.core.score.raw', 'cmi.core.session_time'],
    '2004 4th': ['cmi.completion_status', 'cmi.success_status', 'cmi.score.scaled'],
  }
  const rule = fc.record<AttemptRules>({
    statusRule: fc.constantFrom('kept', 'latest'),
    scoreRule: fc.constantFrom('best', 'latest', 'first'),
    passedCompletes: fc.boolean(),
    appliesLimits: fc.boolean(),
    attemptsAllowed: fc.constant(null),
  })
  const value = fc.oneof(
    fc.constantFrom('passed', 'failed', 'completed', 'incomplete', 'unknown', 'suspend', '\0'),
    fc.constantFrom('00:01:00', '00:02:30', 'PT1M', '40', '95', '0.4', '0.95', '1e9'),
  )
  const change = fc.record({
    item: fc.constantFrom('a', 'b'),
    session: fc.constantFrom('s1', 's2', 's3'),
    final: fc.boolean(),
    deciding: fc.dictionary(fc.constantFrom('0', '1', '2'), value, { maxKeys: 3 }),
    free: fc.dictionary(
      fc.constantFrom('cmi.exit', 'cmi.core.exit', 'cmi.session_time', 'x'),
      value,
    ),
    suspend: fc.option(fc.string({ unit: 'binary', maxLength: 5 })),
  })
  const run = fc.record({
    edition: fc.constantFrom('1.2' as const, '2004 4th' as const),
    rules: rule,
    changes: fc.array(change, { minLength: 1, maxLength: 7 }),
  })
  await fc.assert(
    fc.asyncProperty(run, async ({ edition, rules, changes }) => {
      const packageId = await makePackage({ edition, items })
      const module = await makeModule({ packageId })
      const { moduleId } = module
      await decideModuleRule({ actor: systemActor, moduleId, ...usualRules, ...rules })
      const { launch, attemptId } = await makeAttempt(personId, module)
      const long: Record<string, string> = {}
      const commits = changes.map((sent, index): CommitMessage => {
        const deciding = Object.entries(sent.deciding).map(([place, text]) => [
          names[edition][Number(place)]!,
          text,
        ])
        const elements = { ...sent.free, ...Object.fromEntries(deciding) } as Record<string, string>
        const before = long[sent.item]
        if (sent.suspend === null) return commitOf(index + 1, elements, sent)
        const next = `${sent.suspend}${'z'.repeat(200)}${sent.suspend}`
        long[sent.item] = next
        const patch = before === undefined ? null : patchBetween(before, next)
        if (!patch) return commitOf(index + 1, { ...elements, ...suspended(next) }, sent)
        return commitOf(index + 1, elements, { ...sent, patches: { 'cmi.suspend_data': patch } })
      })
      for (const { item, session, final, ...commit } of commits) {
        const { elements, patches, sequence, source } = commit
        const message = {
          item,
          session,
          final,
          elements,
          sequence,
          source,
          ...(patches && { patches }),
        }
        expect(await commitAll(launch, message)).toMatchObject({ outcome: 'held' })
      }
      const { facts: known, rows, state } = await storedTrail(attemptId)
      expect(replayTrail(known, nothingHeld, rows)).toEqual(state)
    }),
    { numRuns: 40 },
  )
}, 120_000)
