import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { systemActor } from '~/kernel/actor.ts'
import { newId } from '~/kernel/ids.ts'
import { BlobFolder } from '~/platform/blob-folder.server.ts'
import { holdBlobs } from '~/platform/blob-lock.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { makePackage } from '../../../tests/factories/catalogue.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { sweepBlobs } from './sweep-blobs.server.ts'

useDatabase()

const all = mkdtempSync(path.join(tmpdir(), 'samsyn-sweep-'))
afterAll(() => rmSync(all, { recursive: true, force: true }))

let root: string
let store: BlobFolder
beforeEach(() => {
  root = path.join(all, newId())
  store = new BlobFolder(root)
})

const sha256Of = (content: string) => createHash('sha256').update(content).digest('hex')

/** Keeps a blob as if that long ago. */
async function keep(content: string, name = sha256Of(content), minutesAgo = 120): Promise<string> {
  const from = path.join(all, newId())
  writeFileSync(from, content)
  await store.keep(from, name)
  const at = new Date(Date.now() - minutesAgo * 60_000)
  utimesSync(path.join(root, name.slice(0, 2), name), at, at)
  return name
}

async function names(): Promise<string[]> {
  const found: string[] = []
  for await (const { name } of store.list()) found.push(name)
  return found.sort()
}

async function keptByPackage(content: string): Promise<string> {
  const sha256 = await keep(content)
  await makePackage({
    files: [{ path: 'index.html', sha256, bytes: content.length, mediaType: 'text/html' }],
  })
  return sha256
}

test('what no package refers to goes, with what was packed of it; the rest stays', async () => {
  const needed = await keptByPackage('behövs')
  await keep('packat', `${needed}.br`)
  const orphan = await keep('föräldralös')
  await keep('packat', `${orphan}.gz`)
  expect(await sweepBlobs(60, store)).toEqual({ outcome: 'swept', removed: 2, bytes: 20 })
  expect(await names()).toEqual([needed, `${needed}.br`])
})

test('what is young stays, unless it is the start that sweeps', async () => {
  await keep('ung', undefined, 30)
  expect(await sweepBlobs(60, store)).toMatchObject({ removed: 0 })
  expect(await sweepBlobs(0, store)).toMatchObject({ removed: 1 })
})

test('half a file goes once it is an hour old, whatever refers to its content', async () => {
  const needed = await keptByPackage('hel')
  const part = `${needed}.${newId()}.part`
  const file = path.join(root, part.slice(0, 2), part)
  writeFileSync(file, 'he')
  await sweepBlobs(0, store)
  expect(await names()).toContain(part)
  const longAgo = new Date(Date.now() - 61 * 60_000)
  utimesSync(file, longAgo, longAgo)
  await sweepBlobs(60, store)
  expect(await names()).toEqual([needed])
})

test('hundreds of orphans go, however they fall in batches', async () => {
  const needed = await keptByPackage('kvar')
  for (let number = 0; number < 600; number++) await keep(`blob ${number}`)
  expect(await sweepBlobs(60, store)).toMatchObject({ outcome: 'swept', removed: 600 })
  expect(await names()).toEqual([needed])
})

test("another installation's store is left alone", async () => {
  await store.claim('another installation')
  await keep('deras')
  expect(await sweepBlobs(0, store)).toEqual({ outcome: 'not ours', removed: 0, bytes: 0 })
  expect(await names()).toHaveLength(1)
})

const served = inject('servedTemplate') !== null

test('while an import runs nothing is swept', async () => {
  await keep('på väg in')
  let sweep: ReturnType<typeof sweepBlobs> | undefined
  await inTransaction(systemActor, async (tx) => {
    await holdBlobs(tx)
    sweep = sweepBlobs(0, store)
    // Embedded there is one connection, and the sweep waits for it; served it sees that it is held off.
    if (served) await sweep
    expect(await names()).toHaveLength(1)
  })
  const outcome = served ? 'held off' : 'swept'
  expect(await sweep).toMatchObject({ outcome, removed: served ? 0 : 1 })
  await sweepBlobs(0, store)
  expect(await names()).toEqual([])
})

test.runIf(served)(
  'two imports do not wait for each other (served only: the embedded database has one connection)',
  async () => {
    await inTransaction(systemActor, async (tx) => {
      await holdBlobs(tx)
      await inTransaction(systemActor, holdBlobs)
    })
  },
)
