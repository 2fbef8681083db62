import type { PersonActor } from '~/kernel/actor.ts'
import { may, mayAnywhere, type Place, type Verb } from '~/kernel/permission.ts'

/** The things that addresses name: one set within a role's scope, one outside it. */
export interface Things {
  organisationId: string
  place: Place
  unitId: string
  countyCode: string
  /** A claim that waits for the organisation. */
  affiliationId: string
  /** In the own set the asker's own workplace. */
  ownAffiliationId: string
  grantId: string
  assignmentId: string
  /** A file of completions that has been tried there. */
  importId: string
  /** A file of people that has been tried there. */
  peopleImportId: string
  /** A file of activities that has been received; in the own set the asker's own. */
  activityImportId: string
  headcountImportId: string
  /** A code for the unit, and its letters. */
  joinCodeId: string
  joinCode: string
  /** A change of the organisation's units that is to come. */
  plannedId: string
  /** A reminder to many of its people. */
  roundId: string
  subGroupId: string
  /** Another system's key. */
  keyId: string
  personId: string
  registrationId: string
  /** Of that registration. */
  attemptId: string
  /** In the own set the asker's own. */
  certificateId: string
  /** An activity that was held, which in the own set the asker was at. */
  attendedId: string
  courseId: string
  courseSlug: string
  moduleId: string
  moduleSlug: string
  versionId: string
  /** A competence activity at home in that county and municipality, with one session, today. */
  activityId: string
  sessionId: string
  /** Of that session, for checking in. */
  code: string
  /** Of the page on which people sign up for it, and of somebody without an account who has. */
  attendKey: string
  attendToken: string
}

/** Who may. `place` says that the verb must reach the things' own place; without it, anywhere will do. */
export type Access =
  | { kind: 'public' }
  | { kind: 'signed-in' }
  /** Things of the person who asks; in the foreign set they are another's. */
  | { kind: 'own'; verb?: Verb }
  | { kind: 'verb'; verb: Verb; place?: (things: Things) => Place }

export const open: Access = { kind: 'public' }
export const signedIn: Access = { kind: 'signed-in' }
export const own: Access = { kind: 'own' }
/** Own things that somebody has only where they may do this anywhere. */
export const ownBy = (verb: Verb): Access => ({ kind: 'own', verb })
export const anywhere = (verb: Verb): Access => ({ kind: 'verb', verb })
export const there = (
  verb: Verb,
  place: (things: Things) => Place = (things) => things.place,
): Access => ({ kind: 'verb', verb, place })

export type Scope = 'own' | 'foreign'

/** What the permission table says of this viewer, these things and this access. */
export function isAllowed(
  access: Access,
  viewer: PersonActor | null,
  scope: Scope,
  things: Things,
): boolean {
  if (access.kind === 'public') return true
  if (!viewer) return false
  if (access.kind === 'signed-in') return true
  if (access.kind === 'own') {
    return scope === 'own' && (!access.verb || mayAnywhere(viewer, access.verb))
  }
  if (!access.place) return mayAnywhere(viewer, access.verb)
  return may(viewer, access.verb, access.place(things))
}

/** A form of a route, filled so that it would change something if it were allowed. */
export interface FormRule {
  name: string
  access: Access
  fields: (things: Things) => Record<string, string>
}

export interface RouteRule {
  path: (things: Things) => string
  /** Who may look; undefined where there is nothing to look at. */
  page?: Access
  forms?: FormRule[]
}
