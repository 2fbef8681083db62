import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CmiElements, ScoFacts } from '~/standards/scorm/cmi.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import type { Outcome } from './outcome.ts'
import { choicesOf, questionTypes } from './response.ts'
import { scorm12, scorm2004, type Dialect, type Setting } from './scorm-dialect.ts'

const dialects = [scorm12, scorm2004]
/** Of the edition of 2004 that our manifests name; all of them share a run-time environment. */
const rulesOf = ({ edition }: Dialect) => runtimeRules(edition === '1.2' ? '1.2' : '2004 4th')
const elementsOf = (settings: Setting[]): CmiElements => Object.fromEntries(settings)

/** Settings that the standard, to its letter, would refuse. */
function refused(dialect: Dialect, settings: Setting[]): string[] {
  const held = elementsOf(settings)
  const { refusalOf } = rulesOf(dialect)
  return settings.flatMap(([name, value]) => {
    const refusal = refusalOf(name, value, { strict: true, held: (element) => held[element] })
    return refusal ? [`${refusal.clause}: ${value}`] : []
  })
}

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    completion: fc.constantFrom('incomplete', 'completed'),
    success: fc.constant('unknown' as const),
    score: fc.option(fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)),
  }),
  fc.integer({ min: 0, max: 10_000 }).map((hundredths): Outcome => ({
    completion: hundredths >= 8000 ? 'completed' : 'incomplete',
    success: hundredths >= 8000 ? 'passed' : 'failed',
    score: hundredths / 100,
  })),
)

/** What our manifests say of a module: a test has its limit in both, and each leaves the word to the content. */
const facts = (limit: number | null): ScoFacts => ({
  masteryScore: limit,
  scaledPassingScore: limit === null ? null : limit / 100,
  completionThreshold: null,
  tracked: true,
  completionSetByContent: true,
  objectiveSetByContent: true,
})

test('both standards make the same of what a module has come to, and just what it meant', () => {
  fc.assert(
    fc.property(outcome, fc.boolean(), (meant, finished) => {
      const isTest = meant.success !== 'unknown'
      const [of12, of2004] = dialects.map((dialect) => {
        const elements = elementsOf([...dialect.outcome(meant), [dialect.exit, 'suspend']])
        const { judge } = rulesOf(dialect)
        const said = { finished, told: Object.keys(elements) }
        const { completion, success, scoreScaled } = judge(
          facts(isTest ? 80 : null),
          elements,
          said,
        )
        // To the hundredth of a per cent: both are numbers in decimals.
        const score = scoreScaled === null ? null : Math.round(scoreScaled * 10_000) / 100
        return { completion, success, score }
      })
      expect(of12).toEqual(of2004)
      expect(of12).toEqual(meant)
    }),
  )
})

const anyInteraction = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}$/),
    type: fc.constantFrom(...questionTypes),
    keys: fc.uniqueArray(fc.constantFrom(...'abcdef'), { minLength: 1 }),
    text: fc.string({ unit: 'grapheme', maxLength: 400 }),
    seconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    at: fc.date({ min: new Date(2020, 0), max: new Date(2037, 0), noInvalidDate: true }),
  })
  .map(({ id, type, keys, ...rest }) => {
    const right =
      type === 'single' ? keys[0]! : type === 'multiple' ? choicesOf(keys) : keys.join('')
    return { question: { id, type, right }, response: right, ...rest }
  })

describe.each(dialects)('in SCORM $edition', (dialect) => {
  test('an answer is recorded to the letter of the standard, whatever was asked', () => {
    fc.assert(
      fc.property(anyInteraction, fc.nat(20), (interaction, index) => {
        expect(refused(dialect, dialect.interaction(interaction, index))).toEqual([])
      }),
    )
  })

  test('every outcome is told to the letter of the standard', () => {
    fc.assert(
      fc.property(outcome, (meant) => {
        expect(refused(dialect, dialect.outcome(meant))).toEqual([])
      }),
    )
  })

  test('the time of a session is read as it was meant, to the second', () => {
    const { secondsOf } = rulesOf(dialect)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
        expect(secondsOf(dialect.timespan(seconds))).toBe(Math.floor(seconds))
        const settings: Setting[] = [
          [dialect.sessionTime, dialect.timespan(seconds)],
          [dialect.exit, 'suspend'],
        ]
        expect(refused(dialect, settings)).toEqual([])
      }),
    )
  })

  test('what earlier sessions have said is understood', () => {
    const standing = (meant: Outcome) => {
      const elements = elementsOf(dialect.outcome(meant))
      return dialect.standing((element) => elements[element] ?? '')
    }
    const incomplete = { completion: 'incomplete', success: 'unknown', score: null } as const
    expect(standing(incomplete)).toEqual({ isCompleted: false, isPassed: false })
    expect(standing({ ...incomplete, completion: 'completed' }).isCompleted).toBe(true)
    const passed = { completion: 'completed', success: 'passed', score: 90 } as const
    expect(standing(passed).isPassed).toBe(true)
  })
})

test('an answer reads the same in both, but for the words of each', () => {
  const interaction = {
    question: { id: 'f1', type: 'multiple', right: 'ac' } as const,
    text: 'Vilka?',
    response: 'ab',
    at: new Date(Date.UTC(2026, 10, 22, 9, 5, 7)),
    seconds: 65.4,
  }
  expect(elementsOf(scorm12.interaction(interaction, 2))).toMatchObject({
    'cmi.interactions.2.id': 'f1',
    'cmi.interactions.2.type': 'choice',
    'cmi.interactions.2.correct_responses.0.pattern': 'a,c',
    'cmi.interactions.2.student_response': 'a,b',
    'cmi.interactions.2.result': 'wrong',
    'cmi.interactions.2.latency': '0000:01:05',
  })
  expect(elementsOf(scorm2004.interaction(interaction, 2))).toEqual({
    'cmi.interactions.2.id': 'f1',
    'cmi.interactions.2.type': 'choice',
    'cmi.interactions.2.correct_responses.0.pattern': 'a[,]c',
    'cmi.interactions.2.learner_response': 'a[,]b',
    'cmi.interactions.2.result': 'incorrect',
    'cmi.interactions.2.timestamp': '2026-11-22T09:05:07.0Z',
    'cmi.interactions.2.latency': 'PT0H1M5S',
    'cmi.interactions.2.description': '{lang=sv}Vilka?',
  })
})
