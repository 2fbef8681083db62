import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ReceivedRow } from '~/domain/identity/people-import.ts'
import { isDay } from '~/kernel/dates.ts'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import type { UploadedFile } from '~/platform/http/upload.server.ts'
import { dayText, textOfCell } from './cell-text.ts'
import { csvRows } from './csv-rows.server.ts'
import { rowHoldsPersonalNumber } from './personal-cells.ts'
import { fileField, fileNameToKeep, formOf } from './table-file.server.ts'
import { tableLimits, type Cell } from './table-limits.ts'
import { xlsxTable } from './xlsx-table.server.ts'

/** A table file as it is received, to have its columns named and to be tried. */
export interface ReceivedTable {
  name: string
  sha256: string
  heads: string[]
  /** Without the cells of those in which anything looks like a personal identity number. */
  rows: AsyncIterable<ReceivedRow>
}

export interface TableRules {
  maxRows: number
  maxColumns: number
  /** How long a cell's text may be: longer ones are cut. */
  longestText: number
  /** Said where the first row has no names of columns. */
  noHeads: string
  /** Said of a sheet that is too large to be read, where a text file may be larger than that. */
  largeSheet?: string
  /** Which columns, by their heads, hold days: those are nobody's birth beside four digits. */
  dayColumns: (heads: readonly string[]) => readonly (number | undefined)[]
}

/**
 * Opens a table file that lies on disk (CSV or XLSX), hands it on and closes it.
 * @throws Refusal table.*, people.heads-personal, and the two that the rules name
 */
export async function withTable<Result>(
  file: Pick<UploadedFile, 'path' | 'name'>,
  rules: TableRules,
  take: (table: ReceivedTable) => Promise<Result>,
): Promise<Result> {
  const records = recordsOf(await recordsIn(file.path, rules), rules)
  try {
    const head = await records.next()
    if (head.done) throw new Refusal('table.no-rows', {}, { field: fileField })
    const heads = headsOf(head.value.cells, rules)
    const rows = rowsBelow(records, heads, rules)
    const sha256 = await hashOf(file.path)
    return await take({ name: fileNameToKeep(file.name), sha256, heads, rows })
  } finally {
    await records.return(undefined)
  }
}

async function recordsIn(
  path: string,
  rules: TableRules,
): Promise<AsyncIterable<Cell[]> | Iterable<Cell[]>> {
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close())
  return formOf(buffer) === 'xlsx' ? sheetIn(path, rules) : csvRows(path)
}

/** A spreadsheet is read whole, so it may be smaller than a text file. */
async function sheetIn(path: string, rules: TableRules): Promise<Cell[][]> {
  if ((await stat(path)).size > tableLimits.maxBytes) throw tooLarge('table.too-large', rules)
  try {
    return await xlsxTable(path)
  } catch (error) {
    const isLong = isRefusal(error) && error.code === 'table.too-many-rows'
    throw isLong ? tooLarge(error.code, rules) : error
  }
}

function tooLarge(code: string, { largeSheet, maxRows }: TableRules): Refusal {
  const rows = Math.min(maxRows, tableLimits.maxRows)
  const detail = { megabytes: tableLimits.maxBytes / 1_000_000, rows, limit: rows }
  return new Refusal(largeSheet ?? code, detail, { field: fileField })
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

interface FilledRecord {
  rowNumber: number
  cells: string[]
}

/** The records that hold anything, with their numbers in the file, as texts. */
async function* recordsOf(
  records: AsyncIterable<Cell[]> | Iterable<Cell[]>,
  { longestText }: TableRules,
): AsyncGenerator<FilledRecord, undefined> {
  let rowNumber = 0
  for await (const record of records) {
    rowNumber++
    const cells = Array.from(record, (cell) => textOfCell(cell ?? null).slice(0, longestText))
    if (cells.some(Boolean)) yield { rowNumber, cells }
  }
}

/**
 * The names of the columns. A file that begins with somebody's row at once would have that row's texts kept
 * as names of columns for good.
 */
function headsOf(cells: string[], { noHeads, maxColumns }: TableRules): string[] {
  if (rowHoldsPersonalNumber(cells, () => false)) {
    throw new Refusal('people.heads-personal', {}, { field: fileField })
  }
  if (cells.some((cell) => cell.includes('@')) || cells.every((cell) => !/\p{L}/u.test(cell))) {
    throw new Refusal(noHeads, {}, { field: fileField })
  }
  if (cells.length > maxColumns) {
    throw new Refusal('table.too-many-columns', { limit: maxColumns }, { field: fileField })
  }
  return cells
}

async function* rowsBelow(
  records: AsyncIterable<FilledRecord>,
  heads: string[],
  { dayColumns, maxRows }: TableRules,
): AsyncGenerator<ReceivedRow> {
  const days = new Set(dayColumns(heads))
  let count = 0
  for await (const { rowNumber, cells } of records) {
    if (++count > maxRows) {
      throw new Refusal('table.too-many-rows', { limit: maxRows }, { field: fileField })
    }
    const isDayOfRow = (place: number) => days.has(place) && isDay(dayText(cells[place] ?? ''))
    if (rowHoldsPersonalNumber(cells, isDayOfRow)) yield [rowNumber, [], 'personal-number']
    else yield [rowNumber, cells.slice(0, heads.length), null]
  }
}
