import { expect, test } from 'vitest'
import { hostLabelOf } from './host-label.ts'
import { supportCodeOf } from './support-code.ts'

test('a support code has two groups of four, without characters that are mixed up when read aloud', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17)
  expect(supportCodeOf(bytes)).toMatch(/^[34679CDFGHJKMNPQRTVWX]{4}-[34679CDFGHJKMNPQRTVWX]{4}$/)
})

test('a host label can stand in a host name and is longer than anybody guesses', () => {
  const bytes = Uint8Array.from({ length: 26 }, (_, index) => index * 9)
  expect(hostLabelOf(bytes)).toMatch(/^[a-z2-7]{26}$/)
})

test('other random bytes give another code and another label', () => {
  const one = new Uint8Array(32).fill(1)
  const two = new Uint8Array(32).fill(2)
  expect(supportCodeOf(one)).not.toBe(supportCodeOf(two))
  expect(hostLabelOf(one)).not.toBe(hostLabelOf(two))
})
