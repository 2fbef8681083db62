import { Refusal } from '~/kernel/refusal.ts'
import { textOfCell } from './cell-text.ts'
import { tooManyRows } from './sheet-guard.ts'
import { tableLimits, type Cell } from './table-limits.ts'

/** A row as texts of one line, with its number in the file. */
export interface TextRow {
  rowNumber: number
  texts: string[]
}

/**
 * A table's first row that holds anything, and those below it that do.
 * @throws Refusal table.no-rows, table.too-many-rows, and what reading the head throws
 */
export function filledRows<Places>(
  table: readonly (readonly Cell[])[],
  readHead: (head: readonly Cell[]) => Places,
): { places: Places; rows: TextRow[] } {
  const isBlank = (cell: Cell) => textOfCell(cell) === ''
  const filled = [...table.entries()].filter(([, cells]) => !cells.every(isBlank))
  const [head, ...rows] = filled
  if (!head) throw noRows()
  const places = readHead(head[1])
  if (rows.length === 0) throw noRows()
  if (rows.length > tableLimits.maxRows) throw tooManyRows()
  return {
    places,
    rows: rows.map(([index, cells]) => ({
      rowNumber: index + 1,
      texts: Array.from(cells, (cell) => textOfCell(cell ?? null)),
    })),
  }
}

const noRows = () => new Refusal('table.no-rows', {}, { field: 'file' })
