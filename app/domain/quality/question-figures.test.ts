import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discriminationWord, questionsOf, type FirstAnswer } from './question-figures.ts'

const right = { result: 'correct', response: 'b' } as const
const wrong = { result: 'incorrect', response: 'a' } as const

function answer(
  attempt: number,
  interactionId: string,
  values: Partial<FirstAnswer> = {},
): FirstAnswer {
  return {
    attempt,
    item: 'item-1',
    interactionId,
    response: null,
    result: null,
    resultScore: null,
    latencySeconds: null,
    answers: 1,
    ...values,
  }
}

const times = (count: number, make: (index: number) => FirstAnswer) =>
  Array.from({ length: count }, (_, index) => make(index))

const figuresOf = (answers: FirstAnswer[], id = 'q1') =>
  questionsOf(answers).find(({ interactionId }) => interactionId === id)!.figures!

test('nothing is told of a question that four attempts have answered, and of one that five have', () => {
  const four = times(4, (attempt) => answer(attempt, 'q1', right))
  expect(questionsOf(four)).toEqual([{ item: 'item-1', interactionId: 'q1', figures: null }])
  expect(figuresOf([...four, answer(4, 'q1', wrong)])).toMatchObject({ attempts: 5, judged: 5 })
})

test('the difficulty is the share right of the first answers that were judged', () => {
  // Six right, two wrong, one that nobody had foreseen, and one that was not judged: 6 of 9.
  const answers = [
    ...times(6, (n) => answer(n, 'q1', right)),
    ...times(2, (n) => answer(6 + n, 'q1', wrong)),
    answer(8, 'q1', { result: 'unanticipated', response: 'x' }),
    answer(9, 'q1', { result: 'neutral', response: 'a', answers: 3 }),
  ]
  const figures = figuresOf(answers)
  expect(figures).toMatchObject({ attempts: 10, answers: 12, judged: 9 })
  expect(figures.shareRight).toBeCloseTo(6 / 9, 12)
})

test('four judged answers are too few for a difficulty, however many there are in all', () => {
  const answers = times(20, (n) => answer(n, 'q1', n < 4 ? right : { result: 'neutral' }))
  expect(figuresOf(answers)).toMatchObject({ judged: null, shareRight: null })
})

test('a question that is judged by points has their mean and no difficulty', () => {
  // (0 + 1 + 1 + 2 + 2 + 3) / 6 = 1.5
  const answers = [0, 1, 1, 2, 2, 3].map((score, n) => answer(n, 'q1', { resultScore: score }))
  expect(figuresOf(answers)).toMatchObject({ meanScore: 1.5, shareRight: null, judged: 0 })
})

test('the median latency is of those that are known', () => {
  const seconds = [10, 20, 30, 40, 300]
  const answers = [
    ...seconds.map((latencySeconds, n) => answer(n, 'q1', { latencySeconds })),
    answer(5, 'q1'),
  ]
  expect(figuresOf(answers).medianLatencySeconds).toBe(30)
})

test('a wrong answer is told when five attempts gave it, the commonest first', () => {
  const gave = (response: string, first: number, count: number) =>
    times(count, (n) => answer(first + n, 'q1', { result: 'incorrect', response }))
  const answers = [
    ...gave('a', 0, 5),
    ...gave('c', 10, 7),
    ...gave('d', 20, 4),
    ...times(9, (n) => answer(30 + n, 'q1', right)),
  ]
  expect(figuresOf(answers).wrongAnswers).toEqual([
    { response: 'c', attempts: 7 },
    { response: 'a', attempts: 5 },
  ])
})

