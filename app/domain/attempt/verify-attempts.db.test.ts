import { afterEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { patchBetween } from '~/kernel/text-patch.ts'
import { database, prisma } from '~/platform/db/database.server.ts'
import { runCommand } from '../../../scripts/cli.ts'
import { commitAll, commitOf, makeAttempt, makeLaunch } from '../../../tests/factories/attempt.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makePerson } from '../../../tests/factories/identity.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { compactTrails } from './compact-trails.server.ts'
import { openAttempt } from './open-attempt.server.ts'
import { verifyAttempts } from './verify-attempts.server.ts'

useDatabase()

const then = new Date('2026-03-01T08:00:00Z')
const months = (count: number) => new Date(then.getTime() + count * 30 * 86_400_000)
afterEach(() => holdClock(undefined))

const at = (page: string) => ({ 'cmi.core.lesson_location': page })
const took = (time: string) => ({ 'cmi.core.session_time': time })
const data = 'k'.repeat(4000)

/** An attempt with a bit of everything, completed: two sessions, a difference, a refusal, an odd text. */
async function played() {
  holdClock(then)
  const { personId } = await makePerson()
  const attempt = await makeAttempt(personId, await makeModule())
  await commitAll(
    attempt.launch,
    commitOf(1, { ...at('1'), 'cmi.suspend_data': data, 'cmi.core.student_name': 'x' }),
    commitOf(2, took('00:10:00'), {
      patches: { 'cmi.suspend_data': patchBetween(data, `${data}\0!`)! },
    }),
    commitOf(3, { ...at('2'), 'cmi.core.score.raw': '33.3' }, { session: 's2' }),
    commitOf(
      4,
      { 'cmi.core.lesson_status': 'passed', 'cmi.core.exit': 'suspend', ...took('00:05:00') },
      { session: 's2', final: true },
    ),
  )
  const { hostLabel } = await prisma().registration.findUniqueOrThrow({
    where: { id: attempt.registrationId },
  })
  const { supportCode } = await prisma().attempt.findUniqueOrThrow({
    where: { id: attempt.attemptId },
  })
  return { ...attempt, hostLabel, supportCode }
}

const changed = (text: string, values: unknown[]) => database().pool.query(text, values)

async function faultsOf(supportCode: string) {
  const { attempts, faults } = await verifyAttempts(supportCode)
  expect(attempts).toBe(1)
  return faults.map(({ fault }) => fault)
}

const compact = () => compactTrails({ quietDays: 90, atLeastCommits: 3 })

describe('verifying attempts', () => {
  test('finds that trail and state agree, whatever has been played', async () => {
    const { supportCode } = await played()
    expect(await verifyAttempts(supportCode)).toEqual({
      attempts: 1,
      commits: 4,
      unsealed: 0,
      faultCount: 0,
      faults: [],
    })
  })

  test.each<[string, string, string]>([
    [
      'a character of a value in the trail',
      `commit_entry set elements = elements || '{"cmi.core.lesson_location": "7"}' where sequence = 1 and attempt_id = $1`,
      'seal-broken',
    ],
    [
      'a character of a difference',
      `commit_entry set patches = jsonb_set(patches, '{cmi.suspend_data,text}', '"?"') where sequence = 2 and attempt_id = $1`,
      'seal-broken',
    ],
    [
      'a millisecond of when it came',
      `commit_entry set received_at = received_at + interval '1 ms' where sequence = 3 and attempt_id = $1`,
      'seal-broken',
    ],
    [
      'who sent it',
      `commit_entry set writer = 'x' || substr(writer, 2) where sequence = 3 and attempt_id = $1`,
      'seal-broken',
    ],
    [
      'what was refused',
      `commit_entry set refused = null where sequence = 1 and attempt_id = $1`,
      'seal-broken',
    ],
    [
      'a character of the state',
      `item_state set elements = jsonb_set(elements, '{cmi.core.lesson_location}', '"3"') where attempt_id = $1`,
      'items-differ',
    ],
    [
      'a second of the time',
      `item_state set total_seconds = total_seconds + 1 where attempt_id = $1`,
      'items-differ',
    ],
    ['the attempt’s standing', `attempt set success = 'failed' where id = $1`, 'progress-differs'],
    [
      'where the learner was',
      `attempt set last_item = 'item-2' where id = $1`,
      'last-item-differs',
    ],
    [
      'the latest seal',
      `attempt set trail_hash = '?' || substr(trail_hash, 2) where id = $1`,
      'seal-differs',
    ],
  ])('finds an error in %s', async (_, change, fault) => {
    const { attemptId, supportCode } = await played()
    const { rowCount } = await changed(`update ${change}`, [attemptId])
    expect(rowCount).toBe(1)
    expect(await faultsOf(supportCode)).toEqual([fault])
  })

  test('finds a commit that is gone, first, last or between', async () => {
    for (const [sequence, fault] of [
      [1, 'sequence-missing'],
      [3, 'sequence-missing'],
      [4, 'sequence-differs'],
    ] as const) {
      const { attemptId, supportCode } = await played()
      await changed('delete from commit_entry where attempt_id = $1 and sequence = $2', [
        attemptId,
        sequence,
      ])
      expect(await faultsOf(supportCode)).toEqual([fault])
    }
  })

  test('finds an attempt that is completed and counted nowhere', async () => {
    const { personId, supportCode } = await played()
    await prisma().completionAffiliation.deleteMany({ where: { completion: { personId } } })
    await prisma().completion.deleteMany({ where: { personId } })
    expect(await faultsOf(supportCode)).toEqual(['completion-missing'])
  })

  test('is a command that exits with 1 when it finds something', async () => {
    const { attemptId, supportCode } = await played()
    const out: string[] = []
    const line = {
      out: (text: string) => out.push(text),
      err: (text: string) => out.push(text),
      open: async () => async () => undefined,
    }
    const words = ['attempt', 'verify', '--code', supportCode.toLowerCase()]
    expect(await runCommand(words, line)).toBe(0)
    await changed('update attempt set total_seconds = 1 where id = $1', [attemptId])
    expect(await runCommand(words, line)).toBe(1)
    expect(JSON.parse(out[1]!)).toMatchObject({
      faultCount: 1,
      faults: [{ attemptId, supportCode, fault: 'progress-differs', sequence: null, item: null }],
    })
  })
})

describe('a compacted trail', () => {
  test('proves the state as before, and goes on from there', async () => {
    const { attemptId, supportCode, hostLabel, launch } = await played()
    holdClock(months(4))
    const before = await openAttempt(launch, { item: null, unsent: [] })
    expect((await compact()).trails).toBeGreaterThan(0)
    expect(await prisma().commitEntry.count({ where: { attemptId } })).toBe(0)
    expect(await verifyAttempts(supportCode)).toMatchObject({ commits: 4, faultCount: 0 })
    expect(await openAttempt(launch, { item: null, unsent: [] })).toEqual(before)
    const next = await makeLaunch(attemptId, hostLabel)
    const suspended = `${data}\0!`
    expect(
      await commitAll(
        next,
        commitOf(5, took('00:10:30')),
        commitOf(6, at('3'), {
          session: 's3',
          patches: { 'cmi.suspend_data': patchBetween(suspended, `${suspended}?`)! },
        }),
      ),
    ).toMatchObject({ outcome: 'held', sequence: 6 })
    // The first session had told ten minutes; the second told five.
    const state = await prisma().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(state.totalSeconds).toBe(15 * 60 + 30)
    expect(await verifyAttempts(supportCode)).toMatchObject({ commits: 6, faultCount: 0 })
  })

  test('still knows the browser’s own names of its commits', async () => {
    const { attemptId, hostLabel, launch } = await played()
    await commitAll(launch, commitOf(5, at('6'), { entry: '000009.abc' }))
    const entries = ['000009.abc', '000010.def']
    const known = await openAttempt(launch, { item: null, unsent: [], entries })
    expect(known.heldEntries).toEqual(['000009.abc'])
    holdClock(months(4))
    await compact()
    const later = await makeLaunch(attemptId, hostLabel)
    const { heldEntries } = await openAttempt(later, { item: null, unsent: [], entries })
    expect(heldEntries).toEqual(['000009.abc'])
  })

  test('still tells what has arrived, so that nothing is taken twice', async () => {
    const { attemptId, hostLabel, launch } = await played()
    holdClock(months(4))
    await compact()
    expect(await commitAll(launch, commitOf(2, at('again')))).toMatchObject({ outcome: 'held' })
    const later = await makeLaunch(attemptId, hostLabel)
    const marks = [1, 4, 5].map((sequence) => ({ writer: launch.writer, sequence }))
    const strange = { writer: 'somebody-else', sequence: 2 }
    const { held } = await openAttempt(later, { item: null, unsent: [...marks, strange] })
    expect(held.map(({ sequence }) => sequence).sort()).toEqual([1, 4])
  })

  test('is found to be broken when a byte of its base is', async () => {
    const { attemptId, supportCode } = await played()
    holdClock(months(4))
    await compact()
    await changed(
      `update trail_base set state = jsonb_set(state, '{sessions,s1}', '"00:10:01"') where attempt_id = $1`,
      [attemptId],
    )
    expect(await faultsOf(supportCode)).toEqual(['base-broken'])
  })

  test('can be compacted again when more has come', async () => {
    const { attemptId, supportCode, launch } = await played()
    holdClock(months(4))
    await compact()
    await commitAll(launch, commitOf(5, at('4')), commitOf(6, at('5')), commitOf(7, at('6')))
    holdClock(months(8))
    await compact()
    expect(await prisma().trailBase.findUniqueOrThrow({ where: { attemptId } })).toMatchObject({
      sequence: 7,
    })
    expect(await verifyAttempts(supportCode)).toMatchObject({ commits: 7, faultCount: 0 })
  })

  test('is not made of what has been played lately, nor of what does not prove its state', async () => {
    const lately = await played()
    holdClock(months(2))
    await compact()
    expect(await prisma().commitEntry.count({ where: { attemptId: lately.attemptId } })).toBe(4)
    const broken = await played()
    await changed('update attempt set total_seconds = 1 where id = $1', [broken.attemptId])
    holdClock(months(4))
    expect((await compact()).broken).toContain(broken.supportCode)
    expect(await prisma().commitEntry.count({ where: { attemptId: broken.attemptId } })).toBe(4)
  })
})
