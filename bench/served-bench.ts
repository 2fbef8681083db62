import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { onServer, withDatabase } from '../tests/setup/server-databases.ts'
import { sharedOutMb } from './memory.ts'
import { sum } from './numbers.ts'
import { startServer, type BenchServer } from './server-process.ts'

/**
 * Requests under way at once, and the floor's connections to the database. The server has as many as it is set to
 * have: ten where nothing is set.
 */
export const connections = 16
export const serverConnections = process.env.DATABASE_CONNECTIONS ?? 'default'

export interface ServedBench {
  url: string
  server: BenchServer
  /** Of each turn. */
  seconds: number
  rounds: number
}

/** In megabytes. */
interface Memory {
  /** The most that the server has held under the load. */
  serverPeakMb: number
  /** What the database's processes hold after it, its cache with them; none when they are not to be seen. */
  databaseMb: number | null
}

/**
 * Measures on a built server with a database of its own, which is dropped afterwards. The database's
 * server is the one that TEST_DATABASE_URL or DATABASE_URL names; `--seconds` (5), `--rounds` (3) and
 * `--profile FOLDER` come from the command line. What memory it took is added to what was measured.
 * @throws Error when no database is named
 */
export async function onServedDatabase<Measured>(
  { demo }: { demo: boolean },
  measureOn: (bench: ServedBench) => Promise<Measured>,
): Promise<Measured & { memory: Memory }> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      profile: { type: 'string' },
    },
  })
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (!given) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL where databases may be made.')
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)]
  const name = `samsyn_bench_${process.pid}`
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'samsyn-bench-'))
  await onServer(given, `create database ${name}`)
  try {
    const url = withDatabase(given, name)
    const flags = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
    const options = { dataFolder, flags, demo }
    // A server that has just made a world holds more than one that finds it.
    if (demo) await (await startServer(url, { ...options, flags: [] })).stop()
    const server = await startServer(url, options)
    try {
      const measured = await measureOn({ url, server, seconds, rounds })
      return { ...measured, memory: await memoryOf(url, server) }
    } finally {
      await server.stop()
    }
  } finally {
    await onServer(given, `drop database ${name} with (force)`)
    rmSync(dataFolder, { recursive: true })
  }
}

async function memoryOf(url: string, server: BenchServer): Promise<Memory> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where pid <> pg_backend_pid()',
  )
  await client.end()
  const held = rows.map(({ pid }) => sharedOutMb(pid))
  return {
    serverPeakMb: Math.round(server.peakMb()),
    databaseMb: held.includes(null) ? null : Math.round(sum(held as number[])),
  }
}
