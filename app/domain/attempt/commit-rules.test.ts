import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decidingElements,
  runtimeRules,
  sessionTimeElements,
} from '~/standards/scorm/runtime-rules.ts'
import {
  applyCommit,
  mostSeconds,
  notBegun,
  rollUp,
  type ItemBefore,
  type ItemFacts,
  type Progress,
} from './commit-rules.ts'

const sco: ItemFacts = {
  type: 'sco',
  masteryScore: null,
  scaledPassingScore: null,
  completionThreshold: null,
  completionSetByContent: false,
  objectiveSetByContent: false,
  tracked: true,
}
const rules = runtimeRules('1.2')
const first: ItemBefore = {
  progress: notBegun,
  elements: {},
  lastSession: null,
  sessionTime: undefined,
}

const after = (before: Partial<ItemBefore>, elements: Record<string, string>, final = false) =>
  applyCommit(sco, { ...first, ...before }, { session: 's1', elements, final }, rules)

const status = (word: string) => ({ 'cmi.core.lesson_status': word })
const raw = (score: string) => ({ 'cmi.core.score.raw': score })
const spent = (time: string) => ({ 'cmi.core.session_time': time })
const standing = (changes: Partial<Progress>): Partial<ItemBefore> => ({
  progress: { ...notBegun, ...changes },
})

describe('an item', () => {
  test('is begun by its first commit, whatever that says', () => {
    expect(after({}, { 'cmi.core.lesson_location': '1' }).progress.completion).toBe('incomplete')
  })

  test('passed is both completed and passed', () => {
    expect(after({}, status('passed')).progress).toMatchObject({
      completion: 'completed',
      success: 'passed',
    })
  })

  test('failed is not completed', () => {
    expect(after({}, status('failed')).progress).toMatchObject({
      completion: 'incomplete',
      success: 'failed',
    })
  })

  test('that is completed stays so when content pages back and says incomplete', () => {
    const before = standing({ completion: 'completed' })
    expect(after(before, status('incomplete')).progress.completion).toBe('completed')
  })

  test('that is passed stays so when content later says failed, and keeps its better score', () => {
    const before = standing({ completion: 'completed', success: 'passed', scoreScaled: 0.9 })
    expect(after(before, { ...status('failed'), ...raw('40') }).progress).toMatchObject({
      completion: 'completed',
      success: 'passed',
      scoreScaled: 0.9,
    })
  })

  test('that has failed can be passed', () => {
    const before = standing({ completion: 'incomplete', success: 'failed', scoreScaled: 0.4 })
    expect(after(before, { ...status('passed'), ...raw('80') }).progress).toMatchObject({
      completion: 'completed',
      success: 'passed',
      scoreScaled: 0.8,
    })
  })

  test('whose content ends without a status is completed (SCORM 1.2 RTE 3.4.4)', () => {
    const { progress, merge } = after({}, spent('00:01:00'), true)
    expect(progress.completion).toBe('completed')
    expect(merge['cmi.core.lesson_status']).toBe('completed')
  })

  test('whose content asks to be resumed without a status is not completed', () => {
    const { progress } = after({}, { 'cmi.core.exit': 'suspend' }, true)
    expect(progress.completion).toBe('incomplete')
  })

  test('that is only shown is completed once it has been', () => {
    const asset: ItemFacts = { ...sco, type: 'asset' }
    const shown = applyCommit(asset, first, { session: 's1', elements: {}, final: false }, rules)
    expect(shown.progress.completion).toBe('completed')
    expect(shown.merge).toEqual({})
  })

  test('is judged by the mastery score when content has ended with a score and no verdict', () => {
    const withMastery: ItemFacts = { ...sco, masteryScore: 70 }
    const end = { session: 's1', elements: { ...status('completed'), ...raw('65') }, final: true }
    const { progress, merge } = applyCommit(withMastery, first, end, rules)
    expect(progress.success).toBe('failed')
    expect(merge['cmi.core.lesson_status']).toBe('failed')
  })
})

