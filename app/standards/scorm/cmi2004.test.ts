import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmi2004Elements, elementOf, mayBeSet } from './cmi2004-elements.ts'
import {
  completionOf,
  durationOf,
  judge2004,
  objectiveIdsOf,
  scaledScoreOf,
  secondsOf,
  seedElements2004,
  successOf,
} from './cmi2004.ts'
import type { ScoFacts } from './cmi.ts'
import type { ActivitySequencing, SequencingObjective } from './sequencing.ts'

describe('completion (RTE 4.2.4)', () => {
  it.each([
    ['completed', 'completed'],
    ['incomplete', 'incomplete'],
    ['not attempted', 'not attempted'],
    ['unknown', 'not attempted'],
    [undefined, 'not attempted'],
  ])('%s is %s', (status, completion) => {
    const said = { ...(status !== undefined && { 'cmi.completion_status': status }) }
    expect(completionOf(said)).toBe(completion)
  })

  it('is decided by the threshold, where content tells its progress (RTE 4.2.4.1)', () => {
    const said = (status: string, measure: string) =>
      completionOf({ 'cmi.completion_status': status, 'cmi.progress_measure': measure }, 0.8)
    expect(said('incomplete', '0.8')).toBe('completed')
    expect(said('completed', '0.79')).toBe('incomplete')
  })

  it('is as content said where the threshold or the progress is missing', () => {
    const said = { 'cmi.completion_status': 'completed' }
    expect(completionOf(said, 0.8)).toBe('completed')
    expect(completionOf({ ...said, 'cmi.progress_measure': '0.1' })).toBe('completed')
  })
})

describe('success (RTE 4.2.22)', () => {
  it('is decided by the passing score, where content tells a scaled score (RTE 4.2.22.1)', () => {
    const said = (status: string, score: string) =>
      successOf({ 'cmi.success_status': status, 'cmi.score.scaled': score }, 0.7)
    expect(said('failed', '0.7')).toBe('passed')
    expect(said('passed', '0.69')).toBe('failed')
    expect(said('passed', '-0.2')).toBe('failed')
  })

  it('is as content said otherwise', () => {
    expect(successOf({ 'cmi.success_status': 'passed' }, 0.7)).toBe('passed')
    expect(successOf({ 'cmi.success_status': 'failed', 'cmi.score.scaled': '0.9' })).toBe('failed')
    expect(successOf({ 'cmi.success_status': 'unknown' })).toBe('unknown')
    expect(successOf({})).toBe('unknown')
  })
})

describe('the scaled score', () => {
  it('is what content says, from 0', () => {
    expect(scaledScoreOf({ 'cmi.score.scaled': '0.85', 'cmi.score.raw': '3' })).toBe(0.85)
    expect(scaledScoreOf({ 'cmi.score.scaled': '-0.5' })).toBe(0)
  })

  it('is the raw score between min and max, where content tells all three', () => {
    const three = { 'cmi.score.raw': '3', 'cmi.score.min': '1', 'cmi.score.max': '5' }
    // 3 of 1..5 is halfway.
    expect(scaledScoreOf(three)).toBe(0.5)
    expect(scaledScoreOf({ 'cmi.score.raw': '3', 'cmi.score.max': '5' })).toBeNull()
    expect(scaledScoreOf({})).toBeNull()
  })

  it('is nothing where numbers go beyond what can be counted with', () => {
    const many = '9'.repeat(400)
    expect(scaledScoreOf({ 'cmi.score.scaled': many })).toBeNull()
    const held = '9'.repeat(308)
    const apart = { 'cmi.score.raw': held, 'cmi.score.min': `-${held}`, 'cmi.score.max': held }
    expect(scaledScoreOf(apart)).toBeNull()
  })
})

