import type { ModuleVersionId } from '~/kernel/ids.ts'

/** How many people are in a version of a module; everybody once, by the latest version that they have begun. */
export interface VersionUse {
  versionId: ModuleVersionId
  number: number
  /** Have begun, and not completed what they began last: they go on in this version whatever is published. */
  underWay: number
  completed: number
}
