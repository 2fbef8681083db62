import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmi12Elements, elementOf, mayBeSet } from './cmi12-elements.ts'
import {
  applyMastery,
  completionOf,
  judge12,
  scaledScoreOf,
  secondsOf,
  seedElements12,
  successOf,
  timespanOf,
} from './cmi12.ts'

describe('a lesson status', () => {
  it.each([
    ['passed', 'completed', 'passed'],
    ['completed', 'completed', 'unknown'],
    ['failed', 'incomplete', 'failed'],
    ['incomplete', 'incomplete', 'unknown'],
    ['browsed', 'incomplete', 'unknown'],
    ['not attempted', 'not attempted', 'unknown'],
    [undefined, 'not attempted', 'unknown'],
  ])('%s is %s and %s', (status, completion, success) => {
    expect(completionOf(status)).toBe(completion)
    expect(successOf(status)).toBe(success)
  })
})

describe('the scaled score', () => {
  const score = (raw?: string, min?: string, max?: string) =>
    scaledScoreOf({
      ...(raw !== undefined && { 'cmi.core.score.raw': raw }),
      ...(min !== undefined && { 'cmi.core.score.min': min }),
      ...(max !== undefined && { 'cmi.core.score.max': max }),
    })

  it('is of a hundred where content says nothing else', () => {
    expect(score('80')).toBe(0.8)
  })

  it('lies between min and max', () => {
    // 3 of 1..5 is halfway.
    expect(score('3', '1', '5')).toBe(0.5)
  })

  it('is unknown without a raw score, or where min and max leave no room', () => {
    expect([score(), score(''), score('bra'), score('5', '5', '5')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('is never below 0 or above 1', () => {
    const number = fc.integer({ min: -1_000, max: 1_000 }).map(String)
    fc.assert(
      fc.property(number, number, number, (raw, min, max) => {
        const scaled = score(raw, min, max)
        if (Number(max) <= Number(min)) expect(scaled).toBeNull()
        else expect(scaled! >= 0 && scaled! <= 1).toBe(true)
      }),
      { seed: 12 },
    )
  })

  it('grows with the raw score', () => {
    const percent = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(percent, percent, (a, b) => {
        expect(Math.sign(score(String(a))! - score(String(b))!)).toBe(Math.sign(a - b))
      }),
      { seed: 12 },
    )
  })
})

describe('a timespan', () => {
  it('reads hours, minutes, seconds and hundredths', () => {
    // 1 h + 2 min + 3.5 s = 3600 + 120 + 3.5
    expect(secondsOf('0001:02:03.50')).toBe(3723.5)
    expect(secondsOf('01:02:03')).toBe(3723)
    // As real content writes them.
    expect(secondsOf('1:02:03')).toBe(3723)
    expect(secondsOf('12345:00:00.125')).toBe(44_442_000.125)
    expect(secondsOf('00:00:0.5')).toBe(0.5)
  })

  it.each(['', '00:00', '1:2:3:4', '00:00:123', 'PT1H', '-01:00:00', undefined])(
    'is not %o',
    (text) => {
      expect(secondsOf(text)).toBeNull()
    },
  )

  it('is written with four digits of hours', () => {
    expect(timespanOf(3723.5)).toBe('0001:02:03.50')
    expect(timespanOf(0)).toBe('0000:00:00.00')
  })

  it('carries when hundredths round up', () => {
    expect(timespanOf(59.999)).toBe('0000:01:00.00')
  })

  it('ends at 9999 hours and begins at none', () => {
    expect(timespanOf(1e9)).toBe('9999:59:59.99')
    expect(timespanOf(-1)).toBe('0000:00:00.00')
  })

  it('comes back as it was, to the hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_999_999 }), (hundredths) => {
        expect(secondsOf(timespanOf(hundredths / 100))).toBeCloseTo(hundredths / 100, 6)
      }),
      { seed: 12, numRuns: 500 },
    )
  })
})

