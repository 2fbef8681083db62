import type { Actor, Grant, Role, Scope } from './actor.ts'

type ScopeKind = Scope['kind']
type Row = Partial<Record<Role, readonly ScopeKind[]>>

const nation = ['nation'] as const
const organisation = ['organisation'] as const
const region = ['county', 'catchment'] as const

/**
 * Who may do what, and where: verb -> role -> the kinds of scope in which the role's grant counts.
 * What everybody who is signed in may do with their own things (take modules, edit the profile)
 * needs no row. Whatever is not here, nobody may.
 */
export const permissions = {
  /** Organisations, their units and their figures; never names. */
  'figures:read': { manager: organisation, trainer: region, coordinator: nation, analyst: nation },
  /** Names and standing of people in one's own organisation. */
  'people:read': { manager: organisation },
  /** Finding somebody who works there: who and where, as the files of people show it, not what they have done. */
  'people:find': { manager: organisation, delegate: organisation },
  /** Files of the people who work there. */
  'people:import': { manager: organisation, delegate: organisation },
  /** Letting a trainer bring them in, until a day. */
  'people:delegate': { manager: organisation },
  /** Codes by which people join a unit; who has joined is names, and needs people:read. */
  'people:join-code': { manager: organisation, delegate: organisation },
  'affiliation:decide': { manager: organisation },
  'headcount:declare': { manager: organisation, trainer: region },
  /** An organisation's tree of units and its history, of any day. */
  'organisation:read': {
    manager: organisation,
    trainer: region,
    coordinator: nation,
    analyst: nation,
    administrator: nation,
  },
  /** Units: add, rename, move, merge, split, close. */
  'unit:change': {
    manager: organisation,
    trainer: region,
    coordinator: nation,
    administrator: nation,
  },
  /** The organisation itself: register, change, merge, close. */
  'organisation:register': { trainer: region, coordinator: nation, administrator: nation },
  'module:assign': { manager: organisation, trainer: region, coordinator: nation },
  /** Excuse somebody by name, or give them longer. */
  'duty:except': { manager: organisation },
  /** Have people reminded by mail of what they have not done. */
  'people:remind': { manager: organisation },
  /** Competence activities, who was at them by name, and counts of consultations. */
  'activity:manage': { trainer: region, coordinator: nation },
  /** Activities and how many were there; never names. */
  'activity:read': { trainer: region, coordinator: nation, analyst: nation },
  /** Files of completions that were earned before Samsyn or elsewhere. */
  'completion:import': { manager: organisation, coordinator: nation },
  /** The national tables. */
  'followup:read': { coordinator: nation, analyst: nation },
  'followup:export': { coordinator: nation, analyst: nation },
  /** What counts as held in every figure. */
  'followup:define': { coordinator: nation },
  'catalogue:edit': { editor: nation },
  'role:grant': { administrator: nation },
  'key:manage': { administrator: nation },
  /** What happened in an attempt, found by the code that its learner reads aloud; never what was saved. */
  'attempt:trace': { administrator: nation },
  /** By its code, never by its holder. */
  'certificate:revoke': { administrator: nation },
  'audit:read': { administrator: nation },
  'mailbox:read': { administrator: nation },
} as const satisfies Record<string, Row>

export type Verb = keyof typeof permissions

/** Where a thing is: what a scope is held against. */
export interface Place {
  organisationId?: string | null
  countyCode?: string | null
  municipalityCode?: string | null
}

/** How far a verb reaches for an actor, in the form that a WHERE clause needs. */
export interface Reach {
  everywhere: boolean
  countyCodes: string[]
  municipalityCodes: string[]
  organisationIds: string[]
}

function grantsFor(actor: Actor, verb: Verb): Grant[] {
  if (actor.kind !== 'person') return []
  const row: Row = permissions[verb]
  return actor.grants.filter(({ role, scope }) => row[role]?.includes(scope.kind))
}

/** The system may everything; another system's key what stands in its scopes, in the whole nation. */
function mayEverywhere(actor: Actor, verb: Verb): boolean {
  if (actor.kind === 'service') return actor.scopes.some((scope: Verb) => scope === verb)
  return actor.kind === 'system'
}

/** Whether the actor may do this anywhere at all; for pages that list one's own scope. */
export function mayAnywhere(actor: Actor, verb: Verb): boolean {
  return mayEverywhere(actor, verb) || grantsFor(actor, verb).length > 0
}

/** Whether the actor may do this to a thing in this place. */
export function may(actor: Actor, verb: Verb, place: Place): boolean {
  return (
    mayEverywhere(actor, verb) || grantsFor(actor, verb).some(({ scope }) => covers(scope, place))
  )
}

function covers(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'nation':
      return true
    case 'county':
      return place.countyCode === scope.countyCode
    case 'catchment':
      return !!place.municipalityCode && scope.municipalityCodes.includes(place.municipalityCode)
    case 'organisation':
      return place.organisationId === scope.organisationId
  }
}

/** The places that a verb covers for an actor. */
export function reachOf(actor: Actor, verb: Verb): Reach {
  const reach: Reach = {
    everywhere: mayEverywhere(actor, verb),
    countyCodes: [],
    municipalityCodes: [],
    organisationIds: [],
  }
  for (const { scope } of grantsFor(actor, verb)) {
    if (scope.kind === 'nation') reach.everywhere = true
    else if (scope.kind === 'county') reach.countyCodes.push(scope.countyCode)
    else if (scope.kind === 'catchment') reach.municipalityCodes.push(...scope.municipalityCodes)
    else reach.organisationIds.push(scope.organisationId)
  }
  return reach
}
