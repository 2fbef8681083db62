import { beforeEach, describe, expect, test } from 'vitest'
import {
  asked,
  fresh,
  opened,
  plain,
  ports,
  resetPorts,
  told,
} from '../../tests/fixtures/scorm2004-item.ts'

beforeEach(resetPorts)

// Where the library departs from the standard, and what we make of it.

describe('what the runtime would wrongly answer', () => {
  test('says that an entry beyond the last is not there (RTE 3.1.7.5, error 301)', () => {
    const api = opened()
    for (const element of [
      'cmi.objectives.2.id',
      'cmi.objectives.9.score.scaled',
      'cmi.interactions.0.id',
      'cmi.interactions.0.objectives._count',
      'cmi.interactions.0.correct_responses.0.pattern',
      'cmi.comments_from_learner.0.comment',
      'cmi.comments_from_lms.0.comment',
    ]) {
      expect([element, ...asked(api, element)]).toEqual([element, '', '301'])
    }
    api.SetValue('cmi.interactions.0.id', 'q1')
    api.SetValue('cmi.interactions.0.type', 'choice')
    expect(asked(api, 'cmi.interactions.0.objectives._count')).toEqual(['0', '0'])
    expect(asked(api, 'cmi.interactions.0.objectives.0.id')).toEqual(['', '301'])
    // There, and not set.
    expect(asked(api, 'cmi.interactions.0.latency')).toEqual(['', '403'])
    expect(asked(api, 'cmi.objectives.1.score.scaled')).toEqual(['', '403'])
  })

  test('gives back content’s own word while there is nothing to judge by, as the server does', () => {
    const item = { ...fresh.item, completionThreshold: 0.9 }
    const api = opened({ ...fresh, item })
    api.SetValue('cmi.completion_status', 'completed')
    api.SetValue('cmi.success_status', 'passed')
    const both = () => [asked(api, 'cmi.completion_status'), asked(api, 'cmi.success_status')]
    const words = (completion: string, success: string) => [
      [completion, '0'],
      [success, '0'],
    ]
    expect(both()).toEqual(words('completed', 'passed'))
    api.SetValue('cmi.progress_measure', '0.5')
    api.SetValue('cmi.score.scaled', '0.5')
    expect(both()).toEqual(words('incomplete', 'failed'))
    const elements = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' }
    const later = opened({ ...fresh, item, state: { elements, totalSeconds: 1, isEnded: true } })
    expect(asked(later, 'cmi.completion_status')).toEqual(['completed', '0'])
    expect(asked(later, 'cmi.success_status')).toEqual(['passed', '0'])
  })
})

