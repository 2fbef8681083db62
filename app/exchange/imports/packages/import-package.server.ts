import { rm } from 'node:fs/promises'
import path from 'node:path'
import { saveContentPackage } from '~/domain/catalogue/save-content-package.server.ts'
import { requireMayEdit } from '~/domain/catalogue/catalogue.policy.ts'
import type { Actor } from '~/kernel/actor.ts'
import { newId, type PackageId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { keepBlob, stagingFolder } from '~/platform/blobs.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { packageLimits, type PackageLimits } from './package-limits.ts'
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
    const content = await readPackage(zipFile, folder, limitsOf(env()), signal)
    return await inTransaction(actor, async (tx) => {
      const saved = await saveContentPackage(tx, actor, rowsOf(content, fileName))
      // Last before the end, so that a row never stands without its bytes, and only renames: the bytes
      // were streamed to the same disk above.
      if (saved.isNew) await keepFiles(folder, content)
      return saved
    })
  } catch (error) {
    throw signal?.aborted ? new Refusal('upload.broken-off') : error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the settings allow; unpacked, a package may be four times as large as its zip. */
export function limitsOf(settings: {
  PACKAGE_MAX_MB: number
  PACKAGE_MAX_FILES: number
}): PackageLimits {
  const maxZipBytes = settings.PACKAGE_MAX_MB * 1_000_000
  return {
    ...packageLimits,
    maxZipBytes,
    maxBytes: 4 * maxZipBytes,
    maxFileBytes: maxZipBytes,
    maxFiles: settings.PACKAGE_MAX_FILES,
  }
}

async function keepFiles(folder: string, { files }: ReadPackage): Promise<void> {
  for (const sha256 of new Set(files.map((file) => file.sha256))) {
    await keepBlob(path.join(folder, sha256), sha256)
  }
}

function rowsOf({ sha256, bytes, manifest, files }: ReadPackage, fileName: string) {
  const { standard, edition, title } = manifest
  const items = manifest.items.map((item) => ({
    identifier: item.identifier,
    position: item.position,
    depth: item.depth,
    title: item.title,
    launchPath: item.launchPath,
    launchQuery: item.launchQuery,
    type: item.type,
    masteryScore: item.masteryScore,
    maxTimeAllowed: item.maxTimeAllowed,
    timeLimitAction: item.timeLimitAction,
    dataFromLms: item.dataFromLms,
  }))
  return { sha256, bytes, fileName, standard, edition, title, items, files }
}
