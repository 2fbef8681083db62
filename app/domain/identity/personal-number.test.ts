import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsPersonalNumber } from './personal-number.ts'

// The Swedish Tax Agency's own example (SKV 704): 811218-9876, whose check digit is 6. As a coordination
// number its day would be 78, and the check digit of 811278987 is 8·2=16→7, 1, 1·2=2, 2, 7·2=14→5, 8,
// 9·2=18→9, 8, 7·2=14→5: 47, so 3.
test.each([
  '811218-9876',
  '8112189876',
  '198112189876',
  '19811218-9876',
  '811218+9876',
  '811218 9876',
  '1981-12-18-9876',
  '８１１２１８-９８７６',
  'Intyg för 811218-9876, webbkursen',
  '811278-9873',
  '811218\u20119876',
  '811218\u20109876',
  '811218\u22129876',
  '811218\u20149876',
  '811218\u200b-\u20609876',
  '81\u00ad1218-98\ufeff76',
  '811218/9876',
  '811218.9876',
  '811218_9876',
  '811218--9876',
  '811218 – 9876',
  '81 12 18-9876',
  '81.12.18.9876',
  '1981 12 18 9876',
  '1981/12/18-9876',
  '1981-12-18 – 9876',
  'Grupp 12 811218-9876',
  '2026 03 31 19811218-9876',
])('%s is seen as a personal number', (text) => {
  expect(holdsPersonalNumber(text)).toBe(true)
})

test.each([
  '',
  '2026-03-31',
  '20260331',
  '811218-9875',
  '811318-9876',
  '178112189876',
  '98112189876',
  '070-123 45 67',
  'namn@exempel.se',
  'Intyg 2026:12, diarienummer 4711-2026',
  '2026-03-31 10:15',
  '2026-03-31, 2026-04-01',
  '2026-03-31/2026-04-01',
  '2026-03-31 4711',
  '08-12 12 34 56',
  '+46 70 123 45 67',
  '811218 x 9876',
  '811218-98765',
  '1.2.3.4',
])('%s is not', (text) => {
  expect(holdsPersonalNumber(text)).toBe(false)
})

/** The tenth digit of nine, worked out from the other end than the code does. */
function checkDigit(nine: string): string {
  let sum = 0
  for (let index = 0; index < 9; index++) {
    const product = Number(nine[index]) * (index % 2 === 0 ? 2 : 1)
    sum += Math.floor(product / 10) + (product % 10)
  }
  return String((10 - (sum % 10)) % 10)
}

const anyDay = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2026-12-31T00:00:00Z'),
  noInvalidDate: true,
})

test('whatever the day, the number and the words around it', () => {
  const separators = fc.constantFrom(
    '',
    '-',
    '+',
    ' ',
    ' - ',
    '.',
    '/',
    '_',
    '--',
    '\u2011',
    '\u2212',
    '\u200b',
  )
  const around = fc.stringMatching(/^[a-zåäö ,.:;/]*$/)
  fc.assert(
    fc.property(anyDay, fc.nat(999), separators, fc.boolean(), around, around, (...drawn) => {
      const [date, birth, separator, long, before, after] = drawn
      const day = date.toISOString().slice(0, 10).replaceAll('-', '')
      const nine = `${day.slice(2)}${String(birth).padStart(3, '0')}`
      const last = `${nine.slice(6)}${checkDigit(nine)}`
      const number = `${long ? day : day.slice(2)}${separator}${last}`
      expect(holdsPersonalNumber(`${before}${number}${after}`)).toBe(true)
    }),
  )
})

test('with any other check digit it is not one', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(999), fc.integer({ min: 1, max: 9 }), (date, birth, off) => {
      const day = date.toISOString().slice(2, 10).replaceAll('-', '')
      const nine = `${day}${String(birth).padStart(3, '0')}`
      const wrong = (Number(checkDigit(nine)) + off) % 10
      expect(holdsPersonalNumber(`${nine.slice(0, 6)}-${nine.slice(6)}${wrong}`)).toBe(false)
    }),
  )
})

test('a long text of signs that may stand between digits is looked through at once', () => {
  const began = performance.now()
  expect(holdsPersonalNumber(`${'.'.repeat(2_000_000)}81${'-'.repeat(2_000_000)}1218-9876`)).toBe(
    true,
  )
  expect(performance.now() - began).toBeLessThan(5_000)
})
