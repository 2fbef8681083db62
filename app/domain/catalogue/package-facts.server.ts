import { selectFactsOfPackage } from './fact-view.db.server.ts'
import type { PackageFact } from './package-facts.ts'

/** The facts that a package cites, as they are told now; none where it is no module of ours. */
export async function readPackageFacts(packageId: string): Promise<PackageFact[]> {
  return selectFactsOfPackage(packageId)
}
