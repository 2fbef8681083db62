import type { OrganisationId, PersonId } from './ids.ts'

/** The roles besides that of learner, which everybody who signs in has. */
export const roles = [
  'manager',
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

export type Actor = PersonActor | SystemActor

export const systemActor: SystemActor = { kind: 'system', personId: null }
