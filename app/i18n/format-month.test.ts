import { expect, test } from 'vitest'
import { formatMonth } from './format-month.ts'

test('a month is written out, in the language of the reader', () => {
  expect(formatMonth('sv', '2026-11')).toBe('november 2026')
  expect(formatMonth('en', '2027-03')).toBe('March 2027')
})
