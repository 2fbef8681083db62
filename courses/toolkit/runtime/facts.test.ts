import { expect, test } from 'vitest'
import { dayShown, isNumber, unbroken } from './facts.ts'

test('a day is told as Swedes write it', () => {
  expect(dayShown('2026-11-02')).toBe('2 nov. 2026')
  expect(dayShown('2026-05-31')).toBe('31 maj 2026')
})

test('a telephone number and a span stay on their lines, and sentences break as before', () => {
  expect(unbroken('Ring 020-57 70 70 dagligen')).toBe('Ring 020-57\u00a070\u00a070 dagligen')
  expect(unbroken('måndag klockan 9–12')).toBe('måndag klockan 9–\u206012')
})

test('a number alone is told from words with numbers in them', () => {
  expect(['112', '020-57 70 70', '+46 8 405 50 05'].map(isNumber)).toEqual([true, true, true])
  expect(['dagligen 7–21', '4 kap. 4 e §', ''].map(isNumber)).toEqual([false, false, false])
})
