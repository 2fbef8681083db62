import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '~/kernel/refusal.ts'
import { delimiterOf, encodingOf, type TextEncodingName } from './csv-form.ts'

/** As much of a file's beginning as its delimiter is told by. */
const beginningBytes = 65_536
const longestRecord = 200_000

/**
 * The records of a CSV file, as `csvTable` gives them, but one at a time: a file of a hundred thousand
 * rows takes no more memory than one of ten.
 * @throws Refusal table.not-a-table, table.quotes
 */
export async function* csvRows(path: string): AsyncGenerator<string[]> {
  const encoding = await encodingOfFile(path)
  const beginning = await beginningOf(path, encoding)
  const told = /^sep=(.)\r?\n/.exec(beginning)
  const delimiter = told?.[1] ?? delimiterOf(beginning)
  const parser = parse({
    delimiter,
    skip_empty_lines: false,
    relax_column_count: true,
    relax_quotes: true,
    // Quotes that do not pair up would make one record of all that follows.
    max_record_size: longestRecord,
    from: told ? 2 : 1,
  })
  const text = decoded(path, encoding)
  const feeding = feed(text, parser)
  try {
    for await (const record of parser) yield record as string[]
    await feeding
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal('table.quotes', { line: Number(error.lines ?? 1) }, { field: 'file' })
  }
}

async function feed(text: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const piece of text) {
      if (!parser.write(piece)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  } catch (error) {
    parser.destroy(error as Error)
  }
}

async function* decoded(path: string, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    yield withoutNull(decoder.decode(piece, { stream: true }))
  }
  yield withoutNull(decoder.decode())
}

function withoutNull(text: string): string {
  if (text.includes('\0')) throw new Refusal('table.not-a-table', {}, { field: 'file' })
  return text
}

/** Goes through the whole file: one letter that is not UTF-8 can stand in its last row. */
async function encodingOfFile(path: string): Promise<TextEncodingName> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && encodingOf(piece) === 'utf-16le') return 'utf-16le'
      isFirst = false
      decoder.decode(piece, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

async function beginningOf(path: string, encoding: TextEncodingName): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(beginningBytes),
      0,
      beginningBytes,
      0,
    )
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
