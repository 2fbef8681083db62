import { organisationKinds } from '~/domain/organisation/organisation.ts'
import { oneOf, type ListShape, type QueryOf } from '~/kernel/list-query.ts'

/** What the list of organisations can be asked for. */
export const organisationShape = {
  sorts: ['name', 'kind', 'municipality'],
  filters: { kind: oneOf(organisationKinds) },
} as const satisfies ListShape

export type OrganisationQuery = QueryOf<typeof organisationShape>