describe('the verdict on a SCO', () => {
  const plain: ScoFacts = {
    masteryScore: null,
    scaledPassingScore: null,
    completionThreshold: null,
    completionSetByContent: false,
    objectiveSetByContent: false,
    tracked: true,
  }
  const judged = (
    elements: Record<string, string>,
    facts: Partial<ScoFacts> = {},
    { finished = true, told = Object.keys(elements) } = {},
  ) => judge2004({ ...plain, ...facts }, elements, { finished, told })

  it('completes and passes content that ends without a word of it (SN, UP.4)', () => {
    const { completion, success, settled } = judged({ 'cmi.session_time': 'PT1M' })
    expect([completion, success]).toEqual(['completed', 'passed'])
    expect(settled).toEqual({
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
    })
  })

  it('passes content that says only that it is completed, or that success is unknown', () => {
    const completed = { 'cmi.completion_status': 'completed' }
    expect(judged(completed).success).toBe('passed')
    expect(judged({ ...completed, 'cmi.success_status': 'unknown' }).success).toBe('passed')
  })

  it.each([
    ['it is still under way', {}, {}, false],
    ['it asks to be resumed', { 'cmi.exit': 'suspend' }, {}, true],
    ['it is not completed', { 'cmi.completion_status': 'incomplete' }, {}, true],
    ['it says failed', { 'cmi.success_status': 'failed' }, {}, true],
    ['it tells a score', { 'cmi.score.scaled': '0.1' }, {}, true],
    ['it tells a raw score', { 'cmi.score.raw': '7' }, {}, true],
    ['it has promised to say so itself', {}, { objectiveSetByContent: true }, true],
    ['a passing score waits for its score', {}, { scaledPassingScore: 0.8 }, true],
    ['it is not tracked', {}, { tracked: false }, true],
  ])('does not pass it for its silence when %s', (_, elements, facts, finished) => {
    const completed = { 'cmi.completion_status': 'completed', ...elements }
    expect(judged(completed, facts, { finished }).success).not.toBe('passed')
  })

  it.each([
    ['it is still under way', {}, {}, false],
    ['it asks to be resumed', { 'cmi.exit': 'suspend' }, {}, true],
    ['it leaves with everything suspended', { 'adl.nav.request': 'suspendAll' }, {}, true],
    ['it says incomplete', { 'cmi.completion_status': 'incomplete' }, {}, true],
    ['it has promised to say so itself', {}, { completionSetByContent: true }, true],
    ['a threshold waits for its progress', {}, { completionThreshold: 1 }, true],
  ])('does not complete it when %s', (_, elements, facts, finished) => {
    expect(judged(elements, facts, { finished }).completion).not.toBe('completed')
  })

  it('overrides what content has said by the score, and says so', () => {
    const said = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' }
    const { success, settled } = judged(
      { ...said, 'cmi.score.scaled': '0.5' },
      { scaledPassingScore: 0.8 },
    )
    expect(success).toBe('failed')
    expect(settled).toEqual({ 'cmi.success_status': 'failed' })
  })

  it('does not take the first right answer for a passed test, nor the first wrong one for a failed', () => {
    const facts = { scaledPassingScore: 0.8 }
    const underWay = (score: string) =>
      judged({ 'cmi.score.scaled': score }, facts, { finished: false })
    expect([underWay('1').success, underWay('0').success]).toEqual(['unknown', 'unknown'])
    const suspended = { 'cmi.score.scaled': '1', 'cmi.exit': 'suspend' }
    expect(judged(suspended, facts).success).toBe('unknown')
    expect(judged({ ...suspended, 'cmi.exit': '' }, facts).success).toBe('passed')
    const done = { ...suspended, 'cmi.completion_status': 'completed' }
    expect(judged(done, facts, { finished: false }).success).toBe('passed')
  })

  it('takes no verdict of an earlier session for one of this, neither ours nor the content’s', () => {
    const facts = { scaledPassingScore: 0.8, completionThreshold: 0.9 }
    const earlier = {
      'cmi.success_status': 'failed',
      'cmi.completion_status': 'completed',
      'cmi.progress_measure': '1',
    }
    const firstRight = { ...earlier, 'cmi.score.scaled': '1' }
    const underWay = (told: string[]) =>
      judged(firstRight, facts, { finished: false, told }).success
    expect(underWay([])).toBe('unknown')
    expect(underWay(['cmi.success_status'])).toBe('passed')
    expect(underWay(['cmi.completion_status', 'cmi.progress_measure'])).toBe('passed')
    expect(judged(firstRight, facts, { finished: true, told: [] }).success).toBe('passed')
  })

  it('leaves what content has said where the manifest says nothing', () => {
    const said = { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'passed' }
    const { completion, success, settled } = judged({ ...said, 'cmi.score.scaled': '0.1' })
    expect([completion, success, settled]).toEqual(['incomplete', 'passed', {}])
  })
})

