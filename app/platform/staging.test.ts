import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { clearStaging, keepStaged, newStagingPath, stagingFolder } from './blobs.server.ts'
import * as settings from './env.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-staging-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const onDatabase = (url: string | undefined) => {
  const values = { DATA_FOLDER: path.join(folder, 'data'), DATABASE_URL: url }
  vi.spyOn(settings, 'env').mockReturnValue(values as settings.Env)
}
beforeEach(() => {
  rmSync(path.join(folder, 'data'), { recursive: true, force: true })
  onDatabase('postgresql://a/b')
})

const host = encodeURIComponent(hostname())
/** The number of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['--version']).pid
/** The number of one that runs for as long as this one does. */
const other = process.ppid

function staged(name: string, hoursAgo = 0): string {
  const made = path.join(stagingFolder(), name)
  mkdirSync(made, { recursive: true })
  writeFileSync(path.join(made, 'file'), 'x')
  const at = new Date(Date.now() - hoursAgo * 3_600_000)
  utimesSync(made, at, at)
  return name
}

const left = () => readdirSync(stagingFolder()).sort()

describe('what broken imports left in the staging folder is cleared', () => {
  test('where its process has ended, and where it has no name of ours', async () => {
    staged([host, ended(), newId(), newId()].join('~'))
    staged('01890000-0000-7000-8000-000000000000')
    await clearStaging()
    expect(left()).toEqual([])
  })

  test('where this process has the number that another had before', async () => {
    staged([host, process.pid, newId(), newId()].join('~'))
    await clearStaging()
    expect(left()).toEqual([])
  })

  test('but not what this process, another one or another machine is working on', async () => {
    const kept = [
      staged(path.basename(newStagingPath())),
      staged([host, other, newId(), newId()].join('~')),
      staged(['another-machine', 1, newId(), newId()].join('~')),
    ]
    await clearStaging()
    expect(left()).toEqual(kept.sort())
  })

  test('nor what the other of the server’s bundles is working on, which has this module once more', async () => {
    vi.resetModules()
    const copy = await import('./blobs.server.ts')
    const kept = staged(path.basename(copy.newStagingPath()))
    await clearStaging()
    expect(left()).toEqual([kept])
  })

  test('after a day in any case', async () => {
    staged([host, other, newId(), newId()].join('~'), 25)
    staged(['another-machine', 1, newId(), newId()].join('~'), 25)
    await clearStaging()
    expect(left()).toEqual([])
  })

  test('on the embedded database, which nobody shares, whoever left it', async () => {
    onDatabase(undefined)
    staged([host, other, newId(), newId()].join('~'))
    staged(['another-machine', 1, newId(), newId()].join('~'))
    const own = staged(path.basename(newStagingPath()))
    await clearStaging()
    expect(left()).toEqual([own])
  })
})

test('when a file cannot be kept no more is begun, and nothing is under way when that is told', async () => {
  const from = path.join(folder, 'data', 'from')
  mkdirSync(from, { recursive: true })
  const names = Array.from({ length: 500 }, (_, i) => sha256Of(String(i)))
  for (const [i, name] of names.entries())
    if (i !== 3) writeFileSync(path.join(from, name), String(i))
  await expect(keepStaged(from, names)).rejects.toMatchObject({ code: 'ENOENT' })
  const waiting = readdirSync(from).length
  expect(waiting).toBeGreaterThan(400)
  // A whole turn of another keep: what was still under way would have moved by then.
  await keepStaged(from, names.slice(-1))
  expect(readdirSync(from)).toHaveLength(waiting - 1)
})

const sha256Of = (content: string) => createHash('sha256').update(content).digest('hex')
