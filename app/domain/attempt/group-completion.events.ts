import type { DomainEvent } from '~/platform/events.server.ts'

/** A person has been credited with a module that they took together with others. */
export function moduleCredited(credit: {
  completionId: string
  personId: string
  moduleId: string
}): DomainEvent<'module.credited'> {
  const { completionId, personId, moduleId } = credit
  return { name: 'module.credited', payload: { completionId, personId, moduleId } }
}
