import { beforeEach, describe, expect, test } from 'vitest'
import {
  asked,
  fresh,
  made,
  opened,
  plain,
  ports,
  resetPorts,
  told,
} from '../../tests/fixtures/scorm2004-item.ts'

beforeEach(resetPorts)

describe('the API', () => {
  test('answers from what the launch was seeded with (RTE 4.2)', () => {
    const api = opened()
    expect(asked(api, 'cmi.learner_id')).toEqual(['a1b2c3', '0'])
    expect(asked(api, 'cmi.entry')).toEqual(['ab-initio', '0'])
    expect(asked(api, 'cmi.mode')).toEqual(['normal', '0'])
    expect(asked(api, 'cmi.credit')).toEqual(['credit', '0'])
    expect(asked(api, 'cmi.launch_data')).toEqual(['level=2', '0'])
    expect(asked(api, 'cmi.scaled_passing_score')).toEqual(['0.8', '0'])
    expect(asked(api, 'cmi.total_time')).toEqual(['PT0S', '0'])
    expect(api.version).toBe('1.0')
  })

  test('has the manifest’s objectives, so that content finds them by their ids (RTE 4.2.17)', () => {
    const api = opened()
    expect(api.GetValue('cmi.objectives._count')).toBe('2')
    expect(api.GetValue('cmi.objectives.1.id')).toBe('obj_playing')
    expect(told(api, 'cmi.objectives.1.score.scaled', 0.5)).toEqual(['true', '0'])
    expect(told(api, 'cmi.objectives.1.progress_measure', '0.25')).toEqual(['true', '0'])
    expect(told(api, 'cmi.objectives.1.id', 'another')).toEqual(['false', '351'])
  })

  test('says that what nobody has set is not initialized (RTE 3.1.7, error 403)', () => {
    const api = opened()
    for (const element of ['cmi.location', 'cmi.suspend_data', 'cmi.completion_threshold']) {
      expect(asked(api, element)).toEqual(['', '403'])
    }
    expect(asked(api, 'cmi.completion_status')).toEqual(['unknown', '0'])
    expect(asked(api, 'cmi.success_status')).toEqual(['unknown', '0'])
    const bare = opened({ ...plain, item: { ...plain.item, dataFromLms: null } })
    for (const element of ['cmi.launch_data', 'cmi.max_time_allowed', 'cmi.scaled_passing_score']) {
      expect(asked(bare, element)).toEqual(['', '403'])
    }
  })

  test('gives back what an earlier launch had set, interactions and all', () => {
    const elements = {
      'cmi.location': '7',
      'cmi.completion_status': 'incomplete',
      'cmi.exit': 'suspend',
      'cmi.suspend_data': 'x'.repeat(200_000),
      'cmi.comments_from_learner.0.comment': 'Två\nrader',
      'cmi.learner_preference.language': '',
      'cmi.objectives.1.score.scaled': '0.5',
      'cmi.objectives.10.id': 'o10',
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [`cmi.objectives.${index + 2}.id`, `o${index}`]),
      ),
      'cmi.interactions.0.correct_responses.0.pattern': 'a[,]b',
      'cmi.interactions.0.id': 'q1',
      'cmi.interactions.0.learner_response': 'a[,]b',
      'cmi.interactions.0.objectives.0.id': 'obj_playing',
      'cmi.interactions.0.type': 'choice',
    }
    const api = opened({ ...fresh, state: { elements, totalSeconds: 3723.5, isEnded: true } })
    expect(api.GetValue('cmi.entry')).toBe('resume')
    expect(api.GetValue('cmi.suspend_data')).toHaveLength(200_000)
    expect(api.GetValue('cmi.total_time')).toBe('PT1H2M3.5S')
    expect(api.GetValue('cmi.objectives._count')).toBe('11')
    expect(api.GetValue('cmi.interactions.0.objectives._count')).toBe('1')
    const session = ['cmi.exit', 'cmi.suspend_data']
    for (const [name, value] of Object.entries(elements)) {
      if (!session.includes(name)) expect([name, ...asked(api, name)]).toEqual([name, value, '0'])
    }
  })

  test('notes each change as it is made, as text, under the session', () => {
    const api = opened()
    const session = ports.began.mock.calls[0]![0]
    expect(api.SetValue('cmi.location', 3)).toBe('true')
    expect(ports.changed).toHaveBeenCalledWith(session, 'cmi.location', '3')
  })

  test('notes nothing that the standard refuses (RTE 3.1.7)', () => {
    const api = opened()
    expect(told(api, 'cmi.completion_status', 'done')).toEqual(['false', '406'])
    expect(told(api, 'cmi.score.scaled', '1.5')).toEqual(['false', '407'])
    expect(told(api, 'cmi.learner_name', 'X')).toEqual(['false', '404'])
    expect(told(api, 'cmi.interactions.0.type', 'choice')).toEqual(['false', '408'])
    expect(told(api, 'cmi.objectives.7.id', 'o')).toEqual(['false', '351'])
    expect(told(api, 'adl.data.0.store', 'x')).toEqual(['false', '351'])
    expect(asked(api, 'adl.data.0.store')).toEqual(['', '301'])
    expect(asked(api, 'cmi.exit')).toEqual(['', '405'])
    expect(ports.changed).not.toHaveBeenCalled()
  })

  test('judges by the passing score what content reads, also while it plays (RTE 4.2.22.1)', () => {
    const api = opened()
    api.SetValue('cmi.success_status', 'passed')
    api.SetValue('cmi.score.scaled', '0.5')
    expect(asked(api, 'cmi.success_status')).toEqual(['failed', '0'])
  })

  test('can be called by functions that know nothing of the object', () => {
    const { Initialize, GetValue, Terminate } = made()
    expect(Initialize('')).toBe('true')
    expect(GetValue('cmi.learner_id')).toBe('a1b2c3')
    expect(Terminate('')).toBe('true')
  })
})

