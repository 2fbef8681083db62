import type { DomainEvent } from '~/platform/events.server.ts'

/** A module has been assigned to everybody in an organisation's groups. */
export function assignmentCreated(assignment: {
  id: string
  organisationId: string
  moduleId: string
}): DomainEvent<'assignment.created'> {
  const { id, organisationId, moduleId } = assignment
  return { name: 'assignment.created', payload: { assignmentId: id, organisationId, moduleId } }
}

/** It need not be done any more. */
export function assignmentWithdrawn(assignment: {
  id: string
  organisationId: string
  moduleId: string
}): DomainEvent<'assignment.withdrawn'> {
  const { id, organisationId, moduleId } = assignment
  return { name: 'assignment.withdrawn', payload: { assignmentId: id, organisationId, moduleId } }
}
