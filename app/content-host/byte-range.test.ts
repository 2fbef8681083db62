import { expect, test } from 'vitest'
import { byteRangeOf } from './byte-range.ts'

test.each([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=100-', { start: 100, end: 999 }],
  ['bytes=-50', { start: 950, end: 999 }],
  ['bytes=990-5000', { start: 990, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
])('of 1000 bytes, %s is a part', (header, part) => {
  expect(byteRangeOf(header, 1000)).toEqual(part)
})

test.each([undefined, '', 'bytes=-', 'bytes=a-b', 'lines=0-1', 'bytes=0-1,5-6', 'bytes=9-3'])(
  'of 1000 bytes, %j is the whole',
  (header) => {
    expect(byteRangeOf(header, 1000)).toBe('whole')
  },
)

test.each([
  ['bytes=1000-', 1000],
  ['bytes=-0', 1000],
  ['bytes=0-', 0],
  ['bytes=-5', 0],
])('%s of %i bytes cannot be given', (header, size) => {
  expect(byteRangeOf(header, size)).toBe('unsatisfiable')
})
