import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { NewContentPackage } from '~/domain/catalogue/content-package.ts'
import {
  findHeldPackage,
  saveContentPackage,
} from '~/domain/catalogue/save-content-package.server.ts'
import { requireMayEdit } from '~/domain/catalogue/catalogue.policy.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { PackageId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { holdBlobs } from '~/platform/blob-lock.server.ts'
import { keepStaged, newStagingPath, settleStaged } from '~/platform/blobs.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { limitsOf } from './package-limits.ts'
import { stagingSink } from './package-sink.server.ts'
import { readPackage, type ReadPackage } from './read-package.server.ts'

export interface ImportPackage<Result> {
  actor: Actor
  /** A zip on disk; it is read and left where it is. */
  zipFile: string
  /** What the zip is called, for the editors. */
  fileName: string
  /** Ends the import, as when the editor's browser has gone. */
  signal?: AbortSignal
  /**
   * What the package is taken in for, written in the same transaction: when the process dies, or this
   * refuses, there is both or neither. Also called where the package is held already.
   */
  within: (tx: Tx, packageId: PackageId) => Promise<Result>
}

/**
 * Takes a content package in: checks it, keeps its files and writes its rows, all or nothing, with what
 * `within` writes. The same zip again answers the package that is held, with `isNew` false. It may take
 * as long as it needs.
 * @throws Refusal forbidden, upload.broken-off (by `signal`), package.* with the clause of the standard
 * that was broken, and what `within` throws
 */
export async function importPackage<Result>(
  input: ImportPackage<Result>,
): Promise<{ packageId: PackageId; isNew: boolean; result: Result }> {
  const { actor, zipFile, fileName, signal, within } = input
  requireMayEdit(actor)
  const folder = newStagingPath()
  try {
    const sum = await sumOf(zipFile, signal)
    const packageId = await findHeldPackage(sum.sha256)
    if (packageId) {
      const result = await inTransaction(actor, (tx) => within(tx, packageId))
      return { packageId, isNew: false, result }
    }
    const sink = stagingSink(folder)
    const content = await readPackage({ zipFile, sink, limits: limitsOf(env()), signal })
    const names = new Set(content.files.map((file) => file.sha256))
    await settleStaged(folder, names)
    return await inTransaction(actor, async (tx) => {
      await holdBlobs(tx)
      const saved = await saveContentPackage(tx, actor, { ...rowsOf(content), ...sum, fileName })
      const result = await within(tx, saved.packageId)
      // Last before the end, so that a row never stands without its bytes, and soon done: the bytes were
      // streamed to the same disk above.
      if (saved.isNew) await keepStaged(folder, names)
      return { ...saved, result }
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
  const { manifest, files, hosts, parts, problems } = read
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
    parts,
  }
}
