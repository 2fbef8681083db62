import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { BlobFolder } from './blob-folder.server.ts'
import type { BlobStore } from './blob-store.ts'
import { env } from './env.server.ts'
import { singleton } from './singleton.server.ts'

/** The store that the settings mean: a folder in the data folder. */
export function blobs(): BlobStore {
  return new BlobFolder(path.join(env().DATA_FOLDER, 'blobs'))
}

/** Where files lie before they are taken in. */
export const stagingFolder = () => path.join(env().DATA_FOLDER, 'staging')

/**
 * What tells this process from one that had its number before, as in a container that starts again. The
 * server's entry and the application are bundled apart and share it.
 */
const processMark = () => singleton('process-mark', () => ({ id: newId() })).id

/**
 * A path below the staging folder that nobody else has, for a file or a folder. Its name says whose it
 * is, so that what broken imports left is told from what another process is working on.
 */
export function newStagingPath(): string {
  const owner = [encodeURIComponent(hostname()), process.pid, processMark()]
  return path.join(stagingFolder(), [...owner, newId()].join('~'))
}

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

/** @throws what the first that failed threw; by then nothing is under way and no more has begun */
async function severalAtOnce(
  names: Iterable<string>,
  work: (name: string) => Promise<void>,
): Promise<void> {
  const waiting = names[Symbol.iterator]()
  const failures: unknown[] = []
  const goOn = async () => {
    for (let next = waiting.next(); !next.done && failures.length === 0; next = waiting.next()) {
      await work(next.value).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: keptAtOnce }, goOn))
  if (failures.length > 0) throw failures[0]
}

/** No import takes so long: whatever is older was left behind, whoever may have its process's number now. */
const longestMs = 24 * 3_600_000

/** Removes from the staging folder what broken imports left behind; not what others are working on. */
export async function clearStaging(): Promise<void> {
  await mkdir(stagingFolder(), { recursive: true })
  for (const name of await readdir(stagingFolder())) {
    const file = path.join(stagingFolder(), name)
    if (!isOwnerAlive(name) || (await isOld(file))) await rm(file, { recursive: true, force: true })
  }
}

/**
 * Of another machine it is not known, but nobody shares the embedded database. What has no owner's name is
 * nobody's.
 */
function isOwnerAlive(name: string): boolean {
  const [host, pid, mark, id] = name.split('~')
  if (host === undefined || id === undefined) return false
  if (mark === processMark()) return true
  if (!env().DATABASE_URL) return false
  if (host !== encodeURIComponent(hostname())) return true
  return Number(pid) !== process.pid && isRunning(Number(pid))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function isOld(file: string): Promise<boolean> {
  const held = await stat(file).catch(() => undefined)
  return held !== undefined && held.mtimeMs < now().getTime() - longestMs
}