describe('the mastery score (RTE 3.4.4)', () => {
  const judged = (
    elements: { status?: string; raw?: string; exit?: string },
    {
      masteryScore = 80,
      finished = true,
    }: { masteryScore?: number | null; finished?: boolean } = {},
  ) =>
    applyMastery(
      {
        ...(elements.status !== undefined && { 'cmi.core.lesson_status': elements.status }),
        ...(elements.raw !== undefined && { 'cmi.core.score.raw': elements.raw }),
        ...(elements.exit !== undefined && { 'cmi.core.exit': elements.exit }),
      },
      { masteryScore, finished },
    )

  it('makes a completed item passed at the limit and failed below it', () => {
    expect(judged({ status: 'completed', raw: '80' })).toBe('passed')
    expect(judged({ status: 'completed', raw: '79.9' })).toBe('failed')
  })

  it('judges a finished item that content left incomplete', () => {
    expect(judged({ status: 'incomplete', raw: '90' })).toBe('passed')
    expect(judged({ raw: '10' })).toBe('failed')
  })

  it('does not judge who is still under way', () => {
    expect(judged({ status: 'incomplete', raw: '10' }, { finished: false })).toBe('incomplete')
    expect(judged({ status: 'incomplete', raw: '10', exit: 'suspend' })).toBe('incomplete')
  })

  it.each(['passed', 'failed', 'browsed'])('lets %s stand, as content said it', (status) => {
    expect(judged({ status, raw: '50' })).toBe(status)
  })

  it('says nothing without a limit or without a score', () => {
    expect(judged({ status: 'completed', raw: '50' }, { masteryScore: null })).toBe('completed')
    expect(judged({ status: 'completed' })).toBe('completed')
    expect(judged({ status: 'completed', raw: '' })).toBe('completed')
  })
})

describe('the elements', () => {
  it('are found by index', () => {
    expect(elementOf('cmi.interactions.12.objectives.0.id')?.name).toBe(
      'cmi.interactions.n.objectives.m.id',
    )
    expect(elementOf('cmi.core.lesson_mode')?.access).toBe('read-only')
    expect(elementOf('cmi.objectives.x.id')).toBeUndefined()
    expect(elementOf('cmi.core.constructor')).toBeUndefined()
  })

  it('may be set unless they are the host’s own or unknown', () => {
    expect(mayBeSet('cmi.suspend_data')).toBe(true)
    expect(mayBeSet('cmi.core.session_time')).toBe(true)
    expect(mayBeSet('cmi.core.student_id')).toBe(false)
    expect(mayBeSet('cmi.interactions._count')).toBe(false)
    expect(mayBeSet('cmi.score.scaled')).toBe(false)
  })

  it('have each their own name', () => {
    expect(new Set(cmi12Elements.map((element) => element.name)).size).toBe(cmi12Elements.length)
  })
})

