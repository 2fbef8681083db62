import type { DomainEvent } from '~/platform/events.server.ts'

/** An organisation has added completions that were earned elsewhere, all from one file. */
export function completionsImported(told: {
  importId: string
  organisationId: string
  count: number
}): DomainEvent<'completions.imported'> {
  const { importId, organisationId, count } = told
  return { name: 'completions.imported', payload: { importId, organisationId, count } }
}
