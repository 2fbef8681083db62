import { beforeEach, describe, expect, test } from 'vitest'
import {
  fresh as fresh12,
  opened as opened12,
  resetPorts as resetPorts12,
} from '../../tests/fixtures/scorm12-item.ts'
import { fresh, opened, resetPorts } from '../../tests/fixtures/scorm2004-item.ts'
import { usualWords, type SeedSource } from '~/standards/scorm/cmi.ts'

// What content reads of its own verdicts is what the server holds by the rules of the module.

beforeEach(() => {
  resetPorts()
  resetPorts12()
})

const limited: SeedSource = { ...fresh, item: { ...fresh.item, completionThreshold: 0.5 } }
const free: SeedSource = { ...limited, rules: { ...usualWords, appliesLimits: false } }
const held = (elements: Record<string, string>) => ({ elements, totalSeconds: 0, isEnded: true })

describe('in SCORM 2004 the manifest’s limits', () => {
  test('override the words of content that tells a measure (RTE 4.2.4.1, 4.2.22.1)', () => {
    const api = opened(limited)
    api.SetValue('cmi.success_status', 'passed')
    api.SetValue('cmi.score.scaled', '0.7')
    expect(api.GetValue('cmi.success_status')).toBe('failed')
    api.SetValue('cmi.completion_status', 'incomplete')
    api.SetValue('cmi.progress_measure', '0.5')
    expect(api.GetValue('cmi.completion_status')).toBe('completed')
  })

  test('are left out where the module’s rules leave them out, and can be read still', () => {
    const api = opened(free)
    api.SetValue('cmi.score.scaled', '0.7')
    api.SetValue('cmi.progress_measure', '0.2')
    expect(api.GetValue('cmi.success_status')).toBe('unknown')
    expect(api.GetValue('cmi.completion_status')).toBe('unknown')
    api.SetValue('cmi.success_status', 'passed')
    api.SetValue('cmi.completion_status', 'completed')
    expect(api.GetValue('cmi.success_status')).toBe('passed')
    expect(api.GetValue('cmi.completion_status')).toBe('completed')
    expect(api.GetLastError()).toBe('0')
    expect(api.GetValue('cmi.scaled_passing_score')).toBe('0.8')
  })

  test('say nothing of a sitting in which content has not: the server’s verdict stands', () => {
    const state = held({ 'cmi.score.scaled': '0.4', 'cmi.success_status': 'passed' })
    const api = opened({ ...limited, state })
    expect(api.GetValue('cmi.success_status')).toBe('passed')
    api.SetValue('cmi.score.scaled', '0.5')
    expect(api.GetValue('cmi.success_status')).toBe('failed')
  })

  test('judge what was left in the middle, where the server has no word yet', () => {
    const api = opened({ ...limited, state: held({ 'cmi.score.scaled': '0.9' }) })
    expect(api.GetValue('cmi.success_status')).toBe('passed')
  })
})

describe('content of SCORM 1.2 that begins again in one sitting reads', () => {
  const statusAgain = (seed: SeedSource, status: string, raw: string) => {
    const api = opened12(seed)
    api.LMSSetValue('cmi.core.lesson_status', status)
    api.LMSSetValue('cmi.core.score.raw', raw)
    api.LMSFinish('')
    api.LMSInitialize('')
    return api.LMSGetValue('cmi.core.lesson_status')
  }
  const rules = (changes: Partial<typeof usualWords>): SeedSource => ({
    ...fresh12,
    rules: { ...usualWords, ...changes },
  })

  test('what the mastery score has made of its word (RTE 3.4.4, mastery_score)', () => {
    expect(statusAgain(fresh12, 'completed', '80')).toBe('passed')
    expect(statusAgain(fresh12, 'completed', '60')).toBe('failed')
  })

  test('its own word where the module’s rules leave the mastery score out', () => {
    expect(statusAgain(rules({ appliesLimits: false }), 'completed', '60')).toBe('completed')
  })

  test('that it has passed, unless the latest word counts', () => {
    const state = held({ 'cmi.core.lesson_status': 'passed' })
    expect(statusAgain({ ...fresh12, state }, 'failed', '10')).toBe('passed')
    const latest = { ...rules({ keepsStatus: false }), state }
    expect(statusAgain(latest, 'failed', '10')).toBe('failed')
  })
})
