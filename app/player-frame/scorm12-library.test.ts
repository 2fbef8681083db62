import { beforeEach, describe, expect, test } from 'vitest'
import {
  asked,
  fresh,
  made,
  opened,
  ports,
  resetPorts,
  told,
} from '../../tests/fixtures/scorm12-item.ts'

beforeEach(resetPorts)

// Where the library departs from SCORM 1.2, and what we make of it.

describe('keywords (RTE 3.3.4)', () => {
  test('are not to be set (error 402)', () => {
    const api = opened()
    for (const element of [
      'cmi._version',
      'cmi.core._children',
      'cmi.objectives._count',
      'cmi.interactions.0.objectives._count',
      'cmi.core._count',
    ]) {
      expect([element, ...told(api, element, 'x')]).toEqual([element, 'false', '402'])
    }
    expect(ports.changed).not.toHaveBeenCalled()
  })

  test('of what has none are told as such (errors 202 and 203)', () => {
    const api = opened()
    expect(asked(api, 'cmi.core.lesson_status._children')).toEqual(['', '202'])
    expect(asked(api, 'cmi.core._count')).toEqual(['', '203'])
    expect(asked(api, 'cmi.core.score._count')).toEqual(['', '203'])
    expect(asked(api, 'cmi.core._version')).toEqual(['', '401'])
    expect(asked(api, 'cmi.core.score._children')).toEqual(['raw,min,max', '0'])
    expect(asked(api, 'cmi._version')).toEqual(['3.4', '0'])
  })
})

describe('write-only elements (RTE 3.3.4, error 404)', () => {
  test.each([
    ['cmi.core.exit', 'suspend'],
    ['cmi.core.session_time', '00:01:00'],
    ['cmi.interactions.0.id', 'q1'],
    ['cmi.interactions.0.time', '10:00:00'],
    ['cmi.interactions.0.type', 'choice'],
    ['cmi.interactions.0.weighting', '500'],
    ['cmi.interactions.0.student_response', 'two\nlines'],
    ['cmi.interactions.0.result', '-5'],
    ['cmi.interactions.0.latency', '1:02:03.125'],
    ['cmi.interactions.0.objectives.0.id', 'mål 1'],
    ['cmi.interactions.0.correct_responses.0.pattern', 'two\nlines'],
  ])('%s is not read, whether it has been set or not', (element, value) => {
    const api = opened()
    expect(asked(api, element)).toEqual(['', '404'])
    expect(told(api, element, value)).toEqual(['true', '0'])
    expect(asked(api, element)).toEqual(['', '404'])
    const elements = { [element]: value }
    const later = opened({ ...fresh, state: { elements, totalSeconds: 0, isEnded: false } })
    expect(asked(later, element)).toEqual(['', '404'])
    if (element.includes('interactions')) {
      expect(asked(later, 'cmi.interactions._count')).toEqual(['1', '0'])
    }
  })
})

describe('entries of collections (RTE 3.3.4, error 201)', () => {
  test('come one after the other, under one name each', () => {
    const api = opened()
    expect(told(api, 'cmi.objectives.1.id', 'o')).toEqual(['false', '201'])
    expect(asked(api, 'cmi.objectives.0.id')).toEqual(['', '201'])
    expect(told(api, 'cmi.objectives.0.id', 'a')).toEqual(['true', '0'])
    expect(told(api, 'cmi.objectives.1.id', 'b')).toEqual(['true', '0'])
    expect(told(api, 'cmi.objectives.01.id', 'c')).toEqual(['false', '201'])
    expect(asked(api, 'cmi.objectives.01.id')).toEqual(['', '201'])
    expect(asked(api, 'cmi.objectives.1.id')).toEqual(['b', '0'])
    expect(asked(api, 'cmi.objectives._count')).toEqual(['2', '0'])
  })

  test('are not there when what would begin them is refused', () => {
    const api = opened()
    expect(told(api, 'cmi.objectives.0.status', 'done')).toEqual(['false', '405'])
    expect(told(api, 'cmi.interactions.0.type', 'guess')).toEqual(['false', '405'])
    expect(asked(api, 'cmi.objectives._count')).toEqual(['0', '0'])
    expect(asked(api, 'cmi.interactions._count')).toEqual(['0', '0'])
  })
})