describe('a duration', () => {
  it('reads hours, minutes, seconds and hundredths', () => {
    // 1 h + 2 min + 3.5 s = 3600 + 120 + 3.5
    expect(secondsOf('PT1H2M3.5S')).toBe(3723.5)
    expect(secondsOf('PT90M')).toBe(5400)
    expect(secondsOf('P1DT1S')).toBe(86_401)
    expect(secondsOf('PT0S')).toBe(0)
  })

  it('takes a year for 365.25 days and a month for a twelfth of it', () => {
    // 365.25 * 86,400 = 31,557,600 s, of which a twelfth is 2,629,800 s.
    expect(secondsOf('P1Y')).toBe(31_557_600)
    expect(secondsOf('P2M')).toBe(5_259_600)
  })

  it('of more digits than a number holds is none', () => {
    expect(secondsOf(`PT${'9'.repeat(400)}S`)).toBeNull()
    expect(secondsOf(`P${'9'.repeat(306)}Y`)).toBeNull()
  })

  it.each(['', 'P', 'PT', 'P1DT', '1H', 'PT-1S', 'PT1S1M', '00:01:00', 'PT1,5S', undefined])(
    'is not %o',
    (text) => {
      expect(secondsOf(text)).toBeNull()
    },
  )

  it('is written as short as it can be', () => {
    expect(durationOf(3723.5)).toBe('PT1H2M3.5S')
    expect(durationOf(7200)).toBe('PT2H')
    expect(durationOf(0)).toBe('PT0S')
    expect(durationOf(-5)).toBe('PT0S')
    expect(durationOf(59.999)).toBe('PT1M')
  })

  it('comes back as it was, to the hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000_000 }), (hundredths) => {
        expect(secondsOf(durationOf(hundredths / 100))).toBeCloseTo(hundredths / 100, 6)
      }),
      { seed: 2004, numRuns: 500 },
    )
  })
})

