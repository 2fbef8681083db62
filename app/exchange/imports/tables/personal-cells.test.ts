import { expect, test } from 'vitest'
import { rowHoldsPersonalNumber } from './personal-cells.ts'

const holds = (texts: string[], dayAt?: number) =>
  rowHoldsPersonalNumber(texts, (index) => index === dayAt)

// The check digit of 051201123 is 0·2=0, 5, 1·2=2, 2, 0·2=0, 1, 1·2=2, 2, 3·2=6: 20, so 0; of 001011123 it
// is 0, 0, 1·2=2, 0, 1·2=2, 1, 1·2=2, 2, 3·2=6: 15, so 5; of 010203007 it is 0, 1, 0·2=0, 2, 0, 3, 0, 0,
// 7·2=14→5: 11, so 9.
test.each([
  ['one cell', ['Intyg', '811218-9876']],
  ['a number that has lost a zero', ['512011230']],
  ['a number that has lost two', ['10111235']],
  ['two neighbours', ['kim@exempel.se', '811218', '9876']],
  ['two neighbours, with the century', ['19811218', '9876', 'Intyg']],
  ['two neighbours with words around', ['född 1981-12-18', '9876 enligt intyg']],
  ['two neighbours, a dash in the second', ['811218', '-9876']],
  ['two neighbours that have lost their zeros', ['10203', '79']],
])('%s', (_what, texts) => {
  expect(holds(texts)).toBe(true)
})

test.each([
  ['an ordinary row', ['kim@exempel.se', '4711', 'grund-1', '2026-03-31', 'Intyg 12']],
  ['eight digits of a day', ['20260331', '20260401']],
  ['a day as a spreadsheet counts', ['46112', '12']],
  ["an employer's own number of seven digits", ['1011238']],
  ['three apart', ['811218', '', '9876']],
  ['small numbers', ['1', '2', '3', '4']],
])('%s holds none', (_what, texts) => {
  expect(holds(texts)).toBe(false)
})

test("the row's own day is no birth, whatever stands beside it", () => {
  expect(holds(['2011-12-18', '9875'])).toBe(holds(['2011-12-18', '9875'], 0))
  expect(holds(['1981-12-18', '9876'])).toBe(true)
  expect(holds(['1981-12-18', '9876'], 0)).toBe(false)
  expect(holds(['811218-9876', 'x'], 0)).toBe(true)
})
