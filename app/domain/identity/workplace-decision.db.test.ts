import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeActor, makeAffiliation, makePerson } from '../../../tests/factories/identity.ts'
import { makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock, now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { endAffiliation } from './affiliation.server.ts'
import { claimShape } from './claim.ts'
import { exportClaims, listClaims, readClaim } from './claim-list.server.ts'
import { removeExpired } from './clean-up.server.ts'
import { decideAffiliation, decideClaims } from './decide-claims.server.ts'
import {
  endWorkplace,
  listWorkplaceDecisions,
  undoWorkplaceDecision,
} from './workplace-decision.server.ts'

useDatabase()

const today = new Date('2026-11-23T09:00:00Z')
const later = (hours: number) => new Date(today.getTime() + hours * 3_600_000)

interface Place {
  organisationId: string
  unitId: string
  manager: PersonActor
}
let place: Place

beforeEach(async () => {
  holdClock(today)
  const { organisationId, rootUnitId } = await makeOrganisation({ municipalityCode: '2180' })
  const unitId = await makeUnit(rootUnitId, { name: 'Mottagningen' })
  const manager = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  place = { organisationId, unitId, manager }
})
afterEach(() => holdClock(undefined))

const rowOf = (id: string) => prisma().affiliation.findUniqueOrThrow({ where: { id } })

async function claimsOf(count: number, more: Partial<Parameters<typeof makeAffiliation>[1]> = {}) {
  const ids: string[] = []
  for (let made = 0; made < count; made++) {
    const { personId } = await makePerson()
    ids.push(await makeAffiliation(personId, { unitId: place.unitId, ...more }))
  }
  return ids
}

const acting = () => ({ actor: place.manager, organisationId: place.organisationId })
const latest = async (kind: 'confirmed' | 'declined' | 'ended') =>
  (await listWorkplaceDecisions(place.manager, place.organisationId, [kind]))[0]!
const undo = (decisionId: string) => undoWorkplaceDecision({ ...acting(), decisionId })
const everybody = { filters: listQueryOf('', claimShape).filters, words: '' }

test('an answer to all that a list shows is undone as if it had not been given', async () => {
  const ids = await claimsOf(3)
  await prisma().affiliation.update({ where: { id: ids[0]! }, data: { employerNumber: 'A-1' } })
  const before = await Promise.all(ids.map(rowOf))
  for (const decision of ['declined', 'confirmed'] as const) {
    expect(await decideClaims({ ...acting(), which: everybody, decision })).toBe(3)
    expect((await rowOf(ids[0]!)).status).toBe(decision)
    const told = await latest(decision)
    expect(told).toMatchObject({ workplaces: 3, name: null, isUndoable: true })
    expect(await undo(told.id)).toBe(3)
    expect(await Promise.all(ids.map(rowOf))).toEqual(before)
    expect(await undo(told.id), 'once').toBe(0)
    expect(await latest(decision)).toMatchObject({ restored: 3, isUndoable: false })
  }
})

test('what has been changed since stays, and what somebody else was given meanwhile is theirs', async () => {
  const [first, second] = await claimsOf(2)
  await prisma().affiliation.update({ where: { id: first! }, data: { employerNumber: 'B-7' } })
  const which = { affiliationIds: [first!, second!] }
  await decideClaims({ ...acting(), which, decision: 'declined' })
  const told = await latest('declined')
  const answer = { actor: place.manager, affiliationId: second!, decision: 'confirmed' } as const
  await decideAffiliation({ ...answer, employerNumber: 'b-7' })
  expect(await undo(told.id)).toBe(1)
  expect(await rowOf(first!)).toMatchObject({ status: 'claimed', employerNumber: null })
  expect(await rowOf(second!)).toMatchObject({ status: 'confirmed', employerNumber: 'b-7' })
  expect(await latest('declined')).toMatchObject({ workplaces: 2, restored: 1 })
})

test('one confirmed with corrections and a number is what the person told, once undone', async () => {
  const [id] = await claimsOf(1)
  const before = await rowOf(id!)
  await decideAffiliation({
    actor: place.manager,
    affiliationId: id!,
    decision: 'confirmed',
    employerNumber: 'C-9',
    kind: 'student',
    professionGroup: 'health-care',
  })
  expect(await rowOf(id!)).toMatchObject({ kind: 'student', employerNumber: 'C-9' })
  const told = await latest('confirmed')
  expect(told.name).not.toBeNull()
  await undo(told.id)
  expect(await rowOf(id!)).toEqual(before)
})

test('a manager ends a workplace from a day, which may be to come, and undoes it', async () => {
  const [id] = await claimsOf(1, { status: 'confirmed', validFrom: '2026-01-01' })
  const before = await rowOf(id!)
  const end = (lastDay: string) => endWorkplace({ ...acting(), affiliationId: id!, lastDay })
  await expect(end('2025-12-31')).rejects.toThrow('affiliation.ends-before-start')
  await end('2026-12-31')
  expect((await rowOf(id!)).validTo).toEqual(new Date('2027-01-01'))
  await end('2026-11-20')
  await expect(end('2026-11-21')).rejects.toThrow('affiliation.already-ended')
  const told = await latest('ended')
  expect(told).toMatchObject({ lastDay: '2026-11-20', workplaces: 1 })
  await undo(told.id)
  expect((await rowOf(id!)).validTo, 'as the decision before it').toEqual(new Date('2027-01-01'))
  await undo((await listWorkplaceDecisions(...asked('ended')))[1]!.id)
  expect(await rowOf(id!)).toEqual(before)
})

const asked = (kind: 'ended') => [place.manager, place.organisationId, [kind]] as const

test('only what is confirmed in the own organisation is ended, and only its own manager undoes', async () => {
  const [claimed] = await claimsOf(1)
  const [confirmed] = await claimsOf(1, { status: 'confirmed' })
  const lastDay = '2026-11-30'
  const end = (affiliationId: string) => endWorkplace({ ...acting(), affiliationId, lastDay })
  for (const id of [claimed!, newId(), 'x']) await expect(end(id)).rejects.toThrow('not-found')
  const away = await makeOrganisation()
  const stranger = await makeActor('manager', { kind: 'organisation', ref: away.organisationId })
  const theirs = { actor: stranger, organisationId: away.organisationId }
  await expect(endWorkplace({ ...theirs, affiliationId: confirmed!, lastDay })).rejects.toThrow(
    'not-found',
  )
  await end(confirmed!)
  const { id: decisionId } = await latest('ended')
  await expect(undoWorkplaceDecision({ ...theirs, decisionId })).rejects.toThrow('not-found')
  await expect(undoWorkplaceDecision({ ...acting(), actor: stranger, decisionId })).rejects.toThrow(
    'forbidden',
  )
  await expect(undo(newId())).rejects.toThrow('not-found')
})

test('after a day it is too late, and how it was is forgotten', async () => {
  const [id] = await claimsOf(1)
  await decideClaims({ ...acting(), which: { affiliationIds: [id!] }, decision: 'confirmed' })
  const { id: decisionId } = await latest('confirmed')
  const kept = () => prisma().workplaceDecisionChange.count({ where: { decisionId } })
  holdClock(later(23))
  await removeExpired()
  expect(await kept()).toBe(1)
  holdClock(later(24))
  await expect(undo(decisionId)).rejects.toThrow('workplace.undo-late')
  expect(await latest('confirmed')).toBeUndefined()
  holdClock(later(25))
  await removeExpired()
  expect(await kept()).toBe(0)
  expect(now()).toEqual(later(25))
})

test('who has left meanwhile is not put back', async () => {
  const [id] = await claimsOf(1, { validFrom: '2026-01-01' })
  const { personId } = await rowOf(id!)
  await decideClaims({ ...acting(), which: everybody, decision: 'confirmed' })
  const actor = { ...place.manager, personId } as PersonActor
  await endAffiliation({ actor, affiliationId: id!, lastDay: '2026-11-22' })
  expect(await undo((await latest('confirmed')).id)).toBe(0)
  expect(await rowOf(id!)).toMatchObject({ status: 'confirmed' })
})

test('the list is searched, narrowed, sorted and fetched whole, also of those declined', async () => {
  const below = await makeUnit(place.unitId, { name: 'Filialen' })
  const { personId } = await makePerson({ givenName: 'Åsa', familyName: 'Zetterlund' })
  const there = await makeAffiliation(personId, { unitId: below, professionGroup: 'health-care' })
  const [other] = await claimsOf(1, { professionGroup: 'school', validFrom: '2020-01-01' })
  const ids = async (search: string, words = '') => {
    const query = listQueryOf(search, claimShape)
    const { claims } = await listClaims({ ...acting(), query, words })
    const whole: string[] = []
    for await (const part of await exportClaims({ ...acting(), query, words })) {
      whole.push(...part.map(({ affiliationId }) => affiliationId))
    }
    expect(whole).toEqual(claims.rows.map(({ affiliationId }) => affiliationId))
    return whole
  }
  expect(await ids('')).toEqual([other, there])
  expect(await ids('?sort=-since')).toEqual([there, other])
  expect(await ids('', 'zetterl åsa')).toEqual([there])
  expect(await ids(`?unit=${below}`)).toEqual([there])
  expect(await ids(`?unit=${place.unitId}&sort=-unit`)).toEqual([other, there])
  expect(await ids('?group=school')).toEqual([other])
  await decideClaims({ ...acting(), which: { affiliationIds: [there] }, decision: 'declined' })
  expect(await ids('')).toEqual([other])
  expect(await ids('?state=declined')).toEqual([there])
  const found = await readClaim(place.manager, place.organisationId, there)
  expect(found.claim).toMatchObject({ state: 'declined', familyName: 'Zetterlund' })
  const which = {
    ...everybody,
    words: 'zetterlund',
    filters: { ...everybody.filters, state: ['declined'] },
  }
  expect(await decideClaims({ ...acting(), which, decision: 'confirmed' })).toBe(1)
  await expect(readClaim(place.manager, place.organisationId, there)).rejects.toThrow('not-found')
})
