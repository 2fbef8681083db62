import { expect, test } from 'vitest'
import { dayShown, unbroken } from './facts.ts'

test('a day is told as Swedes write it', () => {
  expect(dayShown('2026-11-02')).toBe('2 nov. 2026')
  expect(dayShown('2026-05-31')).toBe('31 maj 2026')
})

test('a telephone number stays on its line, and sentences break as before', () => {
  expect(unbroken('Ring 020-57 70 70 dagligen')).toBe('Ring 020-57\u00a070\u00a070 dagligen')
})
