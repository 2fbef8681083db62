import { earliestDay, type FileRow } from '~/domain/attempt/completion-import.ts'
import { dayOfDate, isDay } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { columnPlacesOf, type Column } from './completion-columns.ts'
import { rowHoldsPersonalNumber } from './personal-cells.ts'
import { tooManyRows } from './sheet-guard.ts'
import { tableLimits, type Cell } from './table-limits.ts'

/** Longer texts name nobody and nothing that we have. */
const longestText = 300

/**
 * The rows of a file of completions as it has them, each with its number in the file: the head is row 1
 * where the file begins with it. Of a row in which anything looks like a personal identity number,
 * nothing but its number is taken.
 * @throws Refusal earlier.no-rows, earlier.too-many-rows, and those of columnPlacesOf
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
    const texts = Array.from(cells, (cell) => textOf(cell ?? null))
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

const noRows = () => new Refusal('earlier.no-rows', {}, { field: 'file' })

const isBlank = (cell: Cell) => textOf(cell) === ''

/**
 * One line of text that any database takes, without the apostrophe by which our own files keep a
 * spreadsheet from reading it as a formula.
 */
function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : dayOfDate(cell)
  return plainText(String(cell)).replace(/^'(?=[=+\-@＝＋－＠])/, '')
}

/** Without control signs and halves of signs, each of which breaks something further on. */
export function plainText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** A day on which something may have been completed, and so nobody's day of birth. */
function isCompletionDay(text: string | undefined): boolean {
  const day = dayText(text ?? '')
  return isDay(day) && day >= earliestDay
}

/** "20250131" is the 31st of January; everything else is left for the rules to judge. */
function dayText(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}
