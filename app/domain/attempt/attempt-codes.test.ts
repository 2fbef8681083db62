import { expect, test } from 'vitest'
import { hostLabelOf } from './host-label.ts'
import { shortCodeOf, shortCodesRead } from '~/kernel/short-code.ts'

test('a support code has two groups of four, without characters that are mixed up when read aloud', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17)
  expect(shortCodeOf(bytes)).toMatch(/^[34679CDFGHJKMNPQRTVWX]{4}-[34679CDFGHJKMNPQRTVWX]{4}$/)
})

test('a host label can stand in a host name and is longer than anybody guesses', () => {
  const bytes = Uint8Array.from({ length: 26 }, (_, index) => index * 9)
  expect(hostLabelOf(bytes)).toMatch(/^[a-z2-7]{26}$/)
})

test('other random bytes give another code and another label', () => {
  const one = new Uint8Array(32).fill(1)
  const two = new Uint8Array(32).fill(2)
  expect(shortCodeOf(one)).not.toBe(shortCodeOf(two))
  expect(hostLabelOf(one)).not.toBe(hostLabelOf(two))
})

test('a support code is found whatever its case, spaces and hyphens', () => {
  for (const written of [
    'K7QT-M4XD',
    'k7qtm4xd',
    ' K7QT  M4XD ',
    'k 7 q t – m 4 x d',
    'Ｋ7QT-M4XD',
  ]) {
    expect(shortCodesRead(written), written).toEqual(['K7QT-M4XD'])
  }
})

test('a character that no code has is read as those that look or sound like it', () => {
  // O for Q, and 2 for 7.
  expect(shortCodesRead('K2OT-M4XD')).toContain('K7QT-M4XD')
  expect(shortCodesRead('K7QT-MAXD')).toEqual(['K7QT-M4XD', 'K7QT-MHXD'])
})

test('what cannot be a code is none', () => {
  for (const written of ['', 'K7QT-M4X', 'K7QT-M4XDD', 'K7QT-M4X!', 'K7QT-M4XÅ', '0000-0000']) {
    expect(shortCodesRead(written), written).toEqual([])
  }
})
