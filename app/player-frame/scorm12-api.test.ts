import { beforeEach, describe, expect, test } from 'vitest'
import { fresh, made, opened, ports, resetPorts } from '../../tests/fixtures/scorm12-item.ts'

beforeEach(resetPorts)

describe('the API', () => {
  test('answers from what the launch was seeded with (RTE 3.4.4)', () => {
    const api = opened()
    expect(api.LMSGetValue('cmi.core.student_id')).toBe('a1b2c3')
    expect(api.LMSGetValue('cmi.core.entry')).toBe('ab-initio')
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('not attempted')
    expect(api.LMSGetValue('cmi.core.credit')).toBe('credit')
    expect(api.LMSGetValue('cmi.launch_data')).toBe('level=2')
    expect(api.LMSGetValue('cmi.student_data.mastery_score')).toBe('70')
    expect(api.LMSGetLastError()).toBe('0')
  })

  test('gives back what an earlier launch had set, interactions and all', () => {
    const elements = {
      'cmi.core.lesson_location': '7',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.exit': 'suspend',
      'cmi.suspend_data': 'x'.repeat(200_000),
      'cmi.objectives.10.id': 'o10',
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [`cmi.objectives.${index}.id`, `o${index}`]),
      ),
      'cmi.interactions.0.id': 'q1',
      'cmi.interactions.0.student_response': 'a',
    }
    const api = opened({ ...fresh, state: { elements, totalSeconds: 3723.5, isEnded: true } })
    expect(api.LMSGetValue('cmi.core.entry')).toBe('resume')
    expect(api.LMSGetValue('cmi.core.lesson_location')).toBe('7')
    expect(api.LMSGetValue('cmi.suspend_data')).toHaveLength(200_000)
    expect(api.LMSGetValue('cmi.objectives._count')).toBe('11')
    expect(api.LMSGetValue('cmi.objectives.10.id')).toBe('o10')
    expect(api.LMSGetValue('cmi.interactions._count')).toBe('1')
    expect(api.LMSGetValue('cmi.core.total_time')).toMatch(/^0*1:02:03/)
  })

  test('notes each change as it is made, as text, under the session', () => {
    const api = opened()
    const session = ports.began.mock.calls[0]![0]
    expect(api.LMSSetValue('cmi.core.lesson_location', 3)).toBe('true')
    expect(ports.changed).toHaveBeenCalledWith(session, 'cmi.core.lesson_location', '3')
  })

  test('notes nothing that the standard refuses', () => {
    const api = opened()
    expect(api.LMSSetValue('cmi.core.lesson_status', 'done')).toBe('false')
    expect(api.LMSGetLastError()).toBe('405')
    expect(api.LMSSetValue('cmi.core.student_name', 'X')).toBe('false')
    expect(api.LMSGetLastError()).toBe('403')
    expect(api.LMSSetValue('cmi.core._children', 'X')).toBe('false')
    expect(api.LMSGetLastError()).toBe('402')
    expect(ports.changed).not.toHaveBeenCalled()
  })

  test('can be called by functions that know nothing of the object', () => {
    const { LMSInitialize, LMSGetValue, LMSFinish } = made()
    expect(LMSInitialize('')).toBe('true')
    expect(LMSGetValue('cmi.core.student_id')).toBe('a1b2c3')
    expect(LMSFinish('')).toBe('true')
  })
})

describe('the guard in front of the runtime (RTE 3.3.4, error 401)', () => {
  test.each([
    'cmi',
    'cmi.core',
    'cmi.core.score',
    'cmi.objectives',
    'cmi.interactions',
    '',
    'toString',
  ])('refuses to set the branch %j, and all data is there afterwards', (branch) => {
    const api = opened()
    api.LMSSetValue('cmi.core.lesson_location', '5')
    expect(api.LMSSetValue(branch, 'x')).toBe('false')
    expect(api.LMSGetLastError()).toBe('401')
    expect(api.LMSGetErrorString('401')).not.toBe('')
    expect(api.LMSGetValue('cmi.core.lesson_location')).toBe('5')
    expect(api.LMSGetLastError()).toBe('0')
    expect(api.LMSFinish('')).toBe('true')
  })

  test('answers a branch with nothing, never with an object', () => {
    const api = opened()
    expect(api.LMSGetValue('cmi.core')).toBe('')
    expect(api.LMSGetLastError()).toBe('401')
  })

  test('takes null and undefined for nothing, as content that forgot a value means them', () => {
    const api = opened()
    expect(api.LMSSetValue('cmi.core.lesson_location', undefined)).toBe('true')
    expect(ports.changed.mock.lastCall![2]).toBe('')
  })
})

