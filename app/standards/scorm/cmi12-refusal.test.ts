import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { settings12 } from '../../../tests/fixtures/scorm-values.ts'
import { refusalOf12 } from './cmi12-refusal.ts'

const code = (name: string, value: string, strict: boolean, type?: string) =>
  refusalOf12(name, value, { strict, held: () => type })?.code ?? 'taken'

/** Outside the strict mode, and in it. */
const both = (name: string, value: string, type?: string) => [
  code(name, value, false, type),
  code(name, value, true, type),
]
const always = (word: string) => [word, word]

test('an element is refused by its clause, and its value is never told', () => {
  expect(refusalOf12('cmi.objectives.3.status', 'Anna', { strict: false })).toEqual({
    element: 'cmi.objectives.3.status',
    code: 'vocabulary',
    clause: 'SCORM 1.2 RTE 3.4.4, cmi.objectives.n.status',
  })
  expect(refusalOf12('cmi.Anna\0 Svensson', '', { strict: false })).toEqual({
    element: 'cmi.Anna??Svensson',
    code: 'unknown-element',
    clause: 'SCORM 1.2 RTE 3.4.4',
  })
  expect(refusalOf12('x'.repeat(255), '', { strict: false })?.element).toHaveLength(100)
})

describe('names (RTE 3.4.4)', () => {
  it.each([
    ['cmi', 'unknown-element'],
    ['cmi.core', 'unknown-element'],
    ['cmi.objectives', 'unknown-element'],
    ['cmi.score.scaled', 'unknown-element'],
    ['cmi.core.constructor', 'unknown-element'],
    ['samsyn.told', 'unknown-element'],
    ['cmi.core.student_id', 'read-only'],
    ['cmi.core._children', 'read-only'],
    ['cmi.interactions._count', 'read-only'],
    ['cmi.student_data.mastery_score', 'read-only'],
    ['cmi.objectives.01.id', 'index'],
    ['cmi.objectives.00.id', 'index'],
    ['cmi.objectives.10000.id', 'index'],
    ['cmi.interactions.0.correct_responses.007.pattern', 'index'],
    ['cmi.objectives.-1.id', 'unknown-element'],
    ['cmi.objectives.9999.id', 'taken'],
    ['cmi.objectives.0.id', 'taken'],
    ['cmi.objectives.1.id', 'taken'],
  ])('%s: %s', (name, expected) => {
    expect(both(name, 'a')).toEqual(always(expected))
  })
})

describe('texts', () => {
  it.each([
    ['cmi.core.lesson_location', 255],
    ['cmi.student_preference.language', 255],
    ['cmi.suspend_data', 4096],
    ['cmi.comments', 4096],
  ])('%s has %i characters in the strict mode, and a mebibyte otherwise', (name, longest) => {
    expect(both(name, '')).toEqual(always('taken'))
    expect(both(name, 'å\n'.repeat(longest).slice(0, longest))).toEqual(always('taken'))
    // An emoji is one character, of two units.
    expect(both(name, '😀'.repeat(longest))).toEqual(always('taken'))
    expect(both(name, 'x'.repeat(longest + 1))).toEqual(['taken', 'size'])
    expect(both(name, 'x'.repeat(1_048_576))).toEqual(['taken', 'size'])
    expect(both(name, 'x'.repeat(1_048_577))).toEqual(always('size'))
  })
})

