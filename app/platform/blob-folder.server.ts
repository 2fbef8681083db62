import type { Stats } from 'node:fs'
import {
  copyFile,
  link,
  mkdir,
  open,
  opendir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { BlobName, BlobRange, BlobStore, KeptBlob } from './blob-store.ts'

const wholeName = /^([0-9a-f]{64})(\.(br|gz))?$/
const anyName = /^([0-9a-f]{64})(\.(br|gz))?(\.[0-9a-f-]{36}\.part)?$/

/** Blobs in a folder, "3f/3f0c…", of this machine or shared by several. */
export class BlobFolder implements BlobStore {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  async keep(fromFile: string, name: BlobName): Promise<void> {
    const target = this.#fileOf(name, wholeName)
    const held = await statOf(target)
    // A file that a power cut left short is replaced.
    if (held && held.size === (await stat(fromFile)).size) {
      const at = now()
      return utimes(target, at, at)
    }
    const folder = path.dirname(target)
    await mkdir(folder, { recursive: true })
    // Before the name is there: a name must never lead to bytes that only the memory had.
    await flush(fromFile)
    await moveInto(fromFile, target)
    await flush(folder)
  }

  async read(name: BlobName, range?: BlobRange): Promise<Readable> {
    const file = await open(this.#fileOf(name, wholeName), 'r')
    return file.createReadStream(range)
  }

  async size(name: BlobName): Promise<number | undefined> {
    return (await statOf(this.#fileOf(name, wholeName)))?.size
  }

  async *list(): AsyncIterable<KeptBlob> {
    for (const folder of await entriesOf(this.#root)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue
      for await (const { name } of await opendir(path.join(this.#root, folder))) {
        const [, sha256, , , part] = anyName.exec(name) ?? []
        const held = sha256 === undefined ? undefined : await statOf(this.#fileOf(name, anyName))
        if (!sha256 || !held) continue
        const isWhole = part === undefined
        yield { name, sha256, bytes: held.size, keptAt: held.mtime, isWhole }
      }
    }
  }

  async remove(name: BlobName): Promise<void> {
    await rm(this.#fileOf(name, anyName), { force: true })
  }

  async claim(owner: string): Promise<boolean> {
    await mkdir(this.#root, { recursive: true })
    const file = path.join(this.#root, 'owner')
    // Written beside and linked: whoever reads the name reads it whole.
    const beside = `${file}.${newId()}`
    await writeFile(beside, owner)
    try {
      await link(beside, file)
      return true
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      return (await readFile(file, 'utf8')).trim() === owner
    } finally {
      await rm(beside, { force: true })
    }
  }

  #fileOf(name: string, form: RegExp): string {
    invariant(form.test(name), 'a blob is named by its SHA-256')
    return path.join(this.#root, name.slice(0, 2), name)
  }
}

/** A rename is whole or not at all; from another disk the bytes come beside it first. */
async function moveInto(fromFile: string, target: string): Promise<void> {
  try {
    await rename(fromFile, target)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    const part = `${target}.${newId()}.part`
    await copyFile(fromFile, part)
    await flush(part)
    await rename(part, target)
  }
}

/** Returns when the disk has what the file, or the folder's list of names, has in memory. */
async function flush(fileOrFolder: string): Promise<void> {
  const handle = await open(fileOrFolder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function statOf(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
