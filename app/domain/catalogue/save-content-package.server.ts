import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { newId, type PackageId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import {
  findPackage,
  insertFiles,
  insertHosts,
  insertItems,
  insertPackage,
  insertParts,
  selectHeldPackage,
} from './content-package.db.server.ts'
import { plainFileName, type NewContentPackage } from './content-package.ts'

/**
 * Writes a package that has been read and checked, with its items and files. The same zip (sha256)
 * is never written twice: then the one that is held is the answer, and `isNew` is false. The caller
 * sees to it that the files' bytes are kept before the transaction ends.
 * @throws Refusal forbidden
 */
export async function saveContentPackage(
  tx: Tx,
  actor: Actor,
  content: NewContentPackage,
): Promise<{ packageId: PackageId; isNew: boolean }> {
  requireMayEdit(actor)
  const id = newId<PackageId>()
  const row = {
    ...content,
    id,
    fileName: plainFileName(content.fileName),
    importedAt: now(),
    importedBy: actor.personId,
  }
  if (!(await insertPackage(tx, row))) {
    const held = await findPackage(tx, content.sha256)
    invariant(held, 'a package whose sum is taken is there')
    return { packageId: held, isNew: false }
  }
  await insertItems(tx, id, content.items)
  await insertFiles(tx, id, content.files)
  await insertHosts(tx, id, content.hosts)
  await insertParts(tx, id, content.parts)
  const { edition, bytes, files } = content
  const detail = { edition, bytes, files: files.length }
  await recordAudit(tx, actor, { action: 'package.imported', subjectId: id, detail })
  return { packageId: id, isNew: true }
}

/** The package that is held of a zip, by its SHA-256. */
export async function findHeldPackage(sha256: string): Promise<PackageId | undefined> {
  return selectHeldPackage(sha256)
}
