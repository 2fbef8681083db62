import type { Actor } from '~/kernel/actor.ts'
import type { CourseId, ModuleId, PackageId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import {
  selectHolder,
  selectPackageFacts,
  selectPackageList,
  selectPackagePlaces,
} from './content-package.db.server.ts'
import type { ListedPackage, PackageFacts, PackagePlace } from './content-package.ts'

/**
 * Every version with its package, in the catalogue's order. Sizes in bytes.
 * @throws Refusal forbidden
 */
export async function listPackages(actor: Actor): Promise<ListedPackage[]> {
  requireMayEdit(actor)
  return selectPackageList()
}

/**
 * The courses, published or not, with their modules.
 * @throws Refusal forbidden
 */
export async function listPackagePlaces(actor: Actor): Promise<PackagePlace[]> {
  requireMayEdit(actor)
  return selectPackagePlaces()
}

/**
 * What a package says of itself.
 * @throws Refusal forbidden, not-found
 */
export async function readPackageFacts(
  tx: Tx,
  actor: Actor,
  packageId: PackageId,
): Promise<PackageFacts> {
  requireMayEdit(actor)
  const facts = await selectPackageFacts(tx, packageId)
  if (!facts) throw new Refusal('not-found')
  return facts
}

/**
 * The module of a course that learners get a package from, or will when it is published.
 * @throws Refusal forbidden
 */
export async function findHolder(
  tx: Tx,
  actor: Actor,
  of: { courseId: CourseId; packageId: PackageId },
): Promise<{ id: ModuleId; slug: string } | undefined> {
  requireMayEdit(actor)
  return selectHolder(tx, of)
}