describe('suspend data', () => {
  test('of 1 MiB is kept whole, and more is refused rather than cut', () => {
    const api = opened()
    const whole = 'å'.repeat(1_048_576)
    expect(api.LMSSetValue('cmi.suspend_data', whole)).toBe('true')
    expect(api.LMSGetValue('cmi.suspend_data')).toBe(whole)
    expect(ports.changed.mock.lastCall![2]).toBe(whole)
    expect(api.LMSSetValue('cmi.suspend_data', `${whole}!`)).toBe('false')
    expect(api.LMSGetLastError()).toBe('405')
    expect(api.LMSGetValue('cmi.suspend_data')).toBe(whole)
  })

  test('cannot be set before the session has begun', () => {
    const api = made()
    expect(api.LMSSetValue('cmi.suspend_data', 'x')).toBe('false')
    expect(api.LMSGetLastError()).toBe('301')
    expect(api.LMSGetValue('cmi.suspend_data')).toBe('')
    expect(ports.changed).not.toHaveBeenCalled()
  })
})

describe('LMSCommit and LMSFinish', () => {
  test('are true only when what was set is safe', () => {
    const api = opened()
    ports.commit.mockReturnValue(false)
    expect(api.LMSCommit('')).toBe('false')
    expect(api.LMSGetLastError()).toBe('101')
    ports.commit.mockReturnValue(true)
    expect(api.LMSCommit('')).toBe('true')
    ports.finished.mockReturnValue(false)
    expect(api.LMSFinish('')).toBe('false')
  })

  test('nothing is taken after the end, so nothing can be answered "true" and be lost', () => {
    const api = opened()
    api.LMSFinish('')
    ports.changed.mockClear()
    expect(api.LMSSetValue('cmi.core.lesson_location', '9')).toBe('false')
    expect(api.LMSGetLastError()).toBe('301')
    expect(ports.changed).not.toHaveBeenCalled()
    expect(api.LMSFinish('')).toBe('false')
  })

  test('want an empty parameter (RTE 3.3.2)', () => {
    const api = opened()
    expect(api.LMSCommit('now')).toBe('false')
    expect(ports.commit).not.toHaveBeenCalled()
  })
})

describe('content that begins again after its end', () => {
  test('gets a session of its own that knows what the one before had set', () => {
    const api = opened()
    api.LMSSetValue('cmi.core.lesson_location', '4')
    api.LMSSetValue('cmi.core.session_time', '00:01:00')
    api.LMSSetValue('cmi.core.exit', 'suspend')
    api.LMSFinish('')
    expect(api.LMSInitialize('')).toBe('true')
    expect(api.LMSGetValue('cmi.core.lesson_location')).toBe('4')
    expect(api.LMSGetValue('cmi.core.entry')).toBe('resume')
    expect(api.LMSGetValue('cmi.core.total_time')).toMatch(/:01:00/)
    const [one, two] = ports.began.mock.calls.map(([session]) => session)
    expect(one).not.toBe(two)
  })

  test('may do so also when it had set nothing', () => {
    const api = opened()
    api.LMSFinish('')
    expect(api.LMSInitialize('')).toBe('true')
    expect(api.LMSSetValue('cmi.core.lesson_location', '1')).toBe('true')
  })

  test('beginning twice without an end is refused', () => {
    const api = opened()
    expect(api.LMSInitialize('')).toBe('false')
    expect(api.LMSGetLastError()).toBe('101')
  })
})
