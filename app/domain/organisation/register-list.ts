import { oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'
import { organisationKinds } from './organisation.ts'

/** Whether an organisation is there today, has closed, or is to open. */
export const registerStates = ['open', 'closed', 'planned'] as const
export type RegisterState = (typeof registerStates)[number]

/** What the register can be asked for. */
export const registerShape = {
  sorts: ['name', 'kind', 'municipality', 'units'],
  filters: {
    kind: oneOf(organisationKinds),
    municipality: (code) => /^\d{4}$/.test(code),
    state: oneOf(registerStates),
  },
} as const satisfies ListShape

export type RegisterQuery = QueryOf<typeof registerShape>
