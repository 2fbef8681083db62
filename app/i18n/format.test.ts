import { expect, test } from 'vitest'
import { fill, formatDay, formatNumber, formatShare } from './format.ts'

test('places are filled, and numbers written the Swedish way', () => {
  expect(fill('sv', '{held} av {required}', { held: 1234, required: 5000 })).toBe(
    '1\u00a0234 av 5\u00a0000',
  )
})

test('the plural follows the count', () => {
  const message = { one: '{count} saknar', other: '{count} saknas' }
  expect(fill('sv', message, { count: 1 })).toBe('1 saknar')
  expect(fill('sv', message, { count: 0 })).toBe('0 saknas')
})

test('a decimal comma in Swedish, a point in English', () => {
  expect(formatNumber('sv', 12.34)).toBe('12,3')
  expect(formatNumber('en', 12.34)).toBe('12.3')
})

test('nearly none is not none, and nearly all is not all', () => {
  expect(formatShare('sv', 0.001)).toBe('1\u00a0%')
  expect(formatShare('sv', 0.999)).toBe('99\u00a0%')
  expect(formatShare('sv', 1)).toBe('100\u00a0%')
  expect(formatShare('sv', 0)).toBe('0\u00a0%')
})

test('a day has its year', () => {
  expect(formatDay('sv', '2026-11-21')).toBe('21\u00a0nov.\u00a02026')
})
