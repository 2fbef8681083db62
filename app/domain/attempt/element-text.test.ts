import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restoredElements, restoredText, storedElements, storedText } from './element-text.ts'

test('ordinary text is stored as it stands, so that it can be read in the database', () => {
  expect(storedText('sida=3;svar=å,ä,ö 🙂')).toBe('sida=3;svar=å,ä,ö 🙂')
})

test('a text with NUL or half a surrogate pair is stored without them', () => {
  for (const text of ['a\0b', '\uD83D', '\uDE42x', 'x\uDE42\uD83D']) {
    expect(storedText(text)).toMatch(/^\uE000utf16:[A-Za-z0-9+/=]+$/)
    expect(restoredText(storedText(text))).toBe(text)
  }
})

test('whatever 16-bit units content saves, it gets the same back', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes)
      expect(restoredText(storedText(text))).toBe(text)
    }),
  )
})

test('even a text that looks like a stored one comes back as it was', () => {
  const text = storedText('a\0b')
  expect(restoredElements(storedElements({ x: text }))).toEqual({ x: text })
})
