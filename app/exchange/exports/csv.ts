import { setAside } from '~/platform/set-aside.server.ts'

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

/** A text that a spreadsheet would run as a formula (OWASP, CSV injection), and one that is to stand in quotes. */
const formula = /^[=+\-@\t\r＝＋－＠]/
const quoted = /[";\r\n]/

function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.written
  const text = formula.test(cell) ? `'${cell}` : cell
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type Records = readonly (readonly CsvCell[])[]

/** By hand, since files are long: a library's writing of them took longer than the database did. */
function linesOf(records: Records): string {
  let lines = ''
  for (const record of records) {
    let between = ''
    for (const cell of record) {
      lines += between + written(cell)
      between = ';'
    }
    lines += '\r\n'
  }
  return lines
}

/** A whole file for Swedish Excel: UTF-8 with a BOM, semicolons, CRLF; the columns' names, then the rows. */
export function csvFile(columns: readonly string[], records: Records): string {
  return `\uFEFF${linesOf([columns, ...records])}`
}

/**
 * The same for files as long as a list: the rows are read and written as fast as they come, and the file is told from
 * where it is set aside, as slowly as the reader wants it. A reader that goes away ends the reading; an error breaks
 * the file off, so that no browser takes it for whole.
 */
export function csvStream(
  columns: readonly string[],
  parts: AsyncIterable<Records>,
): ReadableStream<Uint8Array> {
  async function* pieces() {
    yield Buffer.from(csvFile(columns, []))
    for await (const part of parts) yield Buffer.from(linesOf(part))
  }
  const told = setAside(pieces())
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await told.next()
        if (piece.done) controller.close()
        else controller.enqueue(piece.value)
      },
      cancel: async () => void (await told.return(undefined)),
    },
    // Nothing is read before somebody wants it.
    { highWaterMark: 0 },
  )
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
