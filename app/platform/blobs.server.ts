import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { invariant } from '~/kernel/invariant.ts'
import { env } from './env.server.ts'

const root = () => path.join(env().DATA_FOLDER, 'blobs')

/** Where imports put files before they are taken in; emptied at start. */
export const stagingFolder = () => path.join(env().DATA_FOLDER, 'staging')

function fileOf(sha256: string): string {
  invariant(/^[0-9a-f]{64}$/.test(sha256), 'a blob is named by its SHA-256')
  return path.join(root(), sha256.slice(0, 2), sha256)
}

/** Takes a file in under its content hash (moved where possible). The same content twice is one blob. */
export async function keepBlob(fromFile: string, sha256: string): Promise<void> {
  const target = fileOf(sha256)
  if (existsSync(target)) return
  await mkdir(path.dirname(target), { recursive: true })
  try {
    await rename(fromFile, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(fromFile, `${target}.part`)
    await rename(`${target}.part`, target)
  }
}

/** A blob's bytes from `start` to `end`, both included; the whole where they are left out. */
export function readBlob(sha256: string, range: { start?: number; end?: number } = {}): Readable {
  return createReadStream(fileOf(sha256), range)
}

/** A blob's size in bytes, or undefined where there is none. */
export async function blobSize(sha256: string): Promise<number | undefined> {
  try {
    return (await stat(fileOf(sha256))).size
  } catch {
    return undefined
  }
}

/** Removes what broken imports left behind; called once at start, before any import. */
export async function clearStaging(): Promise<void> {
  await rm(stagingFolder(), { recursive: true, force: true })
  await mkdir(stagingFolder(), { recursive: true })
}
