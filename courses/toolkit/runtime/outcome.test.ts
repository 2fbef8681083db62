import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshState, type ModuleShape, type ModuleState } from './module-state.ts'
import { leftOf, outcomeOf, percentOf, resultOf } from './outcome.ts'

const question = (id: string, module = 'm') => ({ id, type: 'single' as const, right: 'a', module })

const lesson: ModuleShape = {
  kind: 'lesson',
  pages: ['p1', 'p2'],
  questions: [question('q1'), question('q2'), question('q3')],
  passPercent: 0,
}
const answered = (...firsts: boolean[]): ModuleState['answers'] =>
  Object.fromEntries(firsts.map((first, i) => [`q${i + 1}`, { first, latest: 'a' }]))

describe('a lesson', () => {
  const outcome = (state: Partial<ModuleState>) => outcomeOf(lesson, { ...freshState, ...state })

  test('is completed when every page has been seen and every question answered, right or not', () => {
    const seen = ['p2', 'p1']
    expect(outcome({ seen }).completion).toBe('incomplete')
    expect(outcome({ answers: answered(true, true, true) }).completion).toBe('incomplete')
    expect(outcome({ seen, answers: answered(false, false, false) }).completion).toBe('completed')
  })

  test('scores the share of questions that were right at the first answer, once all are answered', () => {
    expect(outcome({ answers: answered(true, true) }).score).toBeNull()
    expect(outcome({ answers: answered(true, false, true) }).score).toBe(66.66)
  })

  test('never claims success', () => {
    expect(outcome({ seen: ['p1', 'p2'], answers: answered(true, true, true) }).success).toBe(
      'unknown',
    )
  })

  test('without questions has no score', () => {
    const state = { ...freshState, seen: ['p1', 'p2'] }
    const outcome = outcomeOf({ ...lesson, questions: [] }, state)
    expect(outcome).toEqual({ completion: 'completed', success: 'unknown', score: null })
  })

  test('tells what is left of it', () => {
    const state = { ...freshState, seen: ['p2'], answers: answered(true) }
    expect(leftOf(lesson, state)).toEqual({ pages: ['p1'], questions: ['q2', 'q3'] })
  })
})

describe('a test', () => {
  const questions = ['a1', 'a2', 'b1', 'b2', 'c1'].map((id) => question(id, id[0]))
  const shape: ModuleShape = { kind: 'test', pages: [], questions, passPercent: 80 }
  const handIn = (answers: Record<string, string>) => ({
    seed: 1,
    drawn: ['b1', 'a1', 'c1', 'a2', 'b2'],
    answers,
  })
  const four = handIn({ a1: 'a', a2: 'a', b1: 'b', b2: 'a', c1: 'a' })
  const three = handIn({ a1: 'a', a2: 'b', b1: 'b', b2: 'a', c1: 'a' })

  test('counts by module, in the order of the bank, and tells what was wrong in the order asked', () => {
    expect(resultOf(shape, three)).toEqual({
      right: 3,
      of: 5,
      percent: 60,
      isPassed: false,
      modules: [
        { module: 'a', right: 1, of: 2 },
        { module: 'b', right: 1, of: 2 },
        { module: 'c', right: 1, of: 1 },
      ],
      wrong: ['b1', 'a2'],
    })
  })

  test('is passed at its limit and not below', () => {
    expect(resultOf(shape, four).isPassed).toBe(true)
    expect(resultOf(shape, three).isPassed).toBe(false)
  })

  test('that is not answered is not right', () => {
    expect(resultOf(shape, handIn({})).right).toBe(0)
  })

  test('failed is still to be done; passed is completed and stays so whatever comes after', () => {
    const outcome = (state: Partial<ModuleState>) => outcomeOf(shape, { ...freshState, ...state })
    expect(outcome({})).toEqual({ completion: 'incomplete', success: 'unknown', score: null })
    expect(outcome({ handedIn: three })).toEqual({
      completion: 'incomplete',
      success: 'failed',
      score: 60,
    })
    const passed = { completion: 'completed', success: 'passed', score: 80 }
    expect(outcome({ handedIn: four, passed: 80 })).toEqual(passed)
    expect(outcome({ handedIn: three, passed: 80 })).toEqual(passed)
  })

  test('passes exactly when its rounded score reaches the limit, so that no system judges otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(100), (of, nat, limit) => {
        const right = Math.min(nat, of)
        expect(percentOf(right, of) >= limit).toBe(right * 100 >= limit * of)
      }),
    )
  })
})
