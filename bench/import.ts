import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { onServer, withDatabase } from '../tests/setup/server-databases.ts'
import { rounded } from './numbers.ts'
import type { Imported } from './people-import/import-process.ts'

/** What the common choice takes on the same kind of machine: 10,000 people by CSV in 124 s. */
const commonRowsPerSecond = 80
const targetTimes = 20

/**
 * Brings files of 10,000 and of 100,000 people in, as a manager's browser would have it done: received,
 * tried and applied, each in a process and a database of its own on the server that TEST_DATABASE_URL names.
 * `rowsPerSecond` is of the whole way; `peakMemoryMb` what the process takes at most, `overIdleMb` beyond
 * what it holds before the file comes.
 */
export async function measure() {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (!given) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL where databases may be made.')
  const small = await imported(given, 10_000)
  const large = await imported(given, 100_000)
  const ratio = Math.min(small.rowsPerSecond, large.rowsPerSecond) / commonRowsPerSecond
  return {
    what: 'people by file',
    rowsPerSecond: large.rowsPerSecond,
    peakMemoryMb: large.peakMemoryMb,
    timesTheCommonChoice: rounded(ratio),
    withinTarget: ratio >= targetTimes,
    10_000: small,
    100_000: large,
  }
}

async function imported(server: string, people: number): Promise<Imported> {
  const name = `samsyn_bench_${process.pid}_${people}`
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'samsyn-bench-'))
  const script = path.join(import.meta.dirname, 'people-import', 'import-process.ts')
  await onServer(server, `create database ${name}`)
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', script, String(people)],
      {
        env: {
          ...process.env,
          DATABASE_URL: withDatabase(server, name),
          DATA_FOLDER: dataFolder,
          LOG_LEVEL: 'silent',
        },
      },
    )
    return JSON.parse(stdout) as Imported
  } finally {
    await onServer(server, `drop database ${name} with (force)`)
    rmSync(dataFolder, { recursive: true })
  }
}
