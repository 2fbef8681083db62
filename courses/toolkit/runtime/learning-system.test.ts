import { describe, expect, test } from 'vitest'
import { findLearningSystem } from './learning-system.ts'
import type { Outcome } from './outcome.ts'

/** A learning system that keeps what it is told. */
function systemOf(prefix: '' | 'LMS', kept: Record<string, string> = {}) {
  const calls: string[] = []
  const call =
    (name: string, answer: (...words: string[]) => string) =>
    (...words: string[]) => {
      calls.push([name, ...words].join(' ').trim())
      return answer(...words)
    }
  const api = {
    [`${prefix}Initialize`]: call('Initialize', () => 'true'),
    [`${prefix}GetValue`]: (element: string) => kept[element] ?? '',
    [`${prefix}SetValue`]: call('Set', (element = '', value = '') => {
      kept[element] = value
      return 'true'
    }),
    [`${prefix}Commit`]: call('Commit', () => 'true'),
    [prefix === '' ? 'Terminate' : 'LMSFinish']: call('End', () => 'true'),
  }
  return { api, calls, kept }
}

/** A window within others, the outermost last. */
function windows(...apis: object[]): Window {
  const views: Record<string, unknown>[] = apis.map((api) => ({ ...api }))
  for (const [index, view] of views.entries()) view.parent = views[index + 1] ?? view
  return views[0] as unknown as Window
}

const halfway: Outcome = { completion: 'incomplete', success: 'unknown', score: null }

test('it is found some frames up, and from the window that opened the module', () => {
  const { api } = systemOf('LMS')
  expect(findLearningSystem(windows({}, {}, { API: api }), '1.2')).toBeDefined()
  const opener = windows({}, { API_1484_11: systemOf('').api })
  expect(findLearningSystem(windows({ opener }), '2004')).toBeDefined()
  expect(findLearningSystem(windows({}, { API: api }), '2004')).toBeUndefined()
})

test('a window of another origin, and a system that says no, are no system', () => {
  const foreign = {
    get API(): never {
      throw new Error('SecurityError')
    },
  }
  const view = windows({})
  Object.assign(view, { parent: foreign })
  Object.defineProperty(foreign, 'parent', { value: foreign })
  expect(findLearningSystem(view, '1.2')).toBeUndefined()
  const closed = { LMSInitialize: () => 'false' }
  expect(findLearningSystem(windows({ API: closed }), '1.2')).toBeUndefined()
})

describe.each(['1.2', '2004'] as const)('with SCORM %s', (edition) => {
  const prefix = edition === '1.2' ? 'LMS' : ''
  const name = edition === '1.2' ? 'API' : 'API_1484_11'
  const opened = (kept?: Record<string, string>) => {
    const { api, ...rest } = systemOf(prefix, kept)
    return { system: findLearningSystem(windows({ [name]: api }), edition)!, ...rest }
  }
  const place = edition === '1.2' ? 'cmi.core.' : 'cmi.'
  const status = edition === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status'

  test('place, memory and outcome are told and saved at once', () => {
    const { system, kept, calls } = opened()
    system.save('sida-2', '{"v":1}', halfway)
    expect(kept[edition === '1.2' ? 'cmi.core.lesson_location' : 'cmi.location']).toBe('sida-2')
    expect(kept['cmi.suspend_data']).toBe('{"v":1}')
    expect(kept[status]).toBe('incomplete')
    expect(calls.at(-1)).toBe('Commit')
  })

  test('what has not changed is not told again', () => {
    const { system, calls } = opened()
    system.save('a', '1', halfway)
    const before = calls.filter((call) => call.startsWith('Set')).length
    system.save('b', '1', halfway)
    expect(calls.filter((call) => call.startsWith('Set'))).toHaveLength(before + 1)
  })

  test('the session ends so that it is gone on with, once', () => {
    const { system, kept, calls } = opened()
    system.end(3_725)
    system.end(4_000)
    expect(kept[`${place}exit`]).toBe('suspend')
    expect(kept[`${place}session_time`]).toBe(edition === '1.2' ? '0001:02:05' : 'PT1H2M5S')
    expect(calls.filter((call) => call === 'End')).toHaveLength(1)
    system.save('late', '', halfway)
    expect(calls.at(-1)).not.toContain('late')
  })

  test('the time so far is told when the page may not come back', () => {
    const { system, kept, calls } = opened()
    system.pause(65)
    expect(kept[`${place}session_time`]).toBe(edition === '1.2' ? '0000:01:05' : 'PT0H1M5S')
    expect(calls.at(-1)).toBe('Commit')
    system.end(70)
    expect(kept[`${place}session_time`]).toBe(edition === '1.2' ? '0000:01:10' : 'PT0H1M10S')
  })

  test('answers go on from those of earlier sessions', () => {
    const { system, kept } = opened({ 'cmi.interactions._count': '3' })
    const question = { id: 'f1', type: 'single', right: 'a' } as const
    const answer = { question, text: 'Vad?', response: 'a', at: new Date(0), seconds: 1 }
    system.record(answer)
    system.record(answer)
    expect(kept['cmi.interactions.3.id']).toBe('f1')
    expect(kept['cmi.interactions.4.id']).toBe('f1')
  })

  test('completed stays completed where the memory of it is lost', () => {
    const { system, kept } = opened({ [status]: 'completed' })
    system.save('a', '', halfway)
    expect(kept[status]).toBe('completed')
  })

  test('passed stays passed with its score', () => {
    const word = edition === '1.2' ? 'cmi.core.lesson_status' : 'cmi.success_status'
    const { system, kept } = opened({ [word]: 'passed', [`${place}score.raw`]: '90' })
    system.save('a', '', { completion: 'incomplete', success: 'failed', score: 40 })
    expect(kept[word]).toBe('passed')
    expect(kept[`${place}score.raw`]).toBe('90')
  })
})
