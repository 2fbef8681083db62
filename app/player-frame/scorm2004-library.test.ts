import { beforeEach, describe, expect, test } from 'vitest'
import {
  asked,
  fresh,
  opened,
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
