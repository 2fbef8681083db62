import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { page, smallPackage } from '../../../../tests/packages/build.ts'
import { onServer, withDatabase } from '../../../../tests/setup/server-databases.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-killed-'))
const served = inject('servedTemplate')
const databases: string[] = []
let zipFile: string

beforeAll(() => {
  zipFile = path.join(folder, 'kurs.zip')
  // Large enough that its unpacking is seen, and stored as it is.
  const film = { name: 'film.mp4', content: randomBytes(20_000_000) }
  writeFileSync(zipFile, smallPackage(undefined, [page, film]))
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of databases) await onServer(served!.url, `drop database ${name} with (force)`)
})

// Each test starts the program twice.
vi.setConfig({ testTimeout: 120_000 })

/** The settings of a server of its own, with an empty data folder. */
async function aServer(): Promise<{ DATA_FOLDER: string; [setting: string]: string }> {
  const settings = {
    DATA_FOLDER: path.join(folder, newId()),
    SECRET: 'only for tests '.repeat(3),
    LOG_LEVEL: 'silent',
  }
  if (!served) return { ...settings, EMBEDDED_IMAGE: inject('embeddedTemplate') }
  const name = `samsyn_killed_${process.pid}_${databases.length}`
  await onServer(served.url, `create database ${name} template ${served.template}`)
  databases.push(name)
  return { ...settings, DATABASE_URL: withDatabase(served.url, name) }
}

const argumentsOf = (command: string[]) => [
  '--import',
  'tsx',
  path.resolve('tests/setup/import-process.ts'),
  ...command,
]

function killedBy(command: string, env: NodeJS.ProcessEnv): void {
  const killed = spawnSync(process.execPath, argumentsOf([command, zipFile]), { env })
  expect([killed.signal, killed.stdout.toString(), killed.stderr.toString()]).toEqual([
    'SIGKILL',
    '',
    '',
  ])
}

/** What there is when a server has started again. */
function startedAgain(env: NodeJS.ProcessEnv): unknown {
  return JSON.parse(execFileSync(process.execPath, argumentsOf(['start']), { env }).toString())
}

const nothing = { packages: 0, modules: 0, versions: 0, files: 0, staging: [], blobs: 0 }

test.each([
  ['die-staging', /^staging\/.+\/./],
  ['die-keeping', /^blobs\/..\/[0-9a-f]{64}$/],
  ['die-writing', /^blobs\/..\/[0-9a-f]{64}$/],
])(
  'an import that is killed (%s) has left nothing when the server has started again',
  async (command, trace) => {
    const env = { ...process.env, ...(await aServer()) }
    killedBy(command, env)
    const left = readdirSync(env.DATA_FOLDER, { recursive: true }).map(String)
    expect(left.filter((name) => trace.test(name)).length).toBeGreaterThan(0)
    expect(startedAgain(env)).toEqual(nothing)
  },
)

test('once a package is there so is its version: between the two no import can be killed', async () => {
  const env = { ...process.env, ...(await aServer()) }
  killedBy('die-written', env)
  expect(startedAgain(env)).toEqual({
    ...nothing,
    packages: 1,
    modules: 1,
    versions: 1,
    files: 3,
    blobs: 3,
  })
})
