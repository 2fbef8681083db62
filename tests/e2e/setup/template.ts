import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { onServer, withDatabase } from '../../setup/server-databases.ts'

/** Where a run keeps its template and its workers' data and logs. */
export const runFolder = path.resolve('test-results/servers')
export const templateFolder = path.join(runFolder, 'template')
export const templateDatabase = 'samsyn_e2e_template'

/** Playwright's global set-up: one template for the run. */
export default async function makeTemplate(): Promise<() => Promise<void>> {
  rmSync(runFolder, { recursive: true, force: true })
  mkdirSync(templateFolder, { recursive: true })
  const server = process.env.TEST_DATABASE_URL
  if (server) {
    await onServer(server, `drop database if exists ${templateDatabase} with (force)`)
    await onServer(server, `create database ${templateDatabase}`)
  }
  execFileSync(process.execPath, ['--import', 'tsx', 'tests/e2e/setup/make-world.ts'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DEMO: '1',
      DATA_FOLDER: templateFolder,
      DATABASE_URL: server ? withDatabase(server, templateDatabase) : '',
    },
  })
  return async () => {
    if (server) await onServer(server, `drop database if exists ${templateDatabase} with (force)`)
  }
}
