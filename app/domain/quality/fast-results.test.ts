import { expect, test } from 'vitest'
import { fastResultsOf, resultsOf, type TestAnswer, type TestResult } from './fast-results.ts'

const noon = Date.parse('2026-11-18T12:00:00Z')

const answer = (
  attempt: number,
  interactionId: string,
  latencySeconds: number | null,
  second = 0,
): TestAnswer => ({
  attempt,
  item: 'sco',
  interactionId,
  latencySeconds,
  answeredAt: new Date(noon + second * 1000),
})

/** Shortly: "attempt seconds". */
const shown = (results: readonly TestResult[]) =>
  results.map(({ attempt, seconds }) => `${attempt} ${seconds}`)

test('a result takes as long as its questions were on the screen', () => {
  const answers = [answer(1, 'q1', 20), answer(1, 'q2', 15.5), answer(2, 'q1', 3)]
  expect(shown(resultsOf(answers))).toEqual(['1 35.5', '2 3'])
})

test('answers that two commits have brought are one result, and those of the next test another', () => {
  const answers = [
    answer(1, 'q1', 10),
    answer(1, 'q2', 10, 1),
    answer(1, 'q3', 4, 600),
    answer(1, 'q4', 4, 600),
  ]
  expect(shown(resultsOf(answers))).toEqual(['1 20', '1 8'])
})

test('a question that comes again begins another result, though both came at once from the outbox', () => {
  const answers = [answer(1, 'q1', 10), answer(1, 'q2', 10), answer(1, 'q1', 4), answer(1, 'q3', 4)]
  expect(shown(resultsOf(answers))).toEqual(['1 20', '1 8'])
})

test('a result that does not tell all its times is left out', () => {
  expect(resultsOf([answer(1, 'q1', 2), answer(1, 'q2', null)])).toEqual([])
})

const result = (attempt: number, day: string, seconds: number): TestResult => ({
  attempt,
  handedInAt: new Date(`${day}T12:00:00Z`),
  seconds,
})

test('those below the limit are too fast, and one at the limit is not', () => {
  const results = [159, 160, 161, 400, 12].map((seconds, index) =>
    result(index, '2026-11-18', seconds),
  )
  expect(fastResultsOf(results, 160)).toEqual({
    limitSeconds: 160,
    results: 5,
    fast: 2,
    weeks: [{ from: '2026-11-16', to: '2026-11-22', results: 5, fast: 2 }],
  })
})

test('nothing is told of fewer than five attempts, however many tests they have handed in', () => {
  const results = [1, 2, 3, 4, 4, 4, 4].map((attempt) => result(attempt, '2026-11-18', 10))
  expect(fastResultsOf(results, 160)).toBeNull()
})

test('a week with too few goes with the next one, and the last weeks with those before them', () => {
  // Two in week 45; three in week 46, which makes five; five in week 47; one in week 48, which is too few.
  const days = [
    ...['2026-11-02', '2026-11-08'],
    ...['2026-11-09', '2026-11-11', '2026-11-15'],
    ...['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-22'],
    '2026-11-23',
  ]
  const results = days.map((day, index) => result(index, day, index === 10 ? 5 : 300))
  expect(fastResultsOf(results, 160)).toMatchObject({
    results: 11,
    fast: 1,
    weeks: [
      { from: '2026-11-16', to: '2026-11-29', results: 6, fast: 1 },
      { from: '2026-11-02', to: '2026-11-15', results: 5, fast: 0 },
    ],
  })
})

test('a week begins at midnight in Sweden, an hour before that of Greenwich', () => {
  const at = (moment: string, attempt: number) => ({
    ...result(attempt, '2026-11-18', 300),
    handedInAt: new Date(moment),
  })
  const sunday = [1, 2, 3, 4, 5].map((attempt) => at('2026-11-22T22:59:00Z', attempt))
  const monday = [6, 7, 8, 9, 10].map((attempt) => at('2026-11-22T23:01:00Z', attempt))
  const weeks = fastResultsOf([...monday, ...sunday], 160)?.weeks
  expect(weeks?.map(({ from }) => from)).toEqual(['2026-11-23', '2026-11-16'])
})
