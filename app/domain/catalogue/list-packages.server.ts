import type { Actor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { requireMayEdit } from './catalogue.policy.ts'
import {
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
export async function readPackageFacts(actor: Actor, packageId: string): Promise<PackageFacts> {
  requireMayEdit(actor)
  const facts = await selectPackageFacts(packageId)
  if (!facts) throw new Refusal('not-found')
  return facts
}
