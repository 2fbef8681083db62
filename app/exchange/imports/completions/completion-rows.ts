import { earliestDay, type FileRow } from '~/domain/attempt/completion-import.ts'
import { isDay } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { dayText, textOfCell } from '../tables/cell-text.ts'
import { rowHoldsPersonalNumber } from '../tables/personal-cells.ts'
import { tooManyRows } from '../tables/sheet-guard.ts'
import { tableLimits, type Cell } from '../tables/table-limits.ts'
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
  const filled = [...table.entries()].filter(([, cells]) => !cells.every(isBlank))
  const [head, ...rows] = filled
  if (!head) throw noRows()
  const places = columnPlacesOf(head[1])
  if (rows.length === 0) throw noRows()
  if (rows.length > tableLimits.maxRows) throw tooManyRows()
  return rows.map(([index, cells]) => {
    const rowNumber = index + 1
    const texts = Array.from(cells, (cell) => textOfCell(cell ?? null))
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

const noRows = () => new Refusal('table.no-rows', {}, { field: 'file' })

const isBlank = (cell: Cell) => textOfCell(cell) === ''

/** A day on which something may have been completed, and so nobody's day of birth. */
function isCompletionDay(text: string | undefined): boolean {
  const day = dayText(text ?? '')
  return isDay(day) && day >= earliestDay
}
