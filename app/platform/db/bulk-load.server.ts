import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { database } from './database.server.ts'

type Rows = Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>
type Value = string | number | boolean | Date | null | string[] | object

/** Values for one multi-row INSERT stay below PostgreSQL's 65,535 parameters and short on the one embedded connection. */
const embeddedBatch = 500
/** Rows are sent together up to about this much: a write of its own for each would cost more than the row. */
const pieceChars = 65_536

/**
 * Puts many rows into one table: COPY on a served database, short multi-row INSERTs on the embedded
 * one (COPY does not work through its socket). All rows or none.
 * @param table the table's name; @param columns its columns; both from code, never from outside
 * @returns how many rows went in
 */
export async function bulkLoad(
  table: string,
  columns: readonly string[],
  rowsToLoad: Rows,
): Promise<number> {
  const client = await database().pool.connect()
  try {
    await client.query('begin')
    const count =
      database().kind === 'served'
        ? await copyIn(client, table, columns, rowsToLoad)
        : await insertIn(client, table, columns, rowsToLoad)
    await client.query('commit')
    return count
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function copyIn(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rowsToLoad: Rows,
): Promise<number> {
  let count = 0
  async function* lines() {
    let piece = ''
    for await (const row of rowsToLoad) {
      count++
      piece += `${row.map(copyText).join('\t')}\n`
      if (piece.length < pieceChars) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  const target = client.query(copyFrom(`copy "${table}" (${quoted(columns)}) from stdin`))
  await pipeline(Readable.from(lines()), target)
  return count
}

async function insertIn(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rowsToLoad: Rows,
): Promise<number> {
  let count = 0
  let batch: (readonly Value[])[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const places = batch
      .map(
        (_, row) =>
          `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(',')})`,
      )
      .join(',')
    await client.query(
      `insert into "${table}" (${quoted(columns)}) values ${places}`,
      batch.flat().map(insertValue),
    )
    count += batch.length
    batch = []
  }
  for await (const row of rowsToLoad) {
    batch.push(row)
    if (batch.length === embeddedBatch) await flush()
  }
  await flush()
  return count
}

const quoted = (columns: readonly string[]) => columns.map((name) => `"${name}"`).join(',')

const isPlainObject = (value: Value): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value)

function insertValue(value: Value): unknown {
  return isPlainObject(value) ? JSON.stringify(value) : value
}

const arrayElement = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`

function copyText(value: Value): string {
  if (value === null) return '\\N'
  const text =
    value instanceof Date
      ? value.toISOString()
      : Array.isArray(value)
        ? `{${value.map(arrayElement).join(',')}}`
        : isPlainObject(value)
          ? JSON.stringify(value)
          : String(value)
  return text.replace(/[\\\t\n\r]/g, (character) => copyEscapes[character]!)
}

const copyEscapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
