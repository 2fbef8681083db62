import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '~/kernel/refusal.ts'
import { delimiterOf, delimiters, encodingOf } from './csv-form.ts'
import { tooManyRows } from './sheet-guard.ts'
import { tableLimits, type Cell } from './table-limits.ts'

/**
 * The records of a CSV file (RFC 4180, and what Swedish Excel makes of it): UTF-8 with or without a
 * BOM, UTF-16 with one, or Windows-1252; semicolons, commas or tabs. Blank lines are empty records,
 * so that a record's number is its row in a spreadsheet.
 * @throws Refusal table.not-a-table, table.quotes, table.too-many-rows
 */
export function csvTable(bytes: Uint8Array): Cell[][] {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  if (text.includes('\0')) throw new Refusal('table.not-a-table', {}, { field: 'file' })
  const told = /^sep=(.)\r?\n/.exec(text)
  const body = withoutBlankEnd(told ? text.slice(told[0].length) : text)
  return recordsOf(body, told?.[1] ?? delimiterOf(body))
}

/** Without the lines at the end that hold nothing: spreadsheets save as many as were ever touched. */
function withoutBlankEnd(text: string): string {
  const blank = new Set<string | undefined>(['\r', '\n', ' ', ...delimiters])
  let end = text.length
  while (end > 0 && blank.has(text[end - 1])) end--
  while (end < text.length && text[end] !== '\r' && text[end] !== '\n') end++
  return text.slice(0, end)
}

/** Blank lines in between are not counted against the limit, but not without end either. */
const mostRecords = 2 * tableLimits.maxRows

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      to: mostRecords + 1,
      skip_empty_lines: false,
      relax_column_count: true,
      // A quotation mark within a cell that has none around it is a sign like any other, as in Excel.
      relax_quotes: true,
    })
    if (records.length > mostRecords) throw tooManyRows()
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal('table.quotes', { line: Number(error.lines ?? 1) }, { field: 'file' })
  }
}
