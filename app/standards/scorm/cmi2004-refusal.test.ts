import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { settings2004 } from '../../../tests/fixtures/scorm-values.ts'
import { cmi2004Elements } from './cmi2004-elements.ts'
import { refusalOf2004 } from './cmi2004-refusal.ts'

const code = (name: string, value: string, strict: boolean) =>
  refusalOf2004(name, value, { strict })?.code ?? 'taken'

/** Outside the strict mode, and in it. */
const both = (name: string, value: string) => [code(name, value, false), code(name, value, true)]
const always = (word: string) => [word, word]

describe('an element is refused by its clause, and its value is never told', () => {
  it.each([
    ['cmi.completion_status', 'RTE 4.2.4, cmi.completion_status'],
    ['cmi.interactions.7.timestamp', 'RTE 4.2.9, cmi.interactions.n.timestamp'],
    ['cmi.objectives.7.score.scaled', 'RTE 4.2.17, cmi.objectives.n.score.scaled'],
    ['cmi.score.scaled', 'RTE 4.2.20, cmi.score.scaled'],
    ['adl.nav.request', 'SN 5.6, adl.nav.request'],
    ['cmi.core.lesson_status', 'RTE 4.2'],
    ['Anna', 'RTE 4.2'],
  ])('%s: %s', (name, clause) => {
    const refusal = refusalOf2004(name, 'secret', { strict: false })
    expect(refusal).toMatchObject({ element: name, clause: `SCORM 2004 4th ed. ${clause}` })
    expect(JSON.stringify(refusal)).not.toContain('secret')
  })

  it('has a section for each part of the data model', () => {
    for (const { name } of cmi2004Elements.filter(({ name }) => name.startsWith('cmi.'))) {
      const clause = refusalOf2004(name.replace('.n.', '.0.').replace('.m.', '.0.'), '\n', {
        strict: true,
      })?.clause
      if (clause) expect(clause).toMatch(/RTE 4\.2\.\d+, cmi\./)
    }
  })
})

describe('names (RTE 4.2, SN 5.6)', () => {
  it.each([
    ['cmi', 'unknown-element'],
    ['cmi.objectives', 'unknown-element'],
    ['cmi.core.lesson_status', 'unknown-element'],
    ['adl.nav', 'unknown-element'],
    ['samsyn.told', 'unknown-element'],
    ['cmi.learner_id', 'read-only'],
    ['cmi.objectives._count', 'read-only'],
    ['cmi.scaled_passing_score', 'read-only'],
    ['cmi.comments_from_lms.0.comment', 'read-only'],
    ['adl.nav.request_valid.choice.{target=a}', 'read-only'],
    ['adl.data.0.id', 'read-only'],
    ['adl.data.0.store', 'index'],
    ['cmi.objectives.01.id', 'index'],
    ['cmi.interactions.0.objectives.10000.id', 'index'],
    ['cmi.objectives.1.id', 'taken'],
    ['cmi.interactions.9999.objectives.9999.id', 'taken'],
  ])('%s: %s', (name, expected) => {
    expect(both(name, 'a')).toEqual(always(expected))
  })
})

describe('texts (RTE 4.1.1.3: a host holds at least these)', () => {
  it.each([
    ['cmi.location', 1000],
    ['cmi.suspend_data', 64_000],
    ['cmi.comments_from_learner.0.comment', 4000],
    ['cmi.comments_from_learner.0.location', 250],
    ['cmi.interactions.0.description', 250],
    ['cmi.objectives.0.description', 250],
  ])('%s has %i characters in the strict mode, and a mebibyte otherwise', (name, longest) => {
    expect(both(name, '')).toEqual(always('taken'))
    expect(both(name, '😀'.repeat(longest))).toEqual(always('taken'))
    expect(both(name, 'x'.repeat(longest + 1))).toEqual(['taken', 'size'])
    expect(both(name, 'x'.repeat(1_048_577))).toEqual(always('size'))
  })

  it('count without the language that they begin with', () => {
    expect(both('cmi.objectives.0.description', `{lang=en-GB}${'x'.repeat(250)}`)).toEqual(
      always('taken'),
    )
  })
})

