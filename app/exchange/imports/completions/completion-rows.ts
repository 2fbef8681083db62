import { earliestDay, type FileRow } from '~/domain/attempt/completion-import.ts'
import { isDay } from '~/kernel/dates.ts'
import { dayText } from '../tables/cell-text.ts'
import { filledRows } from '../tables/filled-rows.ts'
import { rowHoldsPersonalNumber } from '../tables/personal-cells.ts'
import type { Cell } from '../tables/table-limits.ts'
import { columnPlacesOf, type Column } from './completion-columns.ts'

/** Longer texts name nobody and nothing that we have. */
const longestText = 300

/**
 * The rows of a file of completions as it has them, each with its number in the file: the head is row 1
 * where the file begins with it. Of a row in which anything looks like a personal identity number,
 * nothing but its number is taken.
 * @throws Refusal table.no-rows, table.too-many-rows, and those of columnPlacesOf
 */
export function completionRows(table: readonly (readonly Cell[])[]): FileRow[] {
  const { places, rows } = filledRows(table, columnPlacesOf)
  return rows.map(({ rowNumber, texts }) => {
    const isDayOfRow = (place: number) => place === places.day && isCompletionDay(texts[place])
    if (rowHoldsPersonalNumber(texts, isDayOfRow)) return { rowNumber, withheld: 'personal-number' }
    const text = (column: Column) => {
      const place = places[column]
      return place === undefined ? '' : (texts[place] ?? '').slice(0, longestText)
    }
    return {
      rowNumber,
      email: text('email').toLowerCase(),
      employerNumber: text('employerNumber'),
      module: text('module'),
      day: dayText(text('day')),
      evidence: text('evidence'),
    }
  })
}

/** A day on which something may have been completed, and so nobody's day of birth. */
function isCompletionDay(text: string | undefined): boolean {
  const day = dayText(text ?? '')
  return isDay(day) && day >= earliestDay
}
