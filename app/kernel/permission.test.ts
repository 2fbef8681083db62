import { describe, expect, test } from 'vitest'
import { systemActor, type Actor, type Role, type Scope } from './actor.ts'
import type { OrganisationId, PersonId, ServiceKeyId } from './ids.ts'
import { may, mayAnywhere, permissions, reachOf, type Verb } from './permission.ts'

const organisation = (id: string): Scope => ({
  kind: 'organisation',
  organisationId: id as OrganisationId,
})

function actorWith(...grants: { role: Role; scope: Scope }[]): Actor {
  return {
    kind: 'person',
    personId: 'p' as PersonId,
    givenName: 'A',
    familyName: 'B',
    language: 'sv',
    emailConfirmed: true,
    grants,
  }
}

const place = { organisationId: 'o1', countyCode: '21', municipalityCode: '2180' }

describe('who may do what, where', () => {
  test('a learner without grants may nothing of what the table lists', () => {
    for (const verb of Object.keys(permissions) as Verb[]) {
      expect(mayAnywhere(actorWith(), verb)).toBe(false)
    }
  })

  test('a manager may in the own organisation and in no other', () => {
    const manager = actorWith({ role: 'manager', scope: organisation('o1') })
    expect(may(manager, 'people:read', place)).toBe(true)
    expect(may(manager, 'people:read', { ...place, organisationId: 'o2' })).toBe(false)
  })

  test('a trainer sees the figures of the own county, and no names anywhere', () => {
    const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
    expect(may(trainer, 'figures:read', place)).toBe(true)
    expect(may(trainer, 'figures:read', { ...place, countyCode: '06' })).toBe(false)
    expect(mayAnywhere(trainer, 'people:read')).toBe(false)
  })

  test('a catchment reaches over county borders, by municipality', () => {
    const trainer = actorWith({
      role: 'trainer',
      scope: {
        kind: 'catchment',
        organisationId: 'c' as OrganisationId,
        municipalityCodes: ['2180', '0680'],
      },
    })
    expect(may(trainer, 'figures:read', place)).toBe(true)
    expect(may(trainer, 'figures:read', { countyCode: '06', municipalityCode: '0680' })).toBe(true)
    expect(may(trainer, 'figures:read', { countyCode: '06', municipalityCode: '0617' })).toBe(false)
  })

  test('a key may what stands in its scopes, in the whole nation, and nothing else', () => {
    const key = { kind: 'service', personId: null, keyId: 'k' as ServiceKeyId } as const
    const reader: Actor = { ...key, scopes: ['followup:read'] }
    expect(may(reader, 'followup:read', {})).toBe(true)
    expect(reachOf(reader, 'followup:read').everywhere).toBe(true)
    for (const verb of Object.keys(permissions) as Verb[]) {
      expect(mayAnywhere(reader, verb), verb).toBe(verb === 'followup:read')
      expect(may({ ...key, scopes: [] }, verb, place), verb).toBe(false)
    }
  })

  test('a grant in a kind of scope that the table does not name counts for nothing', () => {
    const odd = actorWith({ role: 'manager', scope: { kind: 'nation' } })
    expect(mayAnywhere(odd, 'people:read')).toBe(false)
  })

  test('only the administrator gives roles', () => {
    expect(Object.keys(permissions['role:grant'])).toEqual(['administrator'])
  })

  test('names are for the manager alone', () => {
    expect(Object.keys(permissions['people:read'])).toEqual(['manager'])
  })

  test('whom one may look for are those whom one brings in by file', () => {
    expect(permissions['people:find']).toEqual(permissions['people:import'])
  })
})

describe('how far a verb reaches', () => {
  test('several grants add up', () => {
    const both = actorWith(
      { role: 'trainer', scope: { kind: 'county', countyCode: '21' } },
      { role: 'manager', scope: organisation('o9') },
    )
    expect(reachOf(both, 'figures:read')).toEqual({
      everywhere: false,
      countyCodes: ['21'],
      municipalityCodes: [],
      organisationIds: ['o9'],
    })
  })

  test('the nation, and the system itself, reach everywhere', () => {
    const analyst = actorWith({ role: 'analyst', scope: { kind: 'nation' } })
    expect(reachOf(analyst, 'figures:read').everywhere).toBe(true)
    expect(reachOf(systemActor, 'role:grant').everywhere).toBe(true)
  })
})