describe('what the runtime would wrongly refuse', () => {
  test.each(['cmi.location', 'cmi.learner_preference.language'])(
    '%s may be set to nothing (RTE 4.2.14, 4.2.13)',
    (element) => {
      const api = opened()
      expect(told(api, element, '')).toEqual(['true', '0'])
      expect(ports.changed.mock.lastCall!.slice(1)).toEqual([element, ''])
      expect(asked(api, element)).toEqual(['', '0'])
      expect(told(api, element, 'sv')).toEqual(['true', '0'])
      expect(asked(api, element)).toEqual(['sv', '0'])
    },
  )

  test('a comment may be about no place, and have several lines (RTE 4.2.2)', () => {
    const api = opened()
    expect(told(api, 'cmi.comments_from_learner.0.comment', 'En\nrad till')).toEqual(['true', '0'])
    expect(told(api, 'cmi.comments_from_learner.0.location', '')).toEqual(['true', '0'])
    expect(api.GetValue('cmi.comments_from_learner.0.comment')).toBe('En\nrad till')
    expect(told(api, 'cmi.comments_from_learner.5.location', '')).toEqual(['false', '351'])
    expect(api.GetValue('cmi.comments_from_learner._count')).toBe('1')
  })

  test('an answer in words may have several lines (RTE 4.2.9), and still has to fit its type', () => {
    const api = opened()
    api.SetValue('cmi.interactions.0.id', 'q1')
    api.SetValue('cmi.interactions.0.type', 'long-fill-in')
    const answer = 'Först lyssnar jag.\r\nSedan frågar jag.'
    expect(told(api, 'cmi.interactions.0.learner_response', answer)).toEqual(['true', '0'])
    expect(api.GetValue('cmi.interactions.0.learner_response')).toBe(answer)
    api.SetValue('cmi.interactions.1.id', 'q2')
    api.SetValue('cmi.interactions.1.type', 'true-false')
    expect(told(api, 'cmi.interactions.1.learner_response', 'kanske')).toEqual(['false', '406'])
  })

  test.each(['0', '0.0'])('the delivery speed may be %s (RTE 4.2.13)', (speed) => {
    const api = opened()
    expect(told(api, 'cmi.learner_preference.delivery_speed', speed)).toEqual(['true', '0'])
    expect(asked(api, 'cmi.learner_preference.delivery_speed')).toEqual([speed, '0'])
    expect(told(api, 'cmi.learner_preference.delivery_speed', '-1')).toEqual(['false', '407'])
    expect(told(api, 'cmi.learner_preference.delivery_speed', '1.5')).toEqual(['true', '0'])
    expect(asked(api, 'cmi.learner_preference.delivery_speed')).toEqual(['1.5', '0'])
  })

  test.each([
    ['cmi.location', 'sida '.repeat(300)],
    ['cmi.score.raw', '12345678901.5'],
    ['cmi.score.raw', '0.33333333333333333333'],
    ['cmi.score.scaled', '1.0000000000000002'],
    ['cmi.learner_preference.audio_level', '1000'],
    ['cmi.learner_preference.language', 'zh-Hant-TW-x-mine'],
    ['cmi.comments_from_learner.0.comment', '{smile} hej'],
    ['cmi.comments_from_learner.0.location', 'x'.repeat(300)],
    ['cmi.comments_from_learner.0.timestamp', '2039-07-25T03:00:00'],
    ['cmi.comments_from_learner.0.timestamp', '2009-07-25T03:30:35.5+05'],
    ['cmi.comments_from_learner.0.timestamp', '2009-07-25T03:00:00Z'],
  ])('%s may be %o, now and at the next launch', (element, value) => {
    const api = opened(plain)
    expect(told(api, element, value)).toEqual(['true', '0'])
    expect(asked(api, element)).toEqual([value, '0'])
    const elements = { [element]: value }
    const later = opened({ ...plain, state: { elements, totalSeconds: 0, isEnded: true } })
    expect(asked(later, element)).toEqual([value, '0'])
  })

  test('a score a hair above its range is judged as the end of it (RTE 4.1.1.7, real(10,7))', () => {
    const api = opened()
    expect(told(api, 'cmi.score.scaled', '1.0000000000000002')).toEqual(['true', '0'])
    expect(asked(api, 'cmi.success_status')).toEqual(['passed', '0'])
  })

  test.each(['PT1.123S', 'PT0.5H', 'PT1.5M'])('a session may have been %s', (time) => {
    expect(told(opened(), 'cmi.session_time', time)).toEqual(['true', '0'])
  })

  test('a question may be asked in the place of another, as an objective may not (RTE 4.2.9, 4.2.17)', () => {
    const api = opened()
    expect(told(api, 'cmi.interactions.0.id', 'q1')).toEqual(['true', '0'])
    expect(told(api, 'cmi.interactions.0.id', 'q1')).toEqual(['true', '0'])
    expect(told(api, 'cmi.interactions.0.id', 'q2')).toEqual(['true', '0'])
    expect(asked(api, 'cmi.interactions.0.id')).toEqual(['q2', '0'])
    expect(told(api, 'cmi.interactions.0.type', 'choice')).toEqual(['true', '0'])
    expect(told(api, 'cmi.objectives.0.id', 'another')).toEqual(['false', '351'])
    expect(asked(api, 'cmi.interactions._count')).toEqual(['1', '0'])
  })

  test('what is nothing elsewhere is refused still', () => {
    const api = opened()
    expect(told(api, 'cmi.score.scaled', '')).toEqual(['false', '406'])
    expect(told(api, 'cmi.completion_status', '')).toEqual(['false', '406'])
  })
})