describe('outside a session (RTE 3.1.7)', () => {
  const everything = (api: ReturnType<typeof made>) => [
    asked(api, 'cmi.location'),
    told(api, 'cmi.location', '1'),
    told(api, 'cmi.suspend_data', 'x'),
    [api.Commit(''), api.GetLastError()],
    [api.Terminate(''), api.GetLastError()],
  ]

  test('nothing is answered or taken before it has begun', () => {
    expect(everything(made())).toEqual([
      ['', '122'],
      ['false', '132'],
      ['false', '132'],
      ['false', '142'],
      ['false', '112'],
    ])
  })

  test('nothing after its end, so nothing can be answered "true" and be lost', () => {
    const api = opened()
    expect(api.Terminate('')).toBe('true')
    ports.changed.mockClear()
    expect(everything(api)).toEqual([
      ['', '123'],
      ['false', '133'],
      ['false', '133'],
      ['false', '143'],
      ['false', '113'],
    ])
    expect(ports.changed).not.toHaveBeenCalled()
    expect([api.Initialize(''), api.GetLastError()]).toEqual(['false', '104'])
  })

  test('it begins once', () => {
    const api = opened()
    expect([api.Initialize(''), api.GetLastError()]).toEqual(['false', '103'])
    expect(ports.began).toHaveBeenCalledTimes(1)
  })

  test('its functions want an empty parameter (error 201)', () => {
    const api = opened()
    expect([api.Commit('now'), api.GetLastError()]).toEqual(['false', '201'])
    expect([api.Terminate('now'), api.GetLastError()]).toEqual(['false', '201'])
    expect(ports.commit).not.toHaveBeenCalled()
    expect(api.Terminate('')).toBe('true')
  })
})