describe("a session's time", () => {
  test('counts once, however often content tells it', () => {
    // 60 s told first, then 150 s of the same session: 150 in all, not 210.
    const told = after({}, spent('00:01:00'))
    expect(told.progress.totalSeconds).toBe(60)
    const again = after(
      { progress: told.progress, lastSession: 's1', sessionTime: '00:01:00' },
      spent('00:02:30'),
    )
    expect(again.progress.totalSeconds).toBe(150)
  })

  test('is added to that of earlier sessions', () => {
    const before = { ...standing({ totalSeconds: 100 }), lastSession: 's0' }
    expect(after(before, spent('00:00:20')).progress.totalSeconds).toBe(120)
  })

  test.each(['PT497000H', 'P100Y', 'PT99999999999S'])(
    'of %s counts as 9,999 hours, and no sum goes beyond two thousand million',
    (time) => {
      const long = (before: Partial<ItemBefore>) =>
        applyCommit(
          sco,
          { ...first, ...before },
          { session: 's1', elements: { 'cmi.session_time': time }, final: false },
          runtimeRules('2004 4th'),
        ).progress.totalSeconds
      expect(long({})).toBe(9999 * 3600)
      expect(long(standing({ totalSeconds: 1_999_999_999 }))).toBe(2_000_000_000)
      // Told again in the same session: nothing is added.
      expect(long({ ...standing({ totalSeconds: 9999 * 3600 }), sessionTime: time })).toBe(
        9999 * 3600,
      )
    },
  )

  test('is left alone by a commit that says nothing of it, or nothing readable', () => {
    const before = standing({ totalSeconds: 100 })
    expect(after(before, raw('10')).progress.totalSeconds).toBe(100)
    expect(after(before, spent('a while')).progress.totalSeconds).toBe(100)
  })
})

describe('a new session', () => {
  test('forgets how the one before ended, so that a closed tab counts as suspended', () => {
    const before = { elements: { 'cmi.core.exit': 'suspend' }, lastSession: 's0' }
    const { drop, progress } = after(before, {}, true)
    expect(drop).toContain('cmi.core.exit')
    // Had the old 'suspend' counted, the end would not have completed the item.
    expect(progress.completion).toBe('completed')
  })

  test('within one session nothing is forgotten', () => {
    expect(after({ lastSession: 's1' }, {}).drop).toEqual([])
  })
})

