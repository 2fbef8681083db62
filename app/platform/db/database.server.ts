import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { invariant } from '~/kernel/invariant.ts'
import { PrismaClient } from '~/platform/prisma-client/client.ts'
import { singleton } from '~/platform/singleton.server.ts'
import { openEmbedded, type EmbeddedDatabase } from './embedded.server.ts'
import type { Sql } from './sql.server.ts'

export interface Database {
  kind: 'served' | 'embedded'
  pool: pg.Pool
  prisma: PrismaClient
  embedded?: EmbeddedDatabase
  close: () => Promise<void>
}

export type DatabaseSource =
  { url: string; connections: number } | { folder: string | undefined; image?: Blob }

const holder = singleton<{ database?: Database }>('database', () => ({}))

// Days come as text and whole numbers as numbers: no time zone can shift a day on its way.
const asText = (value: string) => value
const builtins = pg.types.builtins
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown => {
    if (oid === builtins.DATE) return asText
    if (oid === builtins.INT8 || oid === builtins.NUMERIC) return Number
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

/**
 * Opens the database of this process: a served PostgreSQL by its address, or the embedded one.
 * One pool serves Prisma, lucia, the jobs and plain SQL alike; embedded it holds one connection.
 * @throws EmbeddedInUse, or pg's error when the server does not answer
 */
export async function openDatabase(source: DatabaseSource): Promise<Database> {
  invariant(!holder.database, 'the database is opened once')
  const embedded = 'url' in source ? undefined : await openEmbedded(source.folder, source.image)
  const pool = new pg.Pool(
    'url' in source
      ? { connectionString: source.url, max: source.connections, types, onConnect }
      : { ...embedded!.connection, max: 1, types },
  )
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  await pool.query('select 1')
  holder.database = {
    kind: embedded ? 'embedded' : 'served',
    pool,
    prisma,
    embedded,
    close: async () => {
      holder.database = undefined
      await prisma.$disconnect()
      await pool.end()
      await embedded?.close()
    },
  }
  return holder.database
}

/**
 * Our longest questions take tenths of a second, and compiling one takes as long as answering it: the planner takes
 * what is joined with what has been counted for far more rows than there are, and has it compiled.
 */
async function withoutJit(client: pg.ClientBase): Promise<void> {
  await client.query('set jit = off')
}

// The pool waits for what it returns, which its types do not say.
const onConnect = withoutJit as (client: pg.ClientBase) => void

/** The open database. */
export function database(): Database {
  invariant(holder.database, 'the database is open')
  return holder.database
}

/** Prisma, for reads and writes where comfort counts more than speed; outside transactions only. */
export function prisma(): PrismaClient {
  return database().prisma
}

/** Rows of a query, outside transactions. Days are text, whole numbers are numbers. */
export async function rows<Row>(query: Sql): Promise<Row[]> {
  const result = await database().pool.query({ text: query.text, values: query.values })
  return result.rows as Row[]
}

/**
 * The same, prepared once by each connection: for what is asked so often that planning it costs more than
 * answering, and whose text takes few shapes, since each is kept. In a bare text, places are "$1".
 */
export async function preparedRows<Row>({ text, values }: Pick<Sql, 'text' | 'values'>) {
  const { pool, kind } = database()
  // The embedded database is one session, in which a second connection would prepare the name twice.
  const query = kind === 'served' ? { name: statementName(text), text, values } : { text, values }
  const result = await pool.query(query)
  return result.rows as Row[]
}

const statementNames = new Map<string, string>()

function statementName(text: string): string {
  const known = statementNames.get(text)
  if (known) return known
  const name = `samsyn-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  statementNames.set(text, name)
  return name
}

/** The first row of a query, if any. */
export async function firstRow<Row>(query: Sql): Promise<Row | undefined> {
  return (await rows<Row>(query))[0]
}
