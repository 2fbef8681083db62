import { expect, test } from 'vitest'
import { plainFileName, sizeOf } from './content-package.ts'

test.each([
  ['course.zip', 'course.zip'],
  ['C:\\Users\\someone\\course; final=2.zip', 'course; final=2.zip'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\u001f.zip', 'ab.zip'],
  ['', 'package.zip'],
  ['folder/', 'package.zip'],
])('the file name %j is kept as %j', (given, kept) => {
  expect(plainFileName(given)).toBe(kept)
})

test('a long file name is cut between characters, not within one', () => {
  const kept = plainFileName('😀'.repeat(300))
  expect(kept).toBe('😀'.repeat(200))
})

// 1 kB = 1,000 bytes. 999,949 bytes round to 999.9 kB; one more would read "1 000 kB", so it is 1 MB.
test.each([
  [0, 0, 'kB'],
  [12, 0.1, 'kB'],
  [1_500, 1.5, 'kB'],
  [999_949, 999.949, 'kB'],
  [999_950, 0.99995, 'MB'],
  [35_000_000, 35, 'MB'],
  [2_000_000_000, 2, 'GB'],
])('%i bytes are %d %s', (bytes, value, unit) => {
  expect(sizeOf(bytes)).toEqual({ value, unit })
})