describe('an item of SCORM 2004', () => {
  const rules2004 = runtimeRules('2004 3rd')
  const scored: ItemFacts = { ...sco, scaledPassingScore: 0.8 }
  const after2004 = (
    before: Partial<ItemBefore>,
    elements: Record<string, string>,
    { final = false, item = sco } = {},
  ) => applyCommit(item, { ...first, ...before }, { session: 's1', elements, final }, rules2004)

  test('tells completion and success apart', () => {
    const said = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' }
    expect(after2004({}, { ...said, 'cmi.score.scaled': '0.4' }).progress).toMatchObject({
      completion: 'completed',
      success: 'failed',
      scoreScaled: 0.4,
    })
  })

  test('that is completed and passed stays so, with its better score', () => {
    const before = standing({ completion: 'completed', success: 'passed', scoreScaled: 0.9 })
    const said = { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'failed' }
    expect(after2004(before, { ...said, 'cmi.score.scaled': '0.2' }).progress).toMatchObject({
      completion: 'completed',
      success: 'passed',
      scoreScaled: 0.9,
    })
  })

  test('keeps the verdict of the passing score as what content finds at its next launch', () => {
    const said = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' }
    const { progress, merge } = after2004(
      {},
      { ...said, 'cmi.score.scaled': '0.5' },
      { item: scored },
    )
    expect(progress.success).toBe('failed')
    expect(merge).toMatchObject({ 'cmi.success_status': 'failed', 'cmi.score.scaled': '0.5' })
  })

  test('judges by what earlier commits have told as well', () => {
    const before = { elements: { 'cmi.score.scaled': '0.9' }, lastSession: 's1' }
    const { progress } = after2004(
      before,
      { 'cmi.completion_status': 'completed' },
      { item: scored },
    )
    expect(progress.success).toBe('passed')
  })

  test('counts each session once, in the durations of ISO 8601', () => {
    // 60 s told first, then 150 s of the same session; 1 h before.
    const told = after2004(standing({ totalSeconds: 3600 }), { 'cmi.session_time': 'PT1M' })
    const again = after2004(
      { progress: told.progress, lastSession: 's1', sessionTime: 'PT1M' },
      { 'cmi.session_time': 'PT2M30S' },
    )
    expect(again.progress.totalSeconds).toBe(3750)
  })

  test('forgets in a new session how and whither the one before left', () => {
    const elements = { 'cmi.exit': 'suspend', 'adl.nav.request': 'suspendAll' }
    const { drop, progress } = after2004({ elements, lastSession: 's0' }, {}, { final: true })
    expect(drop).toEqual(['cmi.exit', 'cmi.session_time', 'adl.nav.request', 'samsyn.told'])
    expect(progress.completion).toBe('completed')
  })

  test.each([
    ['our own', 'unknown'],
    ["content's", 'failed'],
  ])(
    'that was failed is not passed by the first right answer of a retake: %s verdict was of another session',
    (_, word) => {
      const said = { 'cmi.completion_status': 'completed', 'cmi.success_status': word }
      const one = after2004({}, { ...said, 'cmi.score.scaled': '0.4' }, { item: scored })
      expect(one.progress.success).toBe('failed')
      const before = { progress: one.progress, elements: one.merge, lastSession: 's0' }
      const again = { 'cmi.completion_status': 'incomplete', 'cmi.score.scaled': '1' }
      const two = after2004(before, again, { item: scored })
      expect(two.progress.success).toBe('failed')
      // What this session had told before counts with what it tells now.
      const later = { progress: two.progress, elements: two.merge, lastSession: 's1' }
      const done = after2004(later, { 'cmi.completion_status': 'completed' }, { item: scored })
      expect(done.progress.success).toBe('passed')
    },
  )

  test('keeps its verdict within a session, also when the score comes later', () => {
    const one = after2004({}, { 'cmi.success_status': 'passed' }, { item: scored })
    const before = { progress: one.progress, elements: one.merge, lastSession: 's1' }
    const two = after2004(before, { 'cmi.score.scaled': '0.5' }, { item: scored })
    expect(two.merge).toMatchObject({ 'cmi.success_status': 'failed' })
  })
})

