import { stringify } from 'csv-stringify/sync'

/** A number that is written as it stands, also when a minus begins it. */
interface WrittenNumber {
  written: string
}

/** A text, a whole number, a number with decimals; nothing for null. */
export type CsvCell = string | number | WrittenNumber | null

/** A number with a decimal comma; nothing for null. */
export function decimal(value: number | null, decimals: number): CsvCell {
  return value === null ? null : { written: value.toFixed(decimals).replace('.', ',') }
}

/** As Swedish Excel takes it, after the BOM. */
const form = { delimiter: ';', record_delimiter: 'windows' } as const

/** A text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection). */
function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.written
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
}

type Records = readonly (readonly CsvCell[])[]

const linesOf = (records: Records) =>
  stringify(
    records.map((row) => row.map(written)),
    form,
  )

/** A whole file for Swedish Excel: UTF-8 with a BOM, semicolons, CRLF; the columns' names, then the rows. */
export function csvFile(columns: readonly string[], records: Records): string {
  return `\uFEFF${linesOf([columns, ...records])}`
}

/**
 * The same, written while the rows are read: for files as long as a list. A reader that goes away ends the
 * reading; an error breaks the file off, so that no browser takes it for whole.
 */
export function csvStream(
  columns: readonly string[],
  parts: AsyncIterable<Records>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = parts[Symbol.asyncIterator]()
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvFile(columns, []))),
    async pull(controller) {
      const part = await iterator.next()
      if (part.done) controller.close()
      else controller.enqueue(encoder.encode(linesOf(part.value)))
    },
    cancel: async () => void (await iterator.return?.()),
  })
}

/** The answer that a browser saves as a file. */
export function csvAnswer(body: BodyInit, fileName: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  })
}