describe('data types (RTE 3.4.2)', () => {
  const raw = 'cmi.core.score.raw'
  const weighting = 'cmi.interactions.0.weighting'
  const id = 'cmi.interactions.0.id'
  const time = 'cmi.interactions.0.time'
  const session = 'cmi.core.session_time'
  it.each([
    // CMIBlank or CMIDecimal, which RTE 3.4.4 has between 0 and 100.
    [raw, '', 'taken', 'taken'],
    [raw, '0', 'taken', 'taken'],
    [raw, '100', 'taken', 'taken'],
    [raw, '83.333333333333343', 'taken', 'taken'],
    [raw, '.5', 'taken', 'taken'],
    [raw, '150', 'taken', 'range'],
    [raw, '-1', 'taken', 'range'],
    [raw, '12345678901.5', 'taken', 'range'],
    [raw, 'abc', 'type', 'type'],
    [raw, 'NaN', 'type', 'type'],
    [raw, '-', 'type', 'type'],
    [raw, '1e3', 'type', 'type'],
    [raw, ' 5', 'type', 'type'],
    [raw, '9'.repeat(400), 'type', 'type'],
    ['cmi.objectives.0.score.max', '1000', 'taken', 'range'],
    // CMIDecimal
    [weighting, '-1000.25', 'taken', 'taken'],
    [weighting, '', 'taken', 'type'],
    [weighting, 'heavy', 'type', 'type'],
    // CMIIdentifier
    [id, 'Q_1-a', 'taken', 'taken'],
    [id, 'fråga 1', 'taken', 'type'],
    [id, '', 'type', 'type'],
    [id, ' \t', 'type', 'type'],
    [id, 'x'.repeat(256), 'taken', 'size'],
    [id, 'x'.repeat(4001), 'size', 'size'],
    // CMISInteger, in the range of the element
    ['cmi.student_preference.audio', '-1', 'taken', 'taken'],
    ['cmi.student_preference.audio', '+100', 'taken', 'taken'],
    ['cmi.student_preference.audio', '101', 'range', 'range'],
    ['cmi.student_preference.audio', '-2', 'range', 'range'],
    ['cmi.student_preference.audio', '1.5', 'type', 'type'],
    ['cmi.student_preference.audio', '', 'type', 'type'],
    ['cmi.student_preference.speed', '-100', 'taken', 'taken'],
    ['cmi.student_preference.speed', '-101', 'range', 'range'],
    ['cmi.student_preference.text', '1', 'taken', 'taken'],
    ['cmi.student_preference.text', '2', 'range', 'range'],
    // CMITime
    [time, '23:59:59', 'taken', 'taken'],
    [time, '09:05:03.25', 'taken', 'taken'],
    [time, '9:5:3.125', 'taken', 'type'],
    [time, '', 'taken', 'type'],
    [time, '25:00:00', 'type', 'type'],
    [time, '10:60:00', 'type', 'type'],
    [time, 'noon', 'type', 'type'],
    // CMITimespan
    [session, '00:00:00', 'taken', 'taken'],
    [session, '9999:99:99.99', 'taken', 'taken'],
    [session, '0000:10:00.5', 'taken', 'taken'],
    [session, '1:02:03', 'taken', 'type'],
    [session, '17496:00:00', 'taken', 'type'],
    [session, '00:00:01.2345', 'taken', 'type'],
    [session, '', 'taken', 'type'],
    [session, 'PT1H', 'type', 'type'],
    [session, '-00:01:00', 'type', 'type'],
    [session, '00:10', 'type', 'type'],
    ['cmi.interactions.0.latency', '00:00:07', 'taken', 'taken'],
  ])('%s may be %o: %s, and in the strict mode %s', (name, value, lenient, strict) => {
    expect(both(name, value)).toEqual([lenient, strict])
  })
})

