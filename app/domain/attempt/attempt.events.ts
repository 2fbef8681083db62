import type { DomainEvent } from '~/platform/events.server.ts'

/** A person has completed a version of a module, for the first time. */
export function moduleCompleted(completion: {
  id: string
  personId: string
  moduleId: string
  moduleVersionId: string
  attemptId: string
}): DomainEvent<'module.completed'> {
  const { id, personId, moduleId, moduleVersionId, attemptId } = completion
  return {
    name: 'module.completed',
    payload: { completionId: id, personId, moduleId, moduleVersionId, attemptId },
  }
}
