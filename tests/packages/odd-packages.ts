import { brokenPackages } from './broken-packages.ts'
import { hostilePackages } from './hostile-packages.ts'
import { oddLayouts } from './odd-layouts.ts'
import { oddMetadata } from './odd-metadata.ts'
import { oddManifests } from './odd-manifests.ts'
import { oddNames } from './odd-names.ts'
import type { OddPackage, TakenIn } from './odd-package.ts'

/** Packages that are unusual and must work, broken ones and hostile ones. */
export const oddPackages: OddPackage[] = [
  ...oddManifests,
  ...oddNames,
  ...oddLayouts,
  ...oddMetadata,
  ...brokenPackages,
  ...hostilePackages,
]

/** Those that must work. */
export const workingPackages = oddPackages.filter(
  (each): each is OddPackage & { expect: TakenIn } => each.expect.ok,
)