describe('what the runtime would wrongly refuse (RTE 3.4.4)', () => {
  test.each([
    ['cmi.core.score.raw', '83.333333333333343'],
    ['cmi.core.score.raw', ''],
    ['cmi.core.score.raw', '150'],
    ['cmi.core.score.max', ''],
    ['cmi.core.score.max', '12345678901'],
    ['cmi.core.score.min', '-10'],
    ['cmi.core.lesson_location', 'sida '.repeat(200)],
    ['cmi.comments', 'Många ord. '.repeat(1000)],
    ['cmi.student_preference.language', 'svenska'.repeat(50)],
    ['cmi.student_preference.audio', '+50'],
    ['cmi.objectives.0.id', 'mål 1'],
    ['cmi.objectives.0.score.raw', '1000'],
  ])('%s may be %o, now and at the next launch', (element, value) => {
    const api = opened()
    expect(told(api, element, value)).toEqual(['true', '0'])
    expect(asked(api, element)).toEqual([value, '0'])
    expect(ports.changed.mock.lastCall!.slice(1)).toEqual([element, value])
    const elements = { [element]: value }
    const later = opened({ ...fresh, state: { elements, totalSeconds: 0, isEnded: true } })
    expect(asked(later, element)).toEqual([value, '0'])
  })

  test.each([
    ['student_response', 'two\nlines'],
    ['weighting', '-1000'],
    ['result', '12345.5'],
    ['latency', '00:00:01.2345'],
    ['time', '9:05:03'],
  ])('cmi.interactions.0.%s may be %o', (last, value) => {
    expect(told(opened(), `cmi.interactions.0.${last}`, value)).toEqual(['true', '0'])
  })
})

describe('what the runtime would wrongly take', () => {
  test.each([
    ['cmi.core.session_time', '1:2:3:4'],
    ['cmi.core.score.raw', '-'],
    ['cmi.core.score.raw', '.'],
    ['cmi.interactions.0.weighting', '-'],
    ['cmi.interactions.0.result', '.'],
  ])('%s may not be %o (error 405)', (element, value) => {
    expect(told(opened(), element, value)).toEqual(['false', '405'])
  })
})

describe('a package’s strict mode', () => {
  test.each([
    ['cmi.core.score.raw', '150'],
    ['cmi.suspend_data', 'x'.repeat(4097)],
    ['cmi.core.lesson_location', 'x'.repeat(256)],
    ['cmi.objectives.0.id', 'mål 1'],
    ['cmi.core.exit', 'normal'],
  ])('refuses for %s what the standard does not have (error 405)', (element, value) => {
    expect(told(opened({ ...fresh, isStrict: true }), element, value)).toEqual(['false', '405'])
    expect(told(opened(), element, value)).toEqual(['true', '0'])
  })

  test('knows how an answer is written by the type of its interaction', () => {
    const api = opened({ ...fresh, isStrict: true })
    expect(told(api, 'cmi.interactions.0.type', 'true-false')).toEqual(['true', '0'])
    expect(told(api, 'cmi.interactions.0.student_response', 'yes')).toEqual(['false', '405'])
    expect(told(api, 'cmi.interactions.0.student_response', 't')).toEqual(['true', '0'])
  })
})

test('an item begins with nothing of the one before (RTE 3.4.4)', () => {
  const api = opened()
  for (const [element, value] of Object.entries({
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '90',
    'cmi.core.score.max': '150',
    'cmi.core.lesson_location': 'x'.repeat(300),
    'cmi.core.session_time': '01:00:00',
    'cmi.core.exit': 'suspend',
    'cmi.suspend_data': 'mine',
    'cmi.comments': 'mine',
    'cmi.objectives.0.id': 'o',
    'cmi.interactions.0.id': 'q',
    'cmi.student_preference.audio': '50',
    'cmi.student_preference.language': 'sv',
  })) {
    expect(told(api, element, value)).toEqual(['true', '0'])
  }
  expect(api.LMSFinish('')).toBe('true')
  const bare = { ...fresh.item, masteryScore: null, dataFromLms: null }
  const next = opened({ ...fresh, item: bare })
  for (const element of [
    'cmi.core.score.raw',
    'cmi.core.lesson_location',
    'cmi.suspend_data',
    'cmi.comments',
    'cmi.launch_data',
    'cmi.student_data.mastery_score',
    'cmi.student_preference.language',
  ]) {
    expect([element, ...asked(next, element)]).toEqual([element, '', '0'])
  }
  expect(asked(next, 'cmi.core.lesson_status')).toEqual(['not attempted', '0'])
  expect(asked(next, 'cmi.core.entry')).toEqual(['ab-initio', '0'])
  expect(asked(next, 'cmi.core.total_time')[0]).toMatch(/^0+:00:00/)
  expect(asked(next, 'cmi.objectives._count')).toEqual(['0', '0'])
  expect(asked(next, 'cmi.interactions._count')).toEqual(['0', '0'])
})

test('what the seeds meet is no error of content’s (RTE 3.3.4)', () => {
  const elements = { 'cmi.objectives.7.id': 'no others', 'cmi.core.score.raw': '150' }
  const api = made({ ...fresh, state: { elements, totalSeconds: 0, isEnded: true } })
  expect(api.LMSGetLastError()).toBe('0')
  expect(api.LMSInitialize('')).toBe('true')
  expect(asked(api, 'cmi.core.score.raw')).toEqual(['150', '0'])
})