describe('data types (RTE 4.1.1.7)', () => {
  const scaled = 'cmi.score.scaled'
  const comment = 'cmi.comments_from_learner.0.comment'
  const language = 'cmi.learner_preference.language'
  const id = 'cmi.interactions.0.id'
  const time = 'cmi.interactions.0.timestamp'
  const latency = 'cmi.interactions.0.latency'
  it.each([
    // real(10,7), with ranges from RTE 4.2
    [scaled, '-1', 'taken', 'taken'],
    [scaled, '1.0', 'taken', 'taken'],
    [scaled, '0.3333333333333333', 'taken', 'taken'],
    [scaled, '1.0000000000000002', 'taken', 'taken'],
    [scaled, '1.0000001', 'range', 'range'],
    [scaled, '-1.1', 'range', 'range'],
    [scaled, '', 'type', 'type'],
    [scaled, 'x', 'type', 'type'],
    ['cmi.objectives.0.score.scaled', '1.5', 'range', 'range'],
    ['cmi.progress_measure', '-0.1', 'range', 'range'],
    ['cmi.progress_measure', '1', 'taken', 'taken'],
    ['cmi.objectives.0.progress_measure', '2', 'range', 'range'],
    ['cmi.score.raw', '-123456789012.5', 'taken', 'taken'],
    ['cmi.learner_preference.audio_level', '0', 'taken', 'taken'],
    ['cmi.learner_preference.audio_level', '-1', 'range', 'range'],
    ['cmi.learner_preference.audio_level', '1000', 'taken', 'taken'],
    ['cmi.learner_preference.delivery_speed', '0.0', 'taken', 'taken'],
    ['cmi.interactions.0.weighting', '-7.25', 'taken', 'taken'],
    // localized_string_type
    [comment, 'Två\nrader', 'taken', 'taken'],
    [comment, '{lang=sv}Svårt', 'taken', 'taken'],
    [comment, '{not a language} but a text', 'taken', 'taken'],
    [comment, '{lang=}Svårt', 'type', 'type'],
    [comment, '{lang=s v}Svårt', 'type', 'type'],
    [comment, '{lang=toolongalanguage}x', 'type', 'type'],
    // language_type
    [language, '', 'taken', 'taken'],
    [language, 'sv', 'taken', 'taken'],
    [language, 'zh-Hant-TW', 'taken', 'taken'],
    [language, 'i-klingon', 'taken', 'taken'],
    [language, 'svenska språket', 'type', 'type'],
    // long_identifier_type: a URI (RFC 3986)
    [id, 'urn:ADL:interaction-id-0001', 'taken', 'taken'],
    [id, 'urn:ADL', 'taken', 'type'],
    [id, 'http://example.org/q?a=1#b', 'taken', 'taken'],
    [id, 'a%20b', 'taken', 'taken'],
    [id, 'fråga 1', 'taken', 'type'],
    [id, 'a%2', 'taken', 'type'],
    [id, '', 'type', 'type'],
    [id, ' \t ', 'type', 'type'],
    [id, 'two\nlines', 'type', 'type'],
    [id, 'x'.repeat(4000), 'taken', 'taken'],
    [id, 'x'.repeat(4001), 'size', 'size'],
    // time(second,10,0)
    [time, '2009', 'taken', 'taken'],
    [time, '2009-07', 'taken', 'taken'],
    [time, '2039-12-31', 'taken', 'taken'],
    [time, '9999-12-31T23:59:59', 'taken', 'taken'],
    [time, '2009-07-25T03:30:35.5+05', 'taken', 'taken'],
    [time, '2009-07-25T03:30:35.55-03:10', 'taken', 'taken'],
    [time, '2009-07-25T03:30:35.123Z', 'taken', 'type'],
    [time, '2009-07-25T03:30:35Z', 'taken', 'type'],
    [time, '2009-07-25T03:30:35+0200', 'taken', 'type'],
    [time, '2024-02-29', 'taken', 'taken'],
    [time, '2023-02-29', 'type', 'type'],
    [time, '2023-04-31T10', 'type', 'type'],
    [time, '2023-00-01', 'type', 'type'],
    [time, '2023-01-00', 'type', 'type'],
    [time, '1969', 'type', 'type'],
    [time, '2009-07-25 03:30', 'type', 'type'],
    [time, '2009-07-25T24:00', 'type', 'type'],
    [time, '', 'type', 'type'],
    // timeinterval(second,10,2)
    [latency, 'PT0S', 'taken', 'taken'],
    [latency, 'P1Y2M3DT4H5M6.78S', 'taken', 'taken'],
    [latency, 'PT005M', 'taken', 'taken'],
    [latency, 'PT1.123S', 'taken', 'type'],
    [latency, 'PT1.5H', 'taken', 'type'],
    [latency, 'P', 'type', 'type'],
    [latency, 'PT', 'type', 'type'],
    [latency, 'P1DT', 'type', 'type'],
    [latency, 'P1W', 'type', 'type'],
    [latency, '00:01:00', 'type', 'type'],
    [latency, '', 'type', 'type'],
    ['cmi.session_time', 'PT1H', 'taken', 'taken'],
  ])('%s may be %o: %s, and in the strict mode %s', (name, value, lenient, strict) => {
    expect(both(name, value)).toEqual([lenient, strict])
  })
})

