import type { ModuleId, ModuleVersionId } from '~/kernel/ids.ts'
import type { DomainEvent } from '~/platform/events.server.ts'

/** Learners who begin the module from now on get this version. */
export function modulePublished(
  moduleId: ModuleId,
  versionId: ModuleVersionId,
): DomainEvent<'module.published'> {
  return { name: 'module.published', payload: { moduleId, versionId } }
}