describe('suspend data', () => {
  test('of 1 MiB is kept whole, and more is refused rather than cut', () => {
    const api = opened()
    const whole = 'å'.repeat(1_048_576)
    expect(api.SetValue('cmi.suspend_data', whole)).toBe('true')
    expect(api.GetValue('cmi.suspend_data') === whole).toBe(true)
    expect(ports.changed.mock.lastCall![2] === whole).toBe(true)
    expect(told(api, 'cmi.suspend_data', `${whole}!`)).toEqual(['false', '406'])
    expect(api.GetValue('cmi.suspend_data') === whole).toBe(true)
  })
})

describe('answers and what is right (RTE 4.2.9)', () => {
  const asking = (type: string) => {
    const api = opened(plain)
    expect(told(api, 'cmi.interactions.0.id', 'q1')).toEqual(['true', '0'])
    expect(told(api, 'cmi.interactions.0.type', type)).toEqual(['true', '0'])
    return api
  }
  const pattern = (index = 0) => `cmi.interactions.0.correct_responses.${index}.pattern`
  const answer = 'cmi.interactions.0.learner_response'

  test.each([
    ['choice', answer, ''],
    ['choice', answer, 'Första svaret[,]Det andra'],
    ['choice', answer, Array.from({ length: 40 }, (_, index) => index).join('[,]')],
    ['fill-in', answer, '{i} två\nrader'],
    ['fill-in', answer, 'x'.repeat(300)],
    ['fill-in', pattern(), '{order_matters=false}{case_matters=true}{lang=sv}röd, grön'],
    ['fill-in', pattern(), '{lang=zh-Hant-TW-x-mine}a'],
    ['long-fill-in', answer, 'x'.repeat(5000)],
    ['long-fill-in', pattern(), '{case_matters=false}{lang=sv}Ett\nsvar'],
    ['matching', answer, ''],
    ['matching', answer, 'å 1[.]ä 2[,]b[.]c'],
    ['matching', pattern(), 'x.1[.]y.2'],
    ['performance', pattern(), '{order_matters=false}[.]drick kaffe[,]steg_2[.]1[:]2'],
    ['performance', answer, 'steg[.]'],
    ['sequencing', answer, ''],
    ['sequencing', pattern(), 'a[,]a'],
    ['likert', answer, 'håller med'],
    ['numeric', answer, '12345678901'],
    ['numeric', pattern(), '[:]10'],
    ['numeric', pattern(), '12345678901[:]'],
    ['other', answer, 'x'.repeat(5000)],
  ])('of %s: %s may be %o, now and at the next launch', (type, element, value) => {
    const api = asking(type)
    expect(told(api, element, value)).toEqual(['true', '0'])
    expect(asked(api, element)).toEqual([value, '0'])
    const elements = {
      'cmi.interactions.0.id': 'q1',
      'cmi.interactions.0.type': type,
      [element]: value,
    }
    const later = opened({ ...plain, state: { elements, totalSeconds: 0, isEnded: true } })
    expect(asked(later, element)).toEqual([value, '0'])
  })

  test.each([
    ['choice', answer, 'a[,]a'],
    ['choice', answer, 'a[,]'],
    ['fill-in', answer, '{lang=}a'],
    ['fill-in', pattern(), '{order_matters=false}{case_matters=perhaps}a'],
    ['fill-in', pattern(), '{case_matters=true}{case_matters=false}a'],
    ['long-fill-in', pattern(), '{lang=}a'],
    ['matching', answer, 'a[.]b[.]c'],
    ['matching', answer, 'a[.]'],
    ['performance', pattern(), 'steg[.]3[:]2'],
    ['performance', answer, '[.]'],
    ['sequencing', answer, 'a[,]'],
    ['numeric', answer, '1[:]2'],
    ['numeric', pattern(), '3[:]2'],
    ['numeric', pattern(), '1[:]2[:]3'],
  ])('of %s: %s may not be %o (error 406), and leaves nothing', (type, element, value) => {
    const api = asking(type)
    expect(told(api, element, value)).toEqual(['false', '406'])
    expect(asked(api, 'cmi.interactions.0.correct_responses._count')).toEqual(['0', '0'])
  })

  test('several patterns may be more than the runtime takes', () => {
    const api = asking('choice')
    expect(told(api, pattern(0), 'ett\tsvar')).toEqual(['true', '0'])
    const many = Array.from({ length: 40 }, (_, index) => index).join('[,]')
    expect(told(api, pattern(1), many)).toEqual(['true', '0'])
    expect(told(api, pattern(2), `${many}[,]x`)).toEqual(['true', '0'])
    expect(asked(api, pattern(1))).toEqual([many, '0'])
    expect(asked(api, 'cmi.interactions.0.correct_responses._count')).toEqual(['3', '0'])
  })

  test('no two patterns of a choice are alike, and each may be set again (error 351)', () => {
    const api = asking('choice')
    expect(told(api, pattern(0), 'a')).toEqual(['true', '0'])
    expect(told(api, pattern(0), 'a')).toEqual(['true', '0'])
    expect(told(api, pattern(1), 'a')).toEqual(['false', '351'])
    expect(told(api, pattern(1), 'b')).toEqual(['true', '0'])
    expect(told(api, pattern(1), 'a')).toEqual(['false', '351'])
    expect(asked(api, pattern(1))).toEqual(['b', '0'])
  })

  test('of true-false there is one pattern, which may be set again (errors 351)', () => {
    const api = asking('true-false')
    expect(told(api, pattern(0), 'true')).toEqual(['true', '0'])
    expect(told(api, pattern(0), 'false')).toEqual(['true', '0'])
    expect(told(api, pattern(0), 'false')).toEqual(['true', '0'])
    expect(told(api, pattern(1), 'false')).toEqual(['false', '351'])
  })
})

