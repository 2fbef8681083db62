import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { onServer, withDatabase } from '../tests/setup/server-databases.ts'
import type { ManagerMeasured } from './manager/measure-process.ts'

/**
 * What a manager of an organisation with 50,000 people waits for: the reading of each page, a decision about
 * all that a list shows, and the list as a file, in a process and a database of its own on the server that
 * TEST_DATABASE_URL names.
 */
export async function measure() {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (!given) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL where databases may be made.')
  const name = `samsyn_bench_manager_${process.pid}`
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'samsyn-bench-'))
  const script = path.join(import.meta.dirname, 'manager', 'measure-process.ts')
  await onServer(given, `create database ${name}`)
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', script, '50000'],
      {
        env: {
          ...process.env,
          DATABASE_URL: withDatabase(given, name),
          DATA_FOLDER: dataFolder,
          LOG_LEVEL: 'silent',
        },
      },
    )
    return { what: 'a manager of 50,000', ...(JSON.parse(stdout) as ManagerMeasured) }
  } finally {
    await onServer(given, `drop database ${name} with (force)`)
    rmSync(dataFolder, { recursive: true })
  }
}
