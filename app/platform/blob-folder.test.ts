import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { BlobFolder } from './blob-folder.server.ts'
import type { KeptBlob } from './blob-store.ts'

const all = mkdtempSync(path.join(tmpdir(), 'samsyn-blobs-'))
afterAll(() => rmSync(all, { recursive: true, force: true }))
afterEach(() => holdClock(undefined))

let root: string
let store: BlobFolder
beforeEach(() => {
  root = path.join(all, newId())
  store = new BlobFolder(root)
})

const sha256Of = (content: string) => createHash('sha256').update(content).digest('hex')

function fileOf(content: string): string {
  const file = path.join(all, newId())
  writeFileSync(file, content)
  return file
}

async function keep(content: string): Promise<string> {
  const name = sha256Of(content)
  await store.keep(fileOf(content), name)
  return name
}

const placeOf = (name: string) => path.join(root, name.slice(0, 2), name)

async function listed(): Promise<KeptBlob[]> {
  const found: KeptBlob[] = []
  for await (const blob of store.list()) found.push(blob)
  return found.sort((a, b) => a.name.localeCompare(b.name))
}

describe('a blob', () => {
  test('that is kept is read by its content, whole or in part', async () => {
    const name = await keep('Samsyn betyder att se tillsammans.')
    expect(await store.size(name)).toBe(34)
    expect(await text(await store.read(name))).toBe('Samsyn betyder att se tillsammans.')
    expect(await text(await store.read(name, { start: 7, end: 13 }))).toBe('betyder')
  })

  test('has moved: no copy of it is left where it was', async () => {
    const file = fileOf('flyttad')
    await store.keep(file, sha256Of('flyttad'))
    expect(existsSync(file)).toBe(false)
  })

  test('that is not there has no size, and cannot be read', async () => {
    const name = sha256Of('aldrig')
    expect(await store.size(name)).toBeUndefined()
    await expect(store.read(name)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('kept again is one blob, and counts as kept now', async () => {
    const name = await keep('samma')
    const longAgo = new Date('2026-01-01T12:00:00Z')
    utimesSync(placeOf(name), longAgo, longAgo)
    const later = new Date('2026-11-21T12:00:00Z')
    holdClock(later)
    await keep('samma')
    expect(await listed()).toMatchObject([{ name, keptAt: later }])
  })

  test('that a power cut left short is whole when it is kept again', async () => {
    const name = await keep('hela innehållet')
    writeFileSync(placeOf(name), 'hela')
    await keep('hela innehållet')
    expect(readFileSync(placeOf(name), 'utf8')).toBe('hela innehållet')
  })

  test('that two keep at once is kept', async () => {
    const [one, two] = await Promise.all([keep('två'), keep('två')])
    expect(one).toBe(two)
    expect(await text(await store.read(one))).toBe('två')
  })

  test('is gone when it is removed, and may be removed again', async () => {
    const name = await keep('borta')
    await store.remove(name)
    await store.remove(name)
    expect(await listed()).toEqual([])
  })

  test.each(['../../etc/passwd', 'abc', `${'a'.repeat(64)}/x`, `${'a'.repeat(64)}.zip`, ''])(
    'is named by its SHA-256 and by nothing else: %s',
    async (name) => {
      await expect(store.read(name)).rejects.toThrow(/SHA-256/)
      await expect(store.keep(fileOf('x'), name)).rejects.toThrow(/SHA-256/)
      await expect(store.remove(name)).rejects.toThrow(/SHA-256/)
    },
  )
})

describe('the list', () => {
  test('is empty where nothing was ever kept', async () => {
    expect(await listed()).toEqual([])
  })

  test('tells what was packed apart from the content, and by whose content it is', async () => {
    const name = await keep('text')
    await store.keep(fileOf('packad'), `${name}.br`)
    expect(await listed()).toMatchObject([
      { name, sha256: name, bytes: 4, isWhole: true },
      { name: `${name}.br`, sha256: name, bytes: 6, isWhole: true },
    ])
  })

  test('has what is left of a keep that never ended, which nobody can read', async () => {
    const name = sha256Of('halv')
    const part = `${name}.${newId()}.part`
    mkdirSync(path.dirname(placeOf(name)), { recursive: true })
    writeFileSync(placeOf(name) + part.slice(64), 'ha')
    expect(await store.size(name)).toBeUndefined()
    expect(await listed()).toMatchObject([{ name: part, sha256: name, isWhole: false }])
    await expect(store.read(part)).rejects.toThrow(/SHA-256/)
    await store.remove(part)
    expect(await listed()).toEqual([])
  })

  test('leaves alone what is none of ours', async () => {
    mkdirSync(path.join(root, 'lost+found'), { recursive: true })
    mkdirSync(path.join(root, 'aa'), { recursive: true })
    writeFileSync(path.join(root, 'aa', 'README'), '')
    expect(await listed()).toEqual([])
  })
})

test('a store belongs to whoever claims it first', async () => {
  expect(await store.claim('one')).toBe(true)
  expect(await store.claim('one')).toBe(true)
  expect(await store.claim('another')).toBe(false)
  expect(readdirSync(root)).toEqual(['owner'])
})

test('of many who claim a store at once one gets it, and each of its own knows', async () => {
  const owners = Array.from({ length: 40 }, (_, i) => (i % 2 ? 'one' : 'another'))
  const answers = await Promise.all(owners.map((owner) => store.claim(owner)))
  const winners = new Set(owners.filter((_, i) => answers[i]))
  expect(winners.size).toBe(1)
  expect(answers).toEqual(owners.map((owner) => winners.has(owner)))
  expect(readdirSync(root)).toEqual(['owner'])
})