describe('the guard in front of the runtime (RTE 3.1.7, error 401)', () => {
  test.each([
    'cmi',
    'cmi.score',
    'cmi.objectives',
    'cmi.objectives.0',
    'adl',
    'adl.nav',
    'toString',
  ])('refuses to set the branch %j, and all data is there afterwards', (branch) => {
    const api = opened()
    api.SetValue('cmi.location', '5')
    expect(told(api, branch, 'x')).toEqual(['false', '401'])
    expect(api.GetErrorString('401')).not.toBe('')
    expect(api.GetDiagnostic('')).not.toBe('')
    expect(asked(api, 'cmi.location')).toEqual(['5', '0'])
    expect(asked(api, 'cmi.objectives._count')).toEqual(['2', '0'])
    expect(api.Terminate('')).toBe('true')
  })

  test('answers a branch with nothing, never with an object', () => {
    const api = opened()
    for (const branch of ['cmi', 'cmi.score', 'cmi.objectives', 'adl.nav.request_valid']) {
      expect(asked(api, branch)).toEqual(['', '401'])
    }
  })

  test('answers nothing to no name and to a misplaced keyword (errors 301 and 351)', () => {
    const api = opened()
    expect(asked(api, '')).toEqual(['', '301'])
    expect(asked(api, 'cmi.location._count')).toEqual(['', '301'])
    expect(asked(api, 'cmi.score._version')).toEqual(['', '301'])
    expect(told(api, '', 'x')).toEqual(['false', '351'])
  })
})

describe('Commit and Terminate', () => {
  test('are true only when what was set is safe (errors 391 and 111)', () => {
    const api = opened()
    ports.commit.mockReturnValue(false)
    expect([api.Commit(''), api.GetLastError()]).toEqual(['false', '391'])
    ports.commit.mockReturnValue(true)
    expect([api.Commit(''), api.GetLastError()]).toEqual(['true', '0'])
    ports.finished.mockReturnValue(false)
    expect([api.Terminate(''), api.GetLastError()]).toEqual(['false', '111'])
  })
})

describe('where content wants to go (SN 5.6)', () => {
  const requestAtEnd = (set: Record<string, string>) => {
    const api = opened(plain)
    for (const [name, value] of Object.entries(set)) expect(api.SetValue(name, value)).toBe('true')
    expect(api.Terminate('')).toBe('true')
    return ports.finished.mock.lastCall![1]
  }

  test('is told when it ends', () => {
    expect(requestAtEnd({})).toBe('_none_')
    expect(requestAtEnd({ 'adl.nav.request': 'continue' })).toBe('continue')
    expect(requestAtEnd({ 'adl.nav.request': '{target=item_2}choice' })).toBe(
      '{target=item_2}choice',
    )
  })

  test('is out, when it has ended by the clock or by a sign-out (RTE 4.2.8)', () => {
    expect(requestAtEnd({ 'cmi.exit': 'logout' })).toBe('exitAll')
    expect(requestAtEnd({ 'cmi.exit': 'time-out', 'adl.nav.request': 'continue' })).toBe('continue')
  })

  test('can be set, read and taken back', () => {
    const api = opened()
    expect(asked(api, 'adl.nav.request')).toEqual(['_none_', '0'])
    expect(told(api, 'adl.nav.request', 'exitAll')).toEqual(['true', '0'])
    expect(asked(api, 'adl.nav.request')).toEqual(['exitAll', '0'])
    expect(told(api, 'adl.nav.request', 'home')).toEqual(['false', '406'])
    expect(told(api, 'adl.nav.request', '_none_')).toEqual(['true', '0'])
    expect(asked(api, 'adl.nav.request')).toEqual(['_none_', '0'])
  })

  test('is answered beforehand, by the items that there are', () => {
    const api = opened()
    expect(asked(api, 'adl.nav.request_valid.continue')).toEqual(['true', '0'])
    expect(asked(api, 'adl.nav.request_valid.previous')).toEqual(['false', '0'])
    expect(asked(api, 'adl.nav.request_valid.choice.{target=item_2}')).toEqual(['true', '0'])
    expect(asked(api, 'adl.nav.request_valid.jump.{target=item_3}')).toEqual(['false', '0'])
    expect(told(api, 'adl.nav.request_valid.continue', 'true')).toEqual(['false', '404'])
  })

  test('and no answer comes with the error of the call before', () => {
    const api = opened()
    expect(asked(api, 'cmi.location')).toEqual(['', '403'])
    expect(asked(api, 'cmi.completion_status')).toEqual(['unknown', '0'])
    expect(asked(api, 'adl.nav.request_valid.continue')).toEqual(['true', '0'])
  })
})
