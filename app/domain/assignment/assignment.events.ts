import type { DomainEvent } from '~/platform/events.server.ts'

/** Something has been assigned to an audience. */
export function assignmentCreated(assignmentId: string): DomainEvent<'assignment.created'> {
  return { name: 'assignment.created', payload: { assignmentId } }
}

/** It need not be done any more. */
export function assignmentWithdrawn(assignmentId: string): DomainEvent<'assignment.withdrawn'> {
  return { name: 'assignment.withdrawn', payload: { assignmentId } }
}

/** It is to be done by another day. */
export function assignmentMoved(assignmentId: string): DomainEvent<'assignment.moved'> {
  return { name: 'assignment.moved', payload: { assignmentId } }
}

/** Somebody is excused from a module, has got longer for it, or neither any more. */
export function dutyExcepted(exception: {
  personId: string
  organisationId: string
  moduleId: string
}): DomainEvent<'duty.excepted'> {
  const { personId, organisationId, moduleId } = exception
  return { name: 'duty.excepted', payload: { personId, organisationId, moduleId } }
}
