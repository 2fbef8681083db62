import { selectVersionUse } from './under-way.db.server.ts'
import type { VersionUse } from './under-way.ts'

/**
 * How many are in each version of a module, for who publishes another: whoever has begun stays with the
 * version begun (`startAttempt`). The latest version first; empty for a module that there is not.
 */
export function readVersionUse(moduleId: string): Promise<VersionUse[]> {
  return selectVersionUse(moduleId)
}