describe('an attempt', () => {
  const item = (changes: Partial<Progress & ItemFacts>) => ({ ...sco, ...notBegun, ...changes })
  const done = item({ completion: 'completed' })

  test('is completed when every item that talks to the runtime is', () => {
    const asset = item({ type: 'asset' })
    expect(rollUp([done, done, asset]).completion).toBe('completed')
    expect(rollUp([done, item({})]).completion).toBe('incomplete')
    expect(rollUp([item({}), item({})]).completion).toBe('not attempted')
  })

  test('of items that are only shown is completed when all have been', () => {
    const shown = item({ type: 'asset', completion: 'completed' })
    expect(rollUp([shown, shown]).completion).toBe('completed')
    expect(rollUp([shown, item({ type: 'asset' })]).completion).toBe('incomplete')
  })

  test('is failed when an item is, and passed when it is completed and an item is passed', () => {
    const passed = item({ completion: 'completed', success: 'passed' })
    const failed = item({ completion: 'incomplete', success: 'failed' })
    expect(rollUp([passed, done]).success).toBe('passed')
    expect(rollUp([passed, failed]).success).toBe('failed')
    expect(rollUp([passed, item({})]).success).toBe('unknown')
  })

  test('has the mean score of the items that have one, and the sum of all time', () => {
    // (0.5 + 1) / 2 = 0.75; the third has no score. 10 + 20 + 5 = 35 s.
    const rolled = rollUp([
      item({ scoreScaled: 0.5, totalSeconds: 10 }),
      item({ scoreScaled: 1, totalSeconds: 20 }),
      item({ totalSeconds: 5 }),
    ])
    expect(rolled.scoreScaled).toBe(0.75)
    expect(rolled.totalSeconds).toBe(35)
  })

  test('leaves out what the manifest does not track, unless there is nothing else', () => {
    const untracked = item({ tracked: false })
    const failed = item({ tracked: false, success: 'failed', scoreScaled: 0.1 })
    expect(rollUp([done, untracked, failed])).toMatchObject({
      completion: 'completed',
      success: 'unknown',
      scoreScaled: null,
    })
    const shown = item({ type: 'asset', completion: 'completed' })
    expect(rollUp([shown, untracked]).completion).toBe('completed')
    expect(rollUp([untracked]).completion).toBe('not attempted')
    expect(rollUp([item({ tracked: false, completion: 'completed' })]).completion).toBe('completed')
  })

  test('stops counting seconds where the database does', () => {
    const long = item({ totalSeconds: 2_000_000_000 })
    expect(rollUp([long, long]).totalSeconds).toBe(2_000_000_000)
  })

  test('without a single item is never completed', () => {
    expect(rollUp([]).completion).toBe('not attempted')
  })
})

test('whatever content sets, what comes of it can be kept: whole seconds, and a score of 0 to 1 or none', () => {
  const digits = fc.nat({ max: 400 }).map((count) => '9'.repeat(count))
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', '\uD83D', '-0', '.5', '1e999', 'NaN', 'Infinity', 'completed', 'passed'),
    fc.tuple(fc.constantFrom('', '-', '0.'), digits).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('PT', 'P'), digits, fc.constantFrom('S', 'H', 'Y'))
      .map((parts) => parts.join('')),
    fc.constantFrom('9999:59:59.99', 'suspend', 'suspendAll'),
  )
  const names = [...decidingElements, ...sessionTimeElements]
  const elements = fc.dictionary(fc.constantFrom(...names), wild)
  const commits = fc.array(
    fc.record({ session: fc.constantFrom('s1', 's2'), elements, final: fc.boolean() }),
    { minLength: 1, maxLength: 5 },
  )
  const limit = fc.constantFrom(null, 0, 0.8)
  const facts = fc.record({ scaledPassingScore: limit, completionThreshold: limit })
  const isHoldable = ({ scoreScaled, totalSeconds }: Progress) =>
    (scoreScaled === null || (scoreScaled >= 0 && scoreScaled <= 1)) &&
    Number.isInteger(totalSeconds) &&
    totalSeconds >= 0 &&
    totalSeconds <= mostSeconds
  fc.assert(
    fc.property(commits, facts, fc.constantFrom('1.2', '2004 4th'), (sent, known, edition) => {
      const item: ItemFacts = { ...sco, ...known, masteryScore: known.scaledPassingScore }
      let before = first
      for (const commit of sent) {
        const { progress, merge, drop } = applyCommit(item, before, commit, runtimeRules(edition))
        const kept = Object.entries(before.elements).filter(([name]) => !drop.includes(name))
        before = {
          progress,
          elements: { ...Object.fromEntries(kept), ...merge },
          lastSession: commit.session,
          sessionTime: Object.values(merge).at(-1),
        }
        expect(isHoldable(progress)).toBe(true)
        expect(
          isHoldable(
            rollUp([
              { ...item, ...progress },
              { ...item, ...progress },
            ]),
          ),
        ).toBe(true)
      }
    }),
    { seed: 2004, numRuns: 400 },
  )
})