describe('vocabularies (RTE 4.2, SN 5.6.4)', () => {
  it.each([
    ['cmi.completion_status', 'not attempted', 'taken'],
    ['cmi.completion_status', 'done', 'vocabulary'],
    ['cmi.completion_status', '', 'vocabulary'],
    ['cmi.success_status', 'passed', 'taken'],
    ['cmi.success_status', 'completed', 'vocabulary'],
    ['cmi.exit', '', 'taken'],
    ['cmi.exit', 'normal', 'taken'],
    ['cmi.exit', 'later', 'vocabulary'],
    ['cmi.learner_preference.audio_captioning', '-1', 'taken'],
    ['cmi.learner_preference.audio_captioning', '2', 'vocabulary'],
    ['cmi.interactions.0.type', 'other', 'taken'],
    ['cmi.interactions.0.type', 'true_false', 'vocabulary'],
    ['cmi.interactions.0.result', 'incorrect', 'taken'],
    ['cmi.interactions.0.result', '-12345.5', 'taken'],
    ['cmi.interactions.0.result', 'wrong', 'vocabulary'],
    ['adl.nav.request', '_none_', 'taken'],
    ['adl.nav.request', '{target=item 2}choice', 'taken'],
    ['adl.nav.request', '{target=a}jump', 'taken'],
    ['adl.nav.request', '{target=}choice', 'vocabulary'],
    ['adl.nav.request', 'choice', 'vocabulary'],
    ['adl.nav.request', 'continue', 'taken'],
    ['adl.nav.request', 'previous', 'taken'],
    ['adl.nav.request', 'exit', 'taken'],
    ['adl.nav.request', 'exitAll', 'taken'],
    ['adl.nav.request', 'abandon', 'taken'],
    ['adl.nav.request', 'abandonAll', 'taken'],
    ['adl.nav.request', 'suspendAll', 'taken'],
    ['adl.nav.request', 'home', 'vocabulary'],
    ['adl.nav.request', '', 'vocabulary'],
    ['adl.nav.request', 'start', 'vocabulary'],
    ['adl.nav.request', 'resumeAll', 'vocabulary'],
    ['adl.nav.request', '{target=a}exit', 'vocabulary'],
    ['adl.nav.request', 'EXIT', 'vocabulary'],
  ])('%s may be %o: %s', (name, value, expected) => {
    expect(both(name, value)).toEqual(always(expected))
  })
})

test('all that the standard’s grammar can say is taken, in both modes', () => {
  fc.assert(
    fc.property(settings2004, ({ name, value, before }) => {
      const held = (name: string) => new Map(before).get(name)
      for (const strict of [false, true]) {
        expect(refusalOf2004(name, value, { strict, held })).toBeUndefined()
      }
    }),
    { seed: 2004, numRuns: 5000 },
  )
})

test('nothing that content sends makes the rules throw, and strict takes nothing that lenient refuses', () => {
  const name = fc.oneof(
    settings2004.map(({ name }) => name),
    fc.string({ maxLength: 255 }),
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    settings2004.map(({ value }) => value),
  )
  const kinds = cmi2004Elements.find(({ name }) => name === 'cmi.interactions.n.type')!.words!
  fc.assert(
    fc.property(name, value, fc.option(fc.constantFrom(...kinds)), (name, value, type) => {
      const held = () => type ?? undefined
      const lenient = refusalOf2004(name, value, { strict: false, held })
      if (lenient) expect(refusalOf2004(name, value, { strict: true, held })).toBeDefined()
    }),
    { seed: 2004, numRuns: 4000 },
  )
})

test('a value of a mebibyte is judged at once, whatever it is', () => {
  const long = [...'a9.-[,{ \n'].map((unit) => unit.repeat(1_048_576))
  const names = [
    'cmi.interactions.0.learner_response',
    'cmi.interactions.0.id',
    'cmi.interactions.0.timestamp',
    'cmi.interactions.0.latency',
    'cmi.score.scaled',
    'cmi.comments_from_learner.0.comment',
    'adl.nav.request',
  ]
  for (const name of names) {
    for (const value of long) {
      const began = performance.now()
      refusalOf2004(name, value, { strict: true, held: () => 'matching' })
      expect(performance.now() - began).toBeLessThan(3000)
    }
  }
})