describe('entries of collections (RTE 3.1.7.6)', () => {
  const counts = (api: ReturnType<typeof opened>) =>
    ['objectives', 'interactions'].map((name) => api.GetValue(`cmi.${name}._count`))

  test('begin with their id (error 408), and what is refused leaves none', () => {
    const api = opened(plain)
    for (const [element, value] of [
      ['cmi.interactions.0.type', 'choice'],
      ['cmi.interactions.0.result', 'correct'],
      ['cmi.interactions.0.objectives.0.id', 'o'],
      ['cmi.interactions.0.correct_responses.0.pattern', 'a'],
      ['cmi.objectives.0.score.scaled', '1'],
      ['cmi.objectives.0.description', 'ett'],
    ] as const) {
      expect([element, ...told(api, element, value)]).toEqual([element, 'false', '408'])
    }
    expect(told(api, 'cmi.objectives.0.id', ' ')).toEqual(['false', '406'])
    expect(counts(api)).toEqual(['0', '0'])
  })

  test('come one after the other, under one name each (errors 351 and 301)', () => {
    const api = opened(plain)
    expect(told(api, 'cmi.objectives.1.id', 'o')).toEqual(['false', '351'])
    expect(told(api, 'cmi.objectives.0.id', 'a')).toEqual(['true', '0'])
    expect(told(api, 'cmi.objectives.1.id', 'b')).toEqual(['true', '0'])
    expect(told(api, 'cmi.objectives.01.success_status', 'passed')).toEqual(['false', '351'])
    expect(asked(api, 'cmi.objectives.01.id')).toEqual(['', '301'])
    expect(counts(api)).toEqual(['2', '0'])
  })

  test('of objectives have ids of their own (error 351), and what is refused leaves none', () => {
    const api = opened()
    expect(told(api, 'cmi.objectives.2.id', 'PRIMARYOBJ')).toEqual(['false', '351'])
    expect(asked(api, 'cmi.objectives._count')).toEqual(['2', '0'])
    expect(told(api, 'cmi.objectives.1.id', 'obj_playing')).toEqual(['true', '0'])
    api.SetValue('cmi.interactions.0.id', 'q1')
    expect(told(api, 'cmi.interactions.0.objectives.0.id', 'a')).toEqual(['true', '0'])
    expect(told(api, 'cmi.interactions.0.objectives.1.id', 'a')).toEqual(['false', '351'])
    expect(asked(api, 'cmi.interactions.0.objectives._count')).toEqual(['1', '0'])
  })
})