describe('the elements', () => {
  it('are found by index and by target', () => {
    expect(elementOf('cmi.interactions.12.correct_responses.0.pattern')?.name).toBe(
      'cmi.interactions.n.correct_responses.m.pattern',
    )
    expect(elementOf('adl.nav.request_valid.choice.{target=del.2 å}')?.access).toBe('read-only')
    expect(elementOf('adl.nav.request_valid.choice')).toBeUndefined()
    expect(elementOf('cmi.objectives.x.id')).toBeUndefined()
    expect(elementOf('cmi.score')).toBeUndefined()
    expect(elementOf('cmi.core.lesson_status')).toBeUndefined()
  })

  it('may be set unless they are the host’s own or unknown', () => {
    expect(mayBeSet('cmi.interactions.0.learner_response')).toBe(true)
    expect(mayBeSet('cmi.session_time')).toBe(true)
    expect(mayBeSet('adl.nav.request')).toBe(true)
    for (const own of [
      'cmi.learner_id',
      'cmi.scaled_passing_score',
      'cmi.comments_from_lms.0.comment',
    ]) {
      expect(mayBeSet(own)).toBe(false)
    }
  })

  it('have each their own name', () => {
    const names = new Set(cmi2004Elements.map(({ name }) => name))
    expect(names.size).toBe(cmi2004Elements.length)
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
  const resumed = (elements: Record<string, string>, totalSeconds = 0, isEnded = true) =>
    seedElements2004({ item: plain, state: { elements, totalSeconds, isEnded }, learner })

  it('is a beginning the first time, with what the manifest leaves out left out', () => {
    expect(seedElements2004({ item: plain, state: null, learner })).toEqual({
      'cmi.learner_id': 'p-3f9a',
      'cmi.learner_name': 'Deltagare',
      'cmi.credit': 'credit',
      'cmi.mode': 'normal',
      'cmi.entry': 'ab-initio',
      'cmi.total_time': 'PT0S',
    })
  })

  it('carries what the manifest says of the item', () => {
    const item = {
      ...plain,
      scaledPassingScore: 0.8,
      completionThreshold: 1,
      maxTimeAllowed: 'PT1H',
      timeLimitAction: 'exit,message',
      dataFromLms: 'del=2',
      objectives: ['main', 'o2'],
    }
    expect(seedElements2004({ item, state: null, learner })).toMatchObject({
      'cmi.scaled_passing_score': '0.8',
      'cmi.completion_threshold': '1',
      'cmi.max_time_allowed': 'PT1H',
      'cmi.time_limit_action': 'exit,message',
      'cmi.launch_data': 'del=2',
      'cmi.objectives.0.id': 'main',
      'cmi.objectives.1.id': 'o2',
    })
  })

  it('has the manifest’s objectives again at a later launch, with what content said of them', () => {
    const elements = { 'cmi.objectives.1.score.scaled': '0.5' }
    const state = { elements, totalSeconds: 0, isEnded: true }
    const seeds = seedElements2004({ item: { ...plain, objectives: ['a', 'b'] }, state, learner })
    expect(seeds).toMatchObject({
      'cmi.objectives.1.id': 'b',
      'cmi.objectives.1.score.scaled': '0.5',
    })
  })

  it('goes on where the learner was, without what belonged to the last session', () => {
    const kept = {
      'cmi.location': '3',
      'cmi.suspend_data': '{"seen":[1]}',
      'cmi.completion_status': 'incomplete',
      'cmi.interactions.0.id': 'q1',
      'cmi.comments_from_learner.0.comment': 'Svårt',
      'cmi.learner_preference.language': 'sv',
    }
    const ofSession = {
      'cmi.exit': 'suspend',
      'cmi.session_time': 'PT10M',
      'adl.nav.request': 'exit',
    }
    const seeds = resumed({ ...kept, ...ofSession }, 600)
    expect(seeds).toMatchObject({ ...kept, 'cmi.entry': 'resume', 'cmi.total_time': 'PT10M' })
    for (const name of Object.keys(ofSession)) expect(seeds).not.toHaveProperty([name])
  })

  it.each([
    ['suspend', undefined, 'resume'],
    [undefined, undefined, ''],
    ['', undefined, ''],
    ['normal', undefined, ''],
    ['logout', undefined, ''],
    ['time-out', undefined, ''],
    ['normal', 'suspendAll', 'resume'],
    ['suspend', 'exitAll', 'resume'],
  ])('after the exit %o by the request %o has the entry %o (RTE 4.2.7)', (exit, request, entry) => {
    const elements = {
      'cmi.location': '3',
      ...(exit !== undefined && { 'cmi.exit': exit }),
      ...(request !== undefined && { 'adl.nav.request': request }),
    }
    expect(resumed(elements)['cmi.entry']).toBe(entry)
    // Had it never ended, by Terminate, it would be there to go on with, whatever it had set.
    expect(resumed(elements, 0, false)['cmi.entry']).toBe('resume')
  })

  it('never lets stored data speak for the host', () => {
    const seeds = resumed({ 'cmi.learner_id': 'somebody', 'cmi.credit': 'no-credit', other: 'x' })
    expect(seeds).toMatchObject({ 'cmi.learner_id': 'p-3f9a', 'cmi.credit': 'credit' })
    expect(seeds).not.toHaveProperty('other')
  })
})

describe('the objectives of a manifest', () => {
  const objective = (objectiveId: string | null): SequencingObjective => ({
    objectiveId,
    satisfiedByMeasure: false,
    minNormalizedMeasure: 1,
    maps: [],
  })
  const withObjectives = (objectives: ActivitySequencing['objectives']) =>
    objectiveIdsOf({ objectives })

  it('come with the primary one first', () => {
    const others = [objective('a'), objective('b')]
    expect(withObjectives({ primary: objective('main'), others })).toEqual(['main', 'a', 'b'])
  })

  it('are left out where they have no id', () => {
    expect(withObjectives({ primary: objective(null), others: [objective('a')] })).toEqual(['a'])
    expect(withObjectives({ primary: objective(' '), others: [] })).toEqual([])
    expect(withObjectives({ primary: null, others: [] })).toEqual([])
    expect(objectiveIdsOf(null)).toEqual([])
  })
})