describe('discrimination', () => {
  /** Attempts that answer q1, q2 and q3, by pattern: "110" is right, right, wrong. */
  const byPattern = (patterns: Record<string, number>) => {
    let attempt = 0
    return Object.entries(patterns).flatMap(([pattern, count]) =>
      times(count, () => answer(attempt++, '')).flatMap(({ attempt }) =>
        [...pattern].map((sign, n) => answer(attempt, `q${n + 1}`, sign === '1' ? right : wrong)),
      ),
    )
  }

  test('is 1 where those who are right have all else right, and those who are wrong have nothing', () => {
    const answers = byPattern({ '111': 12, '000': 8 })
    expect(figuresOf(answers).discrimination).toBeCloseTo(1, 12)
    expect(figuresOf(answers, 'q3').discrimination).toBeCloseTo(1, 12)
  })

  test('is worked out against the other questions, without the question itself', () => {
    // q1 against the mean of q2 and q3. Right in q1: 5 with 1, 5 with ½. Wrong: 5 with ½, 5 with 0.
    // Means ½ and ½. Products: 5·½·½ + 0 + 0 + 5·½·½ = 2.5; squares of q1 20·¼ = 5, of the rest 10·¼ = 2.5.
    // 2.5 / √12.5 = 0.7071.
    const answers = byPattern({ '111': 5, '110': 5, '010': 5, '000': 5 })
    expect(figuresOf(answers).discrimination).toBeCloseTo(Math.SQRT1_2, 12)
  })

  test('is of points, too: by their place between the fewest and the most', () => {
    // q1 gives 0, 5 or 10 points, q2 and q3 are right or wrong. q1 marked 0, ½, 1 against the mean of the two
    // others 0, ½, 1 for seven attempts each is a straight line.
    const points = [0, 5, 10]
    const answers = times(21, (attempt) => answer(attempt, 'q1')).flatMap((first) => {
      const level = first.attempt % 3
      const sure = { ...first, interactionId: 'q2', ...(level > 0 ? right : wrong) }
      const hard = { ...first, interactionId: 'q3', ...(level > 1 ? right : wrong) }
      return [{ ...first, resultScore: points[level]! }, sure, hard]
    })
    expect(figuresOf(answers).discrimination).toBeCloseTo(1, 12)
    // q2 against the mean of q1 and q3: 0, ¼ and 1. Sums over three levels: products (−2/3)(−5/12) +
    // (1/3)(−1/6) + (1/3)(7/12) = 5/12; squares 2/3 and 13/24. (5/12) / √(13/36) = 5 / (2·√13) = 0.6934.
    expect(figuresOf(answers, 'q2').discrimination).toBeCloseTo(5 / (2 * Math.sqrt(13)), 12)
  })

  test('is not told of points that are all the same', () => {
    const answers = byPattern({ '111': 12, '000': 9 })
    const same = times(21, (attempt) => answer(attempt, 'q9', { resultScore: 3 }))
    const all = [...answers, ...same]
    expect(figuresOf(all, 'q9')).toMatchObject({ meanScore: 3, discrimination: null })
    expect(figuresOf(all).discrimination).toBeCloseTo(1, 12)
  })

  test('is below nought where the better do worse', () => {
    const answers = byPattern({ '011': 12, '100': 8 })
    expect(figuresOf(answers).discrimination).toBeCloseTo(-1, 12)
  })

  test('is not told of nineteen attempts, nor where nobody is wrong, nor of a question that stands alone', () => {
    expect(figuresOf(byPattern({ '111': 11, '000': 8 })).discrimination).toBeNull()
    expect(figuresOf(byPattern({ '111': 12, '100': 12 })).discrimination).toBeNull()
    const alone = times(40, (n) => answer(n, 'q1', n % 2 ? right : wrong))
    expect(figuresOf(alone).discrimination).toBeNull()
  })

  test('has its words: well from 0.30, weakly from 0.10, reversed below -0.10', () => {
    expect([0.3, 0.29, 0.1, 0.09, -0.1, -0.11].map(discriminationWord)).toEqual([
      'well',
      'weakly',
      'weakly',
      'not',
      'not',
      'reversed',
    ])
  })
})

test('figures do not depend on the order of the answers, and keep within their bounds', () => {
  const anyAnswer = fc.record({
    attempt: fc.nat(40),
    id: fc.constantFrom('q1', 'q2', 'q3'),
    result: fc.constantFrom('correct', 'incorrect', 'neutral', null),
    resultScore: fc.constantFrom(null, null, 0, 2.5, 10),
    response: fc.constantFrom('a', 'b', null),
  })
  const anyAnswers = fc
    .uniqueArray(anyAnswer, { selector: ({ attempt, id }) => `${attempt} ${id}`, maxLength: 120 })
    .map((drawn) => drawn.map(({ attempt, id, ...values }) => answer(attempt, id, values)))
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      for (const { interactionId, figures } of questionsOf(answers)) {
        const turned = questionsOf([...answers].reverse())
        const other = turned.find((question) => question.interactionId === interactionId)!.figures
        if (!figures) {
          expect(other).toBeNull()
          continue
        }
        const { discrimination, ...rest } = figures
        expect(other).toMatchObject(rest)
        expect(other!.discrimination === null).toBe(discrimination === null)
        if (discrimination !== null) expect(other!.discrimination).toBeCloseTo(discrimination, 9)
        expect(figures.attempts).toBeGreaterThanOrEqual(5)
        expect(figures.shareRight ?? 0).toBeLessThanOrEqual(1)
        for (const { attempts } of figures.wrongAnswers) expect(attempts).toBeGreaterThanOrEqual(5)
      }
    }),
  )
})
