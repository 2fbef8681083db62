import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { BlobFolder } from './blob-folder.server.ts'
import type { BlobStore } from './blob-store.ts'
import { env } from './env.server.ts'

/** The store that the settings mean: a folder in the data folder. */
export function blobs(): BlobStore {
  return new BlobFolder(path.join(env().DATA_FOLDER, 'blobs'))
}

/** Where imports put files before they are taken in; emptied at start. */
export const stagingFolder = () => path.join(env().DATA_FOLDER, 'staging')

/** So many at once: disks write several files out in the time of one. */
const keptAtOnce = 16

/** Keeps files that lie in a folder under their SHA-256; each name once. */
export async function keepStaged(folder: string, names: Iterable<string>): Promise<void> {
  const store = blobs()
  await severalAtOnce(names, (name) => store.keep(path.join(folder, name), name))
}

/**
 * Waits until the disk has what the folder's files hold. Before the transaction in which they are kept:
 * that is then done in the time of their renaming, however slow the disk.
 */
export async function settleStaged(folder: string, names: Iterable<string>): Promise<void> {
  await severalAtOnce(names, async (name) => {
    const handle = await open(path.join(folder, name), 'r')
    await handle.sync()
    await handle.close()
  })
}

async function severalAtOnce(
  names: Iterable<string>,
  work: (name: string) => Promise<void>,
): Promise<void> {
  const waiting = names[Symbol.iterator]()
  const goOn = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: keptAtOnce }, goOn))
}

/** Removes what broken imports left behind; called once at start, before any import. */
export async function clearStaging(): Promise<void> {
  await rm(stagingFolder(), { recursive: true, force: true })
  await mkdir(stagingFolder(), { recursive: true })
}
