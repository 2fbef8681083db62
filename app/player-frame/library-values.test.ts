import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { settings12, settings2004, type Setting } from '../../tests/fixtures/scorm-values.ts'
import * as item12 from '../../tests/fixtures/scorm12-item.ts'
import * as item2004 from '../../tests/fixtures/scorm2004-item.ts'
import { elementOf as elementOf12 } from '~/standards/scorm/cmi12-elements.ts'
import { elementOf as elementOf2004 } from '~/standards/scorm/cmi2004-elements.ts'
import { refusalOf12 } from '~/standards/scorm/cmi12-refusal.ts'
import { refusalOf2004 } from '~/standards/scorm/cmi2004-refusal.ts'

// The library judges values itself, and otherwise than the standards. What content is answered, what the
// server keeps and what the next launch gives back must be one.

beforeEach(() => {
  item12.resetPorts()
  item2004.resetPorts()
})

/** Values of the grammars, and any other text: a fourth of them. */
const wild = (settings: fc.Arbitrary<Setting>) =>
  fc
    .tuple(settings, fc.string({ unit: 'binary' }), fc.nat({ max: 3 }))
    .map(([setting, text, chance]) => (chance === 0 ? { ...setting, value: text } : setting))

const isRead = (name: string) => {
  const access = (elementOf12(name) ?? elementOf2004(name))?.access
  return access !== 'write-only' && name !== 'adl.nav.request'
}

const state = (setting: Setting) => ({
  state: {
    elements: Object.fromEntries([...setting.before, [setting.name, setting.value]]),
    totalSeconds: 60,
    isEnded: false,
  },
})

describe('SCORM 1.2', () => {
  const told = (setting: Setting) => {
    const api = item12.opened()
    for (const [name, value] of setting.before) expect(api.LMSSetValue(name, value)).toBe('true')
    const answer = api.LMSSetValue(setting.name, setting.value)
    return { api, answer, error: api.LMSGetLastError() }
  }

  test('content may set all that the standard has it set, and reads it back (RTE 3.4.4)', () => {
    fc.assert(
      fc.property(settings12, (setting) => {
        const { api, answer, error } = told(setting)
        expect([answer, error]).toEqual(['true', '0'])
        const { name, value } = setting
        if (isRead(name)) expect(item12.asked(api, name)).toEqual([value, '0'])
      }),
      { seed: 12, numRuns: 500 },
    )
  })

  test('content is answered what the server will do', () => {
    fc.assert(
      fc.property(wild(settings12), (setting) => {
        const held = (name: string) => new Map(setting.before).get(name)
        const refusal = refusalOf12(setting.name, setting.value, { strict: false, held })
        expect(told(setting).answer).toBe(String(!refusal))
      }),
      { seed: 12, numRuns: 500 },
    )
  })

  test('what the server keeps the next launch gives back', () => {
    fc.assert(
      fc.property(wild(settings12), (setting) => {
        const { name, value } = setting
        if (refusalOf12(name, value, { strict: false }) || !isRead(name)) return
        const api = item12.opened({ ...item12.fresh, ...state(setting) })
        expect(item12.asked(api, name)).toEqual([value, '0'])
      }),
      { seed: 12, numRuns: 500 },
    )
  })
})

describe('SCORM 2004', () => {
  const told = (setting: Setting) => {
    const api = item2004.opened(item2004.plain)
    for (const [name, value] of setting.before) expect(api.SetValue(name, value)).toBe('true')
    const answer = api.SetValue(setting.name, setting.value)
    return { api, answer, error: api.GetLastError() }
  }

  test('content may set all that the standard has it set, and reads it back (RTE 4.2)', () => {
    fc.assert(
      fc.property(settings2004, (setting) => {
        const { api, answer, error } = told(setting)
        expect([answer, error]).toEqual(['true', '0'])
        const { name, value } = setting
        if (isRead(name)) expect(item2004.asked(api, name)).toEqual([value, '0'])
      }),
      { seed: 2004, numRuns: 800 },
    )
  })

  test('content is answered what the server will do', () => {
    fc.assert(
      fc.property(wild(settings2004), (setting) => {
        const held = (name: string) => new Map(setting.before).get(name)
        const refusal = refusalOf2004(setting.name, setting.value, { strict: false, held })
        expect(told(setting).answer).toBe(String(!refusal))
      }),
      { seed: 2004, numRuns: 800 },
    )
  })

  test('what the server keeps the next launch gives back', () => {
    fc.assert(
      fc.property(wild(settings2004), (setting) => {
        const { name, value } = setting
        const held = (name: string) => new Map(setting.before).get(name)
        if (refusalOf2004(name, value, { strict: false, held }) || !isRead(name)) return
        const api = item2004.opened({ ...item2004.plain, ...state(setting) })
        expect(item2004.asked(api, name)).toEqual([value, '0'])
      }),
      { seed: 2004, numRuns: 800 },
    )
  })
})
