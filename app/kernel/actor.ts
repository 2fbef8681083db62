import type { OrganisationId, PersonId, ServiceKeyId } from './ids.ts'

/**
 * The roles besides that of learner, which everybody who signs in has. A delegate brings files of people in
 * for an organisation, on its manager's behalf and until a day.
 */
export const roles = [
  'manager',
  'delegate',
  'trainer',
  'coordinator',
  'analyst',
  'editor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Where a role counts. A catchment is a resource centre's set of municipalities. */
export type Scope =
  | { kind: 'nation' }
  | { kind: 'county'; countyCode: string }
  | { kind: 'catchment'; organisationId: OrganisationId; municipalityCodes: string[] }
  | { kind: 'organisation'; organisationId: OrganisationId }

export interface Grant {
  role: Role
  scope: Scope
}

export interface PersonActor {
  kind: 'person'
  personId: PersonId
  givenName: string
  familyName: string
  language: 'sv' | 'en'
  emailConfirmed: boolean
  grants: Grant[]
}

/** Jobs, start-up and the command line. */
export interface SystemActor {
  kind: 'system'
  personId: null
}

/** What another system's key may be given: reading the national figures, and nothing else. */
export const serviceScopes = ['followup:read'] as const
export type ServiceScope = (typeof serviceScopes)[number]

/** Another system, by its key (docs/decisions/0012). */
export interface ServiceActor {
  kind: 'service'
  personId: null
  keyId: ServiceKeyId
  scopes: readonly ServiceScope[]
}

export type Actor = PersonActor | SystemActor | ServiceActor

export const systemActor: SystemActor = { kind: 'system', personId: null }
