import { expect, test } from 'vitest'
import { isSlow } from './slow-line.ts'

test.each([{ effectiveType: 'slow-2g' }, { effectiveType: '3g' }, { saveData: true }])(
  'a line of %o is slow',
  (line) => {
    expect(isSlow(line)).toBe(true)
  },
)

test.each([undefined, {}, { effectiveType: '4g' }, { effectiveType: '4g', saveData: false }])(
  'a line of %o is not',
  (line) => {
    expect(isSlow(line)).toBe(false)
  },
)
