import type { HeadcountFileRow } from '~/domain/organisation/headcount-import.ts'
import { isDay } from '~/kernel/dates.ts'
import { dayText } from '../tables/cell-text.ts'
import { filledRows } from '../tables/filled-rows.ts'
import { placesIn } from '../tables/known-columns.ts'
import { rowHoldsPersonalNumber } from '../tables/personal-cells.ts'
import type { Cell } from '../tables/table-limits.ts'
import { knownHeadcountColumns, type HeadcountColumn } from './headcount-columns.ts'

/** Longer texts name nothing that we have. */
const longestText = 300
/** A headcount is shorter than a day of birth. */
const shortNumber = /^\d{1,5}$/

/**
 * The rows of a file of headcounts as it has them. Of a row in which anything looks like a personal identity
 * number, nothing but its number in the file is taken.
 * @throws Refusal table.no-rows, table.too-many-rows, table.column-twice, table.columns-missing
 */
export function headcountRows(table: readonly (readonly Cell[])[]): HeadcountFileRow[] {
  const readHead = (head: readonly Cell[]) => placesIn(knownHeadcountColumns, head)
  const { places, rows } = filledRows(table, readHead)
  return rows.map(({ rowNumber, texts }) => {
    // A count and a day beside each other are nobody's number, though set together they may look like one.
    const looked = texts.map((text, place) => {
      const isCount = place === places.headcount && shortNumber.test(text)
      return isCount || (place === places.asOf && isDay(dayText(text))) ? '' : text
    })
    if (rowHoldsPersonalNumber(looked, () => false)) return { rowNumber, given: null }
    const text = (column: HeadcountColumn) => {
      const place = places[column]
      return place === undefined ? '' : (texts[place] ?? '').slice(0, longestText)
    }
    return {
      rowNumber,
      given: {
        organisation: text('organisation'),
        unit: text('unit'),
        group: text('group'),
        headcount: text('headcount'),
        asOf: dayText(text('asOf')),
        source: text('source'),
      },
    }
  })
}
