import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '~/kernel/refusal.ts'
import { columnPlacesOf } from './completion-columns.ts'
import { completionRows } from './completion-rows.ts'
import type { Cell } from '../tables/table-limits.ts'

const heads = ['e-post', 'anställningsnummer', 'modul', 'datum', 'underlag']
const row = (...change: [number, Cell][]) => {
  const cells: Cell[] = ['kim@exempel.se', 'A12', 'grund-1', '2026-03-31', 'Intyg']
  for (const [place, cell] of change) cells[place] = cell
  return cells
}

test('a row is read by the heads, whatever their order, case and spelling', () => {
  const swedish = completionRows([heads, row()])
  const english = completionRows([
    ['Evidence', 'DATE', 'note', 'Track', 'Employer Number', 'E-mail'],
    ['Intyg', '2026-03-31', 'x', 'grund-1', 'A12', 'Kim@Exempel.se'],
  ])
  const loose = completionRows([
    ['Underlag', 'Datum', '', 'Modul eller bana', 'Anstallnings-nr.', ' E post '],
    ['Intyg', '2026-03-31', '', 'grund-1', 'A12', 'kim@exempel.se'],
  ])
  expect(swedish).toEqual([
    {
      rowNumber: 2,
      email: 'kim@exempel.se',
      employerNumber: 'A12',
      module: 'grund-1',
      day: '2026-03-31',
      evidence: 'Intyg',
    },
  ])
  expect(english).toEqual(swedish)
  expect(loose).toEqual(swedish)
})

test('days come as text, as eight digits, as a number and as a date of a spreadsheet', () => {
  const days: Cell[] = ['2026-03-31', '20260331', 20260331, new Date('2026-03-31T00:00:00Z')]
  const rows = completionRows([heads, ...days.map((day) => row([3, day]))])
  expect(rows.map((read) => 'day' in read && read.day)).toEqual(days.map(() => '2026-03-31'))
})

test('other days are left for the rules to judge', () => {
  for (const day of ['31.03.2026', '31/3 2026', '2026-02-30', 46112]) {
    expect(completionRows([heads, row([3, day])])).toMatchObject([{ day: String(day) }])
  }
})

test('of a row with a personal number nothing but its number is taken, wherever it stands', () => {
  const further = [...heads, 'personnummer']
  const table = [further, [...row(), null], [...row(), 198112189876], row([4, 'för 811218-9876'])]
  const [first, ...others] = completionRows(table)
  expect(first).toMatchObject({ rowNumber: 2, email: 'kim@exempel.se' })
  expect(others).toEqual([
    { rowNumber: 3, withheld: 'personal-number' },
    { rowNumber: 4, withheld: 'personal-number' },
  ])
})

test('a personal number is seen over two cells and without its zeros; a day beside a number is none', () => {
  const further = [...heads, 'not', 'not']
  const table: Cell[][] = [
    further,
    [...row(), 811218, 9876],
    [...row(), 512011230],
    row([3, '1981-12-18'], [4, '9876']),
    row([1, 'A12'], [3, '2020-12-18'], [4, '9870']),
  ]
  const read = completionRows(table)
  expect(read.map((each) => 'withheld' in each)).toEqual([true, true, true, false])
})

test('the apostrophe of our own files is taken away before a sign of a formula, and nowhere else', () => {
  const evidence = (text: string) => completionRows([heads, row([4, text])])[0]
  expect(evidence("'=1+1")).toMatchObject({ evidence: '=1+1' })
  expect(evidence("''=1+1")).toMatchObject({ evidence: "''=1+1" })
  expect(evidence("'t Hof")).toMatchObject({ evidence: "'t Hof" })
})

test('blank rows give nothing, and the others keep their numbers', () => {
  const table = [[null], heads, row(), ['', ' ', null], row()]
  expect(completionRows(table).map(({ rowNumber }) => rowNumber)).toEqual([3, 5])
})

test('texts are one line without control signs', () => {
  const [read] = completionRows([heads, row([4, ' Intyg\u0000\n från\tkursen \ud800 '])])
  expect(read).toMatchObject({ evidence: 'Intyg från kursen \ufffd' })
})

test('missing columns are named in both languages, and either way of naming people is enough', () => {
  expect(() =>
    completionRows([
      ['e-post', 'datum'],
      ['a', 'b'],
    ]),
  ).toThrow(
    expect.objectContaining({
      code: 'table.columns-missing',
      detail: { missing: 'modul (module), underlag (evidence)' },
    }),
  )
  expect(() => columnPlacesOf(['modul', 'datum', 'underlag'])).toThrow(
    expect.objectContaining({
      detail: { missing: 'e-post/anställningsnummer (email/employer number)' },
    }),
  )
  expect(columnPlacesOf(['employee number', 'kurs', 'date', 'intyg'])).toEqual({
    employerNumber: 0,
    module: 1,
    day: 2,
    evidence: 3,
  })
})

test('a column twice, no rows and too many rows are refused', () => {
  const codeOf = (table: Cell[][]) => {
    try {
      return completionRows(table).length
    } catch (error) {
      return isRefusal(error) ? error.code : error
    }
  }
  expect(codeOf([[...heads, 'E-mail'], row()])).toBe('table.column-twice')
  expect(codeOf([])).toBe('table.no-rows')
  expect(codeOf([heads, [null], ['']])).toBe('table.no-rows')
  expect(codeOf([heads, ...Array<Cell[]>(20_000).fill(row())])).toBe(20_000)
  expect(codeOf([heads, ...Array<Cell[]>(20_001).fill(row())])).toBe('table.too-many-rows')
})

test('any cells give rows that any database takes', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.date(),
    fc.constant(null),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1 }), (rows) => {
      fc.pre(rows.some((cells) => cells.some((each) => each !== null && String(each).trim())))
      for (const read of completionRows([heads, row(), ...rows])) {
        expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/)
      }
    }),
  )
})