describe('vocabularies (RTE 3.4.4)', () => {
  it.each([
    ['cmi.core.lesson_status', 'browsed', 'taken', 'taken'],
    ['cmi.core.lesson_status', 'not attempted', 'vocabulary', 'vocabulary'],
    ['cmi.core.lesson_status', 'Passed', 'vocabulary', 'vocabulary'],
    ['cmi.core.lesson_status', '', 'vocabulary', 'vocabulary'],
    ['cmi.objectives.0.status', 'not attempted', 'taken', 'taken'],
    ['cmi.core.exit', '', 'taken', 'taken'],
    ['cmi.core.exit', 'suspend', 'taken', 'taken'],
    ['cmi.core.exit', 'normal', 'taken', 'vocabulary'],
    ['cmi.core.exit', 'later', 'vocabulary', 'vocabulary'],
    ['cmi.interactions.0.type', 'likert', 'taken', 'taken'],
    ['cmi.interactions.0.type', 'other', 'vocabulary', 'vocabulary'],
    ['cmi.interactions.0.result', 'wrong', 'taken', 'taken'],
    ['cmi.interactions.0.result', '-12.5', 'taken', 'taken'],
    ['cmi.interactions.0.result', '1000', 'taken', 'taken'],
    ['cmi.interactions.0.result', 'incorrect', 'taken', 'vocabulary'],
    ['cmi.interactions.0.result', '', 'taken', 'vocabulary'],
    ['cmi.interactions.0.result', 'right', 'vocabulary', 'vocabulary'],
  ])('%s may be %o: %s, and in the strict mode %s', (name, value, lenient, strict) => {
    expect(both(name, value)).toEqual([lenient, strict])
  })
})

describe('CMIFeedback (RTE 3.4.4, student_response and pattern)', () => {
  it.each([
    ['true-false', 't', 'taken'],
    ['true-false', 'true', 'type'],
    ['choice', 'a', 'taken'],
    ['choice', '{a,3,c}', 'taken'],
    ['choice', 'a,b', 'taken'],
    ['choice', '{a,b', 'type'],
    ['choice', 'Alternative A', 'type'],
    ['fill-in', 'Anything, on\nlines', 'taken'],
    ['matching', '1.a,2.b', 'taken'],
    ['matching', '{1.a}', 'taken'],
    ['matching', '1-a', 'type'],
    ['performance', 'turned the key', 'taken'],
    ['sequencing', 'c,b,a', 'taken'],
    ['sequencing', 'c;b', 'type'],
    ['likert', 'd', 'taken'],
    ['likert', '', 'taken'],
    ['likert', 'agree', 'type'],
    ['numeric', '-2.5', 'taken'],
    ['numeric', 'two', 'type'],
    ['fill-in', 'x'.repeat(256), 'size'],
  ])('of %s may be %o: in the strict mode %s, otherwise always', (type, value, strict) => {
    for (const last of ['student_response', 'correct_responses.0.pattern']) {
      expect(both(`cmi.interactions.0.${last}`, value, type)).toEqual(['taken', strict])
    }
  })

  it('is taken while the type of its interaction is not known', () => {
    const answer = 'cmi.interactions.4.student_response'
    expect(both(answer, 'whatever')).toEqual(always('taken'))
    const asked: string[] = []
    const held = (name: string) => void asked.push(name)
    refusalOf12(answer, 'a', { strict: true, held })
    expect(asked).toEqual(['cmi.interactions.4.type'])
  })
})

test('all that the standard’s grammar can say is taken, in both modes', () => {
  fc.assert(
    fc.property(settings12, ({ name, value, before }) => {
      const held = (name: string) => new Map(before).get(name)
      for (const strict of [false, true]) {
        expect(refusalOf12(name, value, { strict, held })).toBeUndefined()
      }
    }),
    { seed: 12, numRuns: 3000 },
  )
})

test('nothing that content sends makes the rules throw, and strict takes nothing that lenient refuses', () => {
  const name = fc.oneof(
    settings12.map(({ name }) => name),
    fc.string({ maxLength: 255 }),
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    settings12.map(({ value }) => value),
  )
  fc.assert(
    fc.property(name, value, fc.option(fc.string()), (name, value, type) => {
      const held = () => type ?? undefined
      const lenient = refusalOf12(name, value, { strict: false, held })
      if (lenient) expect(refusalOf12(name, value, { strict: true, held })).toBeDefined()
    }),
    { seed: 12, numRuns: 2000 },
  )
})
