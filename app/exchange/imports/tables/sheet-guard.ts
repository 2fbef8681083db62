import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Refusal } from '~/kernel/refusal.ts'
import { tableLimits } from './table-limits.ts'

/** The last row that a spreadsheet has (ECMA-376 part 1, 18.3.1.73, as Excel bounds it). */
const lastRow = 1_048_576
const pieceChars = 262_144

/**
 * Goes through a part of a spreadsheet before the reader does, which fills every gap up to the row and
 * column that a cell names: one cell in row 900,000,000 would take all memory. Lets through what is
 * well-formed, has no DTD and stays within the limits.
 * @throws Refusal table.not-a-table, table.too-many-rows, table.too-many-columns
 */
export async function guardSheet(xml: string): Promise<void> {
  const parser = new SaxesParser({ xmlns: false })
  const guard = new SheetGuard()
  parser.on('doctype', () => guard.refuse())
  parser.on('opentag', (tag) => guard.open(tag))
  parser.on('error', () => guard.refuse())
  for (let at = 0; at < xml.length; at += pieceChars) {
    parser.write(xml.slice(at, at + pieceChars))
    // Others are served in between.
    await new Promise(setImmediate)
  }
  parser.close()
}

class SheetGuard {
  #inSheet = false
  #rows = 0
  #cell: { row: number; column: number } | undefined

  refuse(): never {
    throw new Refusal('table.not-a-table', {}, { field: 'file' })
  }

  open({ name, attributes }: SaxesTagPlain): void {
    const local = name.slice(name.indexOf(':') + 1)
    if (local === 'sheetData') this.#inSheet = true
    if (!this.#inSheet) return
    if (local === 'row') this.#openRow(attributes.r)
    else if (local === 'c') this.#openCell(attributes.r)
    else if (local === 'v' || local === 'is') this.#openValue()
  }

  #openRow(number: string | undefined): void {
    this.#rows += 1
    if (this.#rows > lastRow) throw tooManyRows()
    if (number !== undefined && !this.#isRow(number)) this.refuse()
  }

  #openCell(address: string | undefined): void {
    const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(address ?? '') ?? []
    if (!this.#isRow(row)) this.refuse()
    this.#cell = { row: Number(row), column: columnOf(letters) }
  }

  #openValue(): void {
    if (!this.#cell) return
    if (this.#cell.row > tableLimits.maxRows + 1) throw tooManyRows()
    if (this.#cell.column > tableLimits.maxColumns) {
      throw new Refusal(
        'table.too-many-columns',
        { limit: tableLimits.maxColumns },
        { field: 'file' },
      )
    }
  }

  #isRow(number: string): boolean {
    return /^\d{1,7}$/.test(number) && Number(number) >= 1 && Number(number) <= lastRow
  }
}

/** "A" is 1, "Z" 26, "AA" 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Said of a file in either form that goes on for too long. */
export function tooManyRows(): Refusal {
  return new Refusal('table.too-many-rows', { limit: tableLimits.maxRows }, { field: 'file' })
}
