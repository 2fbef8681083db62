import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { onServer, withDatabase } from '../tests/setup/server-databases.ts'

let asked = 0

/**
 * Runs a script of this folder in a process of its own, with a database of its own on the server that
 * TEST_DATABASE_URL names and an empty data folder. @returns what it prints, read as JSON
 */
export async function inOwnProcess<Measured>(
  script: string,
  ...values: (string | number)[]
): Promise<Measured> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (!given) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL where databases may be made.')
  const name = `samsyn_bench_${process.pid}_${++asked}`
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'samsyn-bench-'))
  await onServer(given, `create database ${name}`)
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--expose-gc',
        '--import',
        'tsx',
        path.join(import.meta.dirname, script),
        ...values.map(String),
      ],
      {
        env: {
          ...process.env,
          DATABASE_URL: withDatabase(given, name),
          DATA_FOLDER: dataFolder,
          LOG_LEVEL: 'silent',
        },
      },
    )
    return JSON.parse(stdout) as Measured
  } finally {
    await onServer(given, `drop database ${name} with (force)`)
    rmSync(dataFolder, { recursive: true })
  }
}
