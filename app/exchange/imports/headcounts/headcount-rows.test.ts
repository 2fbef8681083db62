import fc from 'fast-check'
import { expect, test } from 'vitest'
import { professionGroups } from '~/kernel/profession.ts'
import type { Cell } from '../tables/table-limits.ts'
import { headcountRows } from './headcount-rows.ts'

const heads = ['Organisation', 'Enhet', 'Yrkesgrupp', 'Antal', 'Datum', 'Källa']
const row: Cell[] = ['212000-1355', 'Skolan', 'Förskola och skola', 120, '20260331', 'SCB']

test('a row is read by the heads, in either language and in any order', () => {
  const given = {
    organisation: '212000-1355',
    unit: 'Skolan',
    group: 'Förskola och skola',
    headcount: '120',
    asOf: '2026-03-31',
    source: 'SCB',
  }
  expect(headcountRows([heads, row])).toEqual([{ rowNumber: 2, given }])
  const english = ['Source', 'As of', 'Headcount', 'Profession group', 'Unit', 'Employer']
  expect(headcountRows([english, [...row].reverse()])).toEqual([{ rowNumber: 2, given }])
})

test('a file without a column that is needed is refused, with its name', () => {
  const codeOf = (head: Cell[]) => () => headcountRows([head, row])
  expect(codeOf(['Yrkesgrupp', 'Antal', 'Datum'])).toThrow(
    expect.objectContaining({
      code: 'table.columns-missing',
      detail: { missing: 'Källa (Source)' },
    }),
  )
  expect(codeOf([...heads, 'Count'])).toThrow(
    expect.objectContaining({ code: 'table.column-twice' }),
  )
})

test('nothing is kept of a row that looks like holding a personal identity number', () => {
  const places = fc.constantFrom(0, 1, 2, 3, 5)
  const numbers = fc.constantFrom('811218-9876', '198112189876', '8112189876')
  fc.assert(
    fc.property(places, numbers, (place, number) => {
      const cells = [...row]
      cells[place] = number
      expect(headcountRows([heads, cells])).toEqual([{ rowNumber: 2, given: null }])
    }),
  )
})

test('a count and a day beside each other are never taken for one', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-11-22') })
  fc.assert(
    fc.property(
      fc.nat(99_999),
      days.filter((day) => !Number.isNaN(day.getTime())),
      fc.constantFrom(...professionGroups),
      fc.boolean(),
      (count, day, group, isTurned) => {
        const asOf = day.toISOString().slice(0, 10)
        const pair = [String(count), isTurned ? asOf : asOf.replaceAll('-', '')]
        const cells = [group, ...(isTurned ? [...pair].reverse() : pair), 'SCB']
        const head = ['Yrke', ...(isTurned ? ['Datum', 'Antal'] : ['Antal', 'Datum']), 'Källa']
        expect(headcountRows([head, cells])[0]?.given).toMatchObject({
          headcount: String(count),
          asOf,
        })
      },
    ),
  )
})
