import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correlationOf, meanOf, medianOf } from './statistics.ts'

test('the median is the middle value, or half-way between the two in the middle', () => {
  expect(medianOf([9, 1, 5])).toBe(5)
  expect(medianOf([9, 1, 5, 6])).toBe(5.5)
  expect(medianOf([])).toBeNull()
  expect(meanOf([])).toBeNull()
})

test('the correlation of four pairs is the one worked out by hand', () => {
  // x 0 0 1 1 (mean 0.5), y 1 2 3 2 (mean 2): products 0.5 + 0 + 0.5 + 0 = 1; squares of x 4 × 0.25 = 1,
  // of y 1 + 0 + 1 + 0 = 2. So 1 / √2 = 0.7071.
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 3],
    [1, 2],
  ] as const
  expect(correlationOf(pairs)).toBeCloseTo(Math.SQRT1_2, 12)
})

test('what does not vary correlates with nothing, also where its parts are no whole halves', () => {
  expect(
    correlationOf([
      [1, 0.1],
      [1, 0.7],
    ]),
  ).toBeNull()
  expect(correlationOf(Array.from({ length: 30 }, (_, n) => [n % 2, 0.1] as const))).toBeNull()
})

test('a correlation is symmetric, and never beyond -1 and 1', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 20 }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
      const found = correlationOf(pairs)
      const turned = correlationOf(pairs.map(([x, y]) => [y, x] as const))
      if (found === null) expect(turned).toBeNull()
      else {
        expect(Math.abs(found)).toBeLessThanOrEqual(1)
        expect(turned).toBeCloseTo(found, 9)
      }
    }),
  )
})
