import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '~/kernel/refusal.ts'
import { tooManyRows } from './sheet-guard.ts'
import { tableLimits, type Cell } from './table-limits.ts'

const delimiters = [';', ',', '\t'] as const

/**
 * The records of a CSV file (RFC 4180, and what Swedish Excel makes of it): UTF-8 with or without a
 * BOM, UTF-16 with one, or Windows-1252; semicolons, commas or tabs. Blank lines are empty records,
 * so that a record's number is its row in a spreadsheet.
 * @throws Refusal earlier.not-a-table, earlier.quotes, earlier.too-many-rows
 */
export function csvTable(bytes: Uint8Array): Cell[][] {
  const text = textOf(bytes)
  if (text.includes('\0')) throw new Refusal('earlier.not-a-table', {}, { field: 'file' })
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

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What stands most often outside quotes in the first line that says something. */
function delimiterOf(text: string): string {
  const head = (/\S.*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counted = delimiters.map((delimiter) => ({
    delimiter,
    count: head.split(delimiter).length,
  }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
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
    throw new Refusal('earlier.quotes', { line: Number(error.lines ?? 1) }, { field: 'file' })
  }
}
