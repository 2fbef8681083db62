import { describe, expect, test } from 'vitest'
import { usualRules, type AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import {
  applyCommit,
  notBegun,
  standingOf,
  type ItemBefore,
  type ItemFacts,
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
const first: ItemBefore = {
  progress: notBegun,
  elements: {},
  lastSession: null,
  sessionTime: undefined,
}

const status = (word: string) => ({ 'cmi.core.lesson_status': word })
const raw = (score: string) => ({ 'cmi.core.score.raw': score })

describe('by the rules of its module', () => {
  /** What commits of the same session make of an item, one after another. */
  const played = (
    attemptRules: Partial<AttemptRules>,
    sent: readonly Record<string, string>[],
    { facts = sco, edition = '1.2' }: { facts?: ItemFacts; edition?: '1.2' | '2004 4th' } = {},
  ) => {
    let before = first
    for (const elements of sent) {
      const commit = { session: 's1', elements, final: false }
      const ruled = { ...usualRules, ...attemptRules }
      const applied = applyCommit(facts, before, commit, runtimeRules(edition), ruled)
      const held = { ...before.elements, ...applied.merge }
      before = { ...first, progress: applied.progress, elements: held, lastSession: 's1' }
    }
    return before.progress
  }

  test('an item falls back where what content said last stands', () => {
    const sent = [status('passed'), status('incomplete')]
    expect(played({ statusRule: 'latest' }, sent)).toMatchObject({
      completion: 'incomplete',
      success: 'unknown',
    })
    expect(played({ statusRule: 'latest' }, [status('passed'), raw('3')])).toMatchObject({
      completion: 'completed',
      success: 'passed',
    })
  })

  test('a verdict of 2004 stands until there is another, though a new session has said nothing yet', () => {
    const failed = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' }
    const one = applyCommit(
      sco,
      first,
      { session: 's1', elements: failed, final: true },
      runtimeRules('2004 4th'),
      { ...usualRules, statusRule: 'latest' },
    )
    const again = (elements: Record<string, string>) =>
      applyCommit(
        sco,
        { ...first, progress: one.progress, elements: one.merge, lastSession: 's1' },
        { session: 's2', elements, final: false },
        runtimeRules('2004 4th'),
        { ...usualRules, statusRule: 'latest' },
      ).progress
    expect(again({ 'cmi.location': '1' }).success).toBe('failed')
    expect(again({ 'cmi.success_status': 'passed' }).success).toBe('passed')
  })

  test.each([
    ['best', 0.9],
    ['latest', 0.4],
    ['first', 0.6],
  ] as const)('of the scores 20, 60 when settled, 90 and 40 the %s one stands', (rule, score) => {
    const sent = [
      raw('20'),
      { ...status('failed'), ...raw('60') },
      { ...status('passed'), ...raw('90') },
      raw('40'),
      status('passed'),
    ]
    expect(played({ scoreRule: rule }, sent).scoreScaled).toBe(score)
  })

  test('the first score stands also when the item is no longer settled, and waits where there was none', () => {
    const sent = [status('completed'), raw('60'), status('incomplete'), raw('90')]
    expect(played({ scoreRule: 'first', statusRule: 'latest' }, sent).scoreScaled).toBe(0.6)
  })

  test('passed does not complete where only completed does', () => {
    expect(played({ passedCompletes: false }, [status('passed')])).toMatchObject({
      completion: 'incomplete',
      success: 'passed',
    })
    const known = { facts: { ...sco, masteryScore: 70 } }
    const sent = [{ ...status('completed'), ...raw('80') }, raw('81')]
    expect(played({ passedCompletes: false, statusRule: 'latest' }, sent, known)).toMatchObject({
      completion: 'completed',
      success: 'passed',
    })
  })

  test("the manifest's limits are left alone where content's own word is all that counts", () => {
    const known = { ...sco, masteryScore: 70, scaledPassingScore: 0.7, completionThreshold: 0.5 }
    const twelve = [{ ...status('completed'), ...raw('20') }]
    expect(played({ appliesLimits: false }, twelve, { facts: known })).toMatchObject({
      completion: 'completed',
      success: 'unknown',
    })
    const said = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' }
    const four = [{ ...said, 'cmi.score.scaled': '0.1', 'cmi.progress_measure': '0.1' }]
    const as2004 = { facts: known, edition: '2004 4th' } as const
    expect(played({ appliesLimits: false }, four, as2004)).toMatchObject({
      completion: 'completed',
      success: 'passed',
    })
    expect(played({}, four, as2004)).toMatchObject({ completion: 'incomplete', success: 'failed' })
  })

  test('an attempt that was completed stays so, or falls back with its items', () => {
    const items = [{ ...sco, ...notBegun, completion: 'incomplete' as const }]
    expect(standingOf(items, 'completed').completion).toBe('completed')
    expect(standingOf(items, 'completed', { ...usualRules, statusRule: 'latest' })).toMatchObject({
      completion: 'incomplete',
    })
  })
})
