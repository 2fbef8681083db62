import { expect, test } from 'vitest'
import { shownAnswers, sumAnswers, takesAnswers } from './evaluation.ts'

const five = { answers: 5, firstOn: '2026-11-20', before: 11, after: 19 }

test('answers are taken on the day of the first one and the day after', () => {
  expect(takesAnswers(null, '2026-11-20')).toBe(true)
  expect(takesAnswers('2026-11-20', '2026-11-21')).toBe(true)
  expect(takesAnswers('2026-11-20', '2026-11-22')).toBe(false)
})

test('nothing is shown while answers are taken, however many', () => {
  expect(shownAnswers({ ...five, answers: 200 }, '2026-11-20')).toBeNull()
  expect(shownAnswers({ ...five, answers: 200 }, '2026-11-21')).toBeNull()
})

test('nothing is shown of four answers, and means to one decimal of five', () => {
  expect(shownAnswers({ ...five, answers: 4 }, '2026-12-24')).toBeNull()
  expect(shownAnswers(five, '2026-11-22')).toEqual({ answers: 5, before: 2.2, after: 3.8 })
})

test('a sum over sessions holds nothing of those that are not shown by themselves', () => {
  const four = { answers: 4, firstOn: '2026-11-20', before: 20, after: 20 }
  const open = { ...five, firstOn: '2026-11-30' }
  expect(sumAnswers([five, four, open], '2026-11-30')).toEqual(sumAnswers([five], '2026-11-30'))
  expect(sumAnswers([five, { ...five, before: 21 }], '2026-11-30')).toEqual({
    ...{ answers: 10, before: 3.2, after: 3.8 },
  })
  expect(sumAnswers([four, open], '2026-11-30')).toBeNull()
})
