import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { guessColumns } from '~/domain/identity/people-columns.ts'
import { receivePeople } from '~/domain/identity/people-import.server.ts'
import type { ReceivedRow } from '~/domain/identity/people-import.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { isDay } from '~/kernel/dates.ts'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import { withUpload, type UploadedFile } from '~/platform/http/upload.server.ts'
import { dayText, textOfCell } from '../tables/cell-text.ts'
import { csvRows } from '../tables/csv-rows.server.ts'
import { rowHoldsPersonalNumber } from '../tables/personal-cells.ts'
import { fileField, fileNameToKeep, formOf } from '../tables/table-file.server.ts'
import { tableLimits, type Cell } from '../tables/table-limits.ts'
import { xlsxTable } from '../tables/xlsx-table.server.ts'
import { peopleLimits } from './people-limits.ts'

const rules = {
  field: fileField,
  maxBytes: peopleLimits.maxBytes,
  tooLarge: new Refusal(
    'table.too-large',
    { megabytes: peopleLimits.maxBytes / 1_000_000 },
    { field: fileField },
  ),
}

/** Longer texts name nobody and nothing that we have. */
const longestText = 300

/**
 * Takes a posted file of people in (CSV or XLSX). The file itself is not kept.
 * @returns the import's id
 * @throws Refusal forbidden, not-found, upload.*, table.*, people.no-heads, people.heads-personal
 */
export async function receivePostedFile(input: {
  actor: Actor
  organisationId: string
  request: Request
}): Promise<string> {
  const { actor, organisationId, request } = input
  // Before a byte is received: a file to nowhere is not worth the wait.
  await readOrganisation(actor, 'people:import', organisationId)
  return withUpload(request, rules, (file) => receiveFile({ actor, organisationId, file }))
}

/**
 * The same of a file that lies on disk.
 * @throws Refusal as receivePostedFile
 */
export async function receiveFile(input: {
  actor: Actor
  organisationId: string
  file: Pick<UploadedFile, 'path' | 'name'>
}): Promise<string> {
  const { actor, organisationId, file } = input
  const records = recordsOf(await recordsIn(file.path))
  try {
    const head = await records.next()
    if (head.done) throw new Refusal('table.no-rows', {}, { field: fileField })
    const heads = headsOf(head.value.cells)
    const rows = rowsBelow(records, heads)
    const name = fileNameToKeep(file.name)
    const sha256 = await hashOf(file.path)
    return await receivePeople({ actor, organisationId, name, sha256, heads, rows })
  } finally {
    await records.return(undefined)
  }
}

async function recordsIn(path: string): Promise<AsyncIterable<Cell[]> | Iterable<Cell[]>> {
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close())
  return formOf(buffer) === 'xlsx' ? sheetIn(path) : csvRows(path)
}

/** A spreadsheet is read whole, so it may be smaller than a text file. */
async function sheetIn(path: string): Promise<Cell[][]> {
  const { maxBytes, maxRows } = tableLimits
  const detail = { megabytes: maxBytes / 1_000_000, rows: maxRows }
  const tooLarge = new Refusal('people.large-sheet', detail, { field: fileField })
  if ((await stat(path)).size > maxBytes) throw tooLarge
  try {
    return await xlsxTable(path)
  } catch (error) {
    throw isRefusal(error) && error.code === 'table.too-many-rows' ? tooLarge : error
  }
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
function headsOf(cells: string[]): string[] {
  if (rowHoldsPersonalNumber(cells, () => false)) {
    throw new Refusal('people.heads-personal', {}, { field: fileField })
  }
  if (cells.some((cell) => cell.includes('@')) || cells.every((cell) => !/\p{L}/u.test(cell))) {
    throw new Refusal('people.no-heads', {}, { field: fileField })
  }
  if (cells.length > peopleLimits.maxColumns) {
    const detail = { limit: peopleLimits.maxColumns }
    throw new Refusal('table.too-many-columns', detail, { field: fileField })
  }
  return cells
}

async function* rowsBelow(
  records: AsyncIterable<FilledRecord>,
  heads: string[],
): AsyncGenerator<ReceivedRow> {
  const { from, to } = guessColumns(heads, [])
  let count = 0
  for await (const { rowNumber, cells } of records) {
    if (++count > peopleLimits.maxRows) {
      const detail = { limit: peopleLimits.maxRows }
      throw new Refusal('table.too-many-rows', detail, { field: fileField })
    }
    // A day from when somebody works there is nobody's birth beside four digits.
    const isDayOfRow = (place: number) =>
      (place === from || place === to) && isDay(dayText(cells[place] ?? ''))
    if (rowHoldsPersonalNumber(cells, isDayOfRow)) yield [rowNumber, [], 'personal-number']
    else yield [rowNumber, cells.slice(0, heads.length), null]
  }
}