describe('what a launch begins with', () => {
  const learner = { id: 'p-3f9a', name: 'Deltagare' }
  const plain = {
    masteryScore: null,
    scaledPassingScore: null,
    completionThreshold: null,
    maxTimeAllowed: null,
    timeLimitAction: null,
    dataFromLms: null,
    objectives: [],
  }
  const item = {
    ...plain,
    masteryScore: 80,
    maxTimeAllowed: '0001:00:00',
    timeLimitAction: 'continue,message',
    dataFromLms: 'del=2',
  }

  it('is a beginning the first time', () => {
    expect(seedElements12({ item: plain, state: null, learner })).toEqual({
      'cmi.core.student_id': 'p-3f9a',
      'cmi.core.student_name': 'Deltagare',
      'cmi.core.lesson_location': '',
      'cmi.core.lesson_status': 'not attempted',
      'cmi.core.credit': 'credit',
      'cmi.core.lesson_mode': 'normal',
      'cmi.core.entry': 'ab-initio',
      'cmi.core.total_time': '0000:00:00.00',
      'cmi.suspend_data': '',
      'cmi.launch_data': '',
      'cmi.student_data.mastery_score': '',
      'cmi.student_data.max_time_allowed': '',
      'cmi.student_data.time_limit_action': '',
    })
  })

  it('carries what the manifest says of the item', () => {
    expect(seedElements12({ item, state: null, learner })).toMatchObject({
      'cmi.launch_data': 'del=2',
      'cmi.student_data.mastery_score': '80',
      'cmi.student_data.max_time_allowed': '0001:00:00',
      'cmi.student_data.time_limit_action': 'continue,message',
    })
  })

  it('goes on where the learner was, without what belonged to the last session', () => {
    const elements = {
      'cmi.core.lesson_location': '3',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '40',
      'cmi.suspend_data': '{"seen":[1]}',
      'cmi.interactions.0.id': 'q1',
      'cmi.core.exit': 'suspend',
      'cmi.core.session_time': '0000:10:00.00',
    }
    const seeds = seedElements12({
      item: plain,
      state: { elements, totalSeconds: 600, isEnded: true },
      learner,
    })
    expect(seeds).toMatchObject({
      'cmi.core.entry': 'resume',
      'cmi.core.lesson_location': '3',
      'cmi.core.score.raw': '40',
      'cmi.suspend_data': '{"seen":[1]}',
      'cmi.interactions.0.id': 'q1',
      'cmi.core.total_time': '0000:10:00.00',
    })
    expect(seeds).not.toHaveProperty('cmi.core.exit')
    expect(seeds).not.toHaveProperty('cmi.core.session_time')
  })

  it.each([
    ['suspend', true, 'resume'],
    [undefined, true, ''],
    ['', true, ''],
    ['logout', true, ''],
    ['time-out', true, ''],
    [undefined, false, 'resume'],
    ['', false, 'resume'],
  ])('after the exit %o, ended: %o, has the entry %o', (exit, isEnded, entry) => {
    const elements = {
      'cmi.core.lesson_status': 'incomplete',
      ...(exit !== undefined && { 'cmi.core.exit': exit }),
    }
    const seeds = seedElements12({
      item: plain,
      state: { elements, totalSeconds: 1, isEnded },
      learner,
    })
    expect(seeds['cmi.core.entry']).toBe(entry)
  })

  it('never lets stored data speak for the host', () => {
    const elements = {
      'cmi.core.student_id': 'somebody',
      'cmi.core.credit': 'no-credit',
      other: 'x',
    }
    const seeds = seedElements12({
      item: plain,
      state: { elements, totalSeconds: 0, isEnded: true },
      learner,
    })
    expect(seeds).toMatchObject({ 'cmi.core.student_id': 'p-3f9a', 'cmi.core.credit': 'credit' })
    expect(seeds).not.toHaveProperty('other')
  })
})

describe('where passed is not completed', () => {
  const facts = {
    masteryScore: 70,
    scaledPassingScore: null,
    completionThreshold: null,
    completionSetByContent: false,
    objectiveSetByContent: false,
    tracked: true,
  }
  const judged = (elements: Record<string, string>) =>
    judge12(facts, elements, { finished: true, passedCompletes: false })

  it('leaves an item that content calls passed to be completed', () => {
    expect(judged({ 'cmi.core.lesson_status': 'passed' })).toMatchObject({
      completion: 'incomplete',
      success: 'passed',
    })
  })

  it('keeps the word "completed" of content that our mastery score has passed', () => {
    const said = { 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '80' }
    expect(judged(said)).toMatchObject({ completion: 'completed', success: 'passed', settled: {} })
  })

  it('still completes what ends without a word', () => {
    expect(judged({})).toMatchObject({
      completion: 'completed',
      settled: { 'cmi.core.lesson_status': 'completed' },
    })
  })
})
