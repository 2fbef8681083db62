import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { NewContentPackage } from '~/domain/catalogue/content-package.ts'
import {
  findHeldPackage,
  saveContentPackage,
} from '~/domain/catalogue/save-content-package.server.ts'
import { requireMayEdit } from '~/domain/catalogue/catalogue.policy.ts'
import type { Actor } from '~/kernel/actor.ts'
import { newId, type PackageId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { holdBlobs } from '~/platform/blob-lock.server.ts'
import { keepStaged, settleStaged, stagingFolder } from '~/platform/blobs.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { limitsOf } from './package-limits.ts'
import { stagingSink } from './package-sink.server.ts'
import { readPackage, type ReadPackage } from './read-package.server.ts'

export interface ImportPackage {
  actor: Actor
  /** A zip on disk; it is read and left where it is. */
  zipFile: string
  /** What the zip is called, for the editors. */
  fileName: string
  /** Ends the import, as when the editor's browser has gone. */
  signal?: AbortSignal
}

/**
 * Takes a content package in: checks it, keeps its files and writes its rows, all or nothing. The same
 * zip again answers the package that is held, with `isNew` false.
 * @throws Refusal forbidden, upload.broken-off (by `signal`), or package.* with the clause of the standard that was broken
 */
export async function importPackage({ actor, zipFile, fileName, signal }: ImportPackage): Promise<{
  packageId: PackageId
  isNew: boolean
}> {
  requireMayEdit(actor)
  const folder = path.join(stagingFolder(), newId())
  try {
    const sum = await sumOf(zipFile, signal)
    const packageId = await findHeldPackage(sum.sha256)
    if (packageId) return { packageId, isNew: false }
    const sink = stagingSink(folder)
    const content = await readPackage({ zipFile, sink, limits: limitsOf(env()), signal })
    const names = new Set(content.files.map((file) => file.sha256))
    await settleStaged(folder, names)
    return await inTransaction(actor, async (tx) => {
      await holdBlobs(tx)
      const saved = await saveContentPackage(tx, actor, { ...rowsOf(content), ...sum, fileName })
      // Last before the end, so that a row never stands without its bytes, and soon done: the bytes were
      // streamed to the same disk above.
      if (saved.isNew) await keepStaged(folder, names)
      return saved
    })
  } catch (error) {
    throw signal?.aborted ? new Refusal('upload.broken-off') : error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Of the zip itself. */
async function sumOf(
  file: string,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  const zip = createReadStream(file)
  await pipeline(zip, hash, { signal })
  return { sha256: hash.digest('hex'), bytes: zip.bytesRead }
}

function rowsOf(read: ReadPackage): Omit<NewContentPackage, 'sha256' | 'bytes' | 'fileName'> {
  const { manifest, files, hosts, problems } = read
  const { standard, edition, title, language, description, durationSeconds } = manifest
  const { needsSequencing, sequencing, objectivesGlobalToSystem } = manifest
  return {
    standard,
    edition,
    title,
    language,
    description,
    durationSeconds,
    needsSequencing,
    sequencing: sequencing && { ...sequencing, objectivesGlobalToSystem },
    problems,
    items: manifest.items,
    files,
    hosts,
  }
}