describe('what the runtime would wrongly take', () => {
  test.each([
    ['cmi.session_time', 'P'],
    ['cmi.session_time', 'P1W'],
    ['cmi.session_time', 'P1,5D'],
    ['cmi.comments_from_learner.0.timestamp', '2023-02-31'],
    ['cmi.comments_from_learner.0.timestamp', '2023-02-01T10:00:00.5|02'],
  ])('%s may not be %o (error 406)', (element, value) => {
    expect(told(opened(), element, value)).toEqual(['false', '406'])
  })
})

describe('a package’s strict mode', () => {
  test.each([
    ['cmi.suspend_data', 'x'.repeat(64_001)],
    ['cmi.location', 'x'.repeat(1001)],
    ['cmi.objectives.0.id', 'mål 1'],
    ['cmi.session_time', 'PT1.123S'],
  ])('refuses for %s what the standard does not have (error 406)', (element, value) => {
    expect(told(opened({ ...plain, isStrict: true }), element, value)).toEqual(['false', '406'])
    expect(told(opened(plain), element, value)).toEqual(['true', '0'])
  })
})

test('an item begins with nothing of the one before (RTE 4.2)', () => {
  const item = { ...fresh.item, maxTimeAllowed: 'PT1H', completionThreshold: 0.5 }
  const api = opened({ ...fresh, item })
  for (const [element, value] of Object.entries({
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'passed',
    'cmi.score.scaled': '1',
    'cmi.progress_measure': '1',
    'cmi.location': 'x'.repeat(2000),
    'cmi.suspend_data': 'mine',
    'cmi.exit': 'suspend',
    'cmi.session_time': 'PT1H',
    'cmi.learner_preference.audio_level': '0.25',
    'cmi.comments_from_learner.0.comment': 'mine',
    'cmi.interactions.0.id': 'q',
    'adl.nav.request': 'continue',
  })) {
    expect(told(api, element, value)).toEqual(['true', '0'])
  }
  expect(api.Terminate('')).toBe('true')
  const next = opened({ ...plain, item: { ...plain.item, dataFromLms: null } })
  for (const element of [
    'cmi.score.scaled',
    'cmi.progress_measure',
    'cmi.location',
    'cmi.suspend_data',
    'cmi.launch_data',
    'cmi.max_time_allowed',
    'cmi.completion_threshold',
    'cmi.scaled_passing_score',
  ]) {
    expect([element, ...asked(next, element)]).toEqual([element, '', '403'])
  }
  expect(asked(next, 'cmi.completion_status')).toEqual(['unknown', '0'])
  expect(asked(next, 'cmi.success_status')).toEqual(['unknown', '0'])
  expect(asked(next, 'cmi.total_time')).toEqual(['PT0S', '0'])
  expect(asked(next, 'cmi.entry')).toEqual(['ab-initio', '0'])
  expect(asked(next, 'cmi.learner_preference.audio_level')).toEqual(['1', '0'])
  expect(asked(next, 'adl.nav.request')).toEqual(['_none_', '0'])
  for (const collection of ['comments_from_learner', 'interactions', 'objectives']) {
    expect(asked(next, `cmi.${collection}._count`)).toEqual(['0', '0'])
  }
})
