import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  actingAs,
  makeActor,
  makeAffiliation,
  makePerson,
} from '../../../tests/factories/identity.ts'
import { makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { dateOf } from '~/kernel/dates.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { readWaitingClaims } from './claim-list.server.ts'
import { decideClaims } from './decide-claims.server.ts'
import { findOpenCode, joinByCode, readJoinOffer } from './join.server.ts'
import {
  exportJoinCodes,
  lettersOf,
  listJoinCodes,
  makeJoinCode,
  readJoinCode,
  revokeJoinCode,
} from './join-code.server.ts'
import { joinCodeQueryOf, joinStates } from './join-code.ts'
import { makeLink } from './one-time-link.server.ts'
import { confirmEmail, registerByCode } from './sign-up.server.ts'

useDatabase()

let manager: PersonActor
let organisationId: string
let unitId: string
beforeAll(async () => {
  const made = await makeOrganisation({ municipalityCode: '2180' })
  organisationId = made.organisationId
  unitId = await makeUnit(made.rootUnitId, { name: 'Barn och unga' })
  manager = await makeActor('manager', { kind: 'organisation', ref: organisationId })
})
beforeEach(() => holdClock(new Date('2026-11-22T10:00:00Z')))
afterEach(() => holdClock(undefined))

let visits = 0
/** An address of its own for each visit, so that no test counts for another. */
const ip = () => `192.0.2.${++visits}`

interface Rules {
  needsConfirmation?: boolean
  mostPeople?: number
}

async function makeCode({ needsConfirmation = true, mostPeople = 2 }: Rules = {}) {
  const lastDay = '2026-11-30'
  const rules = { kind: 'employed', needsConfirmation, mostPeople, lastDay } as const
  const id = await makeJoinCode({ actor: manager, organisationId, unitId, ...rules })
  return { id, code: lettersOf(id) }
}

const somebody = async () => actingAs((await makePerson()).personId)

const join = (actor: PersonActor, code: string) =>
  joinByCode({ actor, code, ip: ip(), professionGroup: 'social-services' })

const affiliationsOf = (personId: string) => prisma().affiliation.findMany({ where: { personId } })

test('who is signed in joins the unit from today, and waits for the manager', async () => {
  const { id, code } = await makeCode()
  const actor = await somebody()
  await join(actor, code.toLowerCase().replace('-', ' '))
  expect(await affiliationsOf(actor.personId)).toMatchObject([
    {
      unitId,
      municipalityCode: '2180',
      status: 'claimed',
      validFrom: dateOf('2026-11-22'),
      joinCodeId: id,
    },
  ])
  const { joiners } = await readJoinCode(manager, organisationId, id)
  expect(joiners).toMatchObject([{ professionGroup: 'social-services', status: 'claimed' }])
})

test('who is at the unit already gets nothing twice, and takes no place', async () => {
  const { id, code } = await makeCode({ mostPeople: 1 })
  const actor = await somebody()
  await makeAffiliation(actor.personId, { unitId, status: 'confirmed' })
  await join(actor, code)
  expect(await affiliationsOf(actor.personId)).toHaveLength(1)
  const offer = await readJoinOffer(code, actor, ip())
  expect(offer).toMatchObject({ state: 'open', own: { status: 'confirmed' } })
  expect((await readJoinCode(manager, organisationId, id)).code.joined).toBe(0)
})

test('a code is full when as many have joined as it may take, also when they come at the same time', async () => {
  const { code } = await makeCode({ mostPeople: 2 })
  const people = await Promise.all([somebody(), somebody(), somebody(), somebody()])
  const answers = await Promise.allSettled(people.map((actor) => join(actor, code)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  await expect(join(await somebody(), code)).rejects.toThrow('join.full')
})

test('whoever the manager declines holds no place', async () => {
  const { code } = await makeCode({ mostPeople: 1 })
  const first = await somebody()
  await join(first, code)
  const [affiliation] = await affiliationsOf(first.personId)
  await decideClaims({
    actor: manager,
    organisationId,
    which: { affiliationIds: [affiliation!.id] },
    decision: 'declined',
  })
  const second = await somebody()
  await join(second, code)
  expect(await affiliationsOf(second.personId)).toHaveLength(1)
})

test('nobody joins by a code after its last day, or once it is revoked; who has joined stays', async () => {
  const { id, code } = await makeCode()
  const actor = await somebody()
  await join(actor, code)
  // 23:30 in Sweden on the last day, and an hour later.
  holdClock(new Date('2026-11-30T22:30:00Z'))
  expect(await findOpenCode(code, ip())).toBe(id)
  holdClock(new Date('2026-11-30T23:30:00Z'))
  await expect(join(await somebody(), code)).rejects.toThrow('join.expired')
  holdClock(new Date('2026-11-23T10:00:00Z'))
  await revokeJoinCode({ actor: manager, organisationId, codeId: id })
  await expect(join(await somebody(), code)).rejects.toThrow('join.revoked')
  expect(await affiliationsOf(actor.personId)).toHaveLength(1)
})

test('who has no account makes one and joins; a code that asks no answer confirms with the address', async () => {
  const { id, code } = await makeCode({ needsConfirmation: false })
  const account = {
    ...{ givenName: 'Nova', familyName: 'Ny', email: 'nova.kod@exempel.se', passwordHash: 'hash' },
    ...({ language: 'sv', sex: null, professionGroup: 'school' } as const),
  }
  await registerByCode(account, await findOpenCode(code, ip()))
  const { id: personId } = await prisma().person.findUniqueOrThrow({
    where: { email: account.email },
  })
  expect(await affiliationsOf(personId)).toMatchObject([{ status: 'claimed', joinCodeId: id }])
  const link = await makeLink('confirm-email', personId)
  await confirmEmail(link.split('/').at(-1))
  expect(await affiliationsOf(personId)).toMatchObject([
    { status: 'confirmed', decidedBy: manager.personId },
  ])
})

test('who is signed in and joins by a code that asks no answer is confirmed at once', async () => {
  const { code } = await makeCode({ needsConfirmation: false })
  const actor = await somebody()
  await join(actor, code)
  expect(await affiliationsOf(actor.personId)).toMatchObject([{ status: 'confirmed' }])
})

test('the database holds neither the letters of a code nor what they could be guessed from', async () => {
  const { id, code } = await makeCode()
  const [row] = await rows<{ text: string }>(
    sql`select row_to_json(join_code)::text as text from join_code where id = ${id}::uuid`,
  )
  expect(row!.text).not.toContain(code)
  expect(row!.text).not.toContain(code.replace('-', ''))
})

test('after thirty wrong codes an address is told to wait, also with a right one', async () => {
  const { code } = await makeCode()
  const guesser = ip()
  for (let tries = 0; tries < 30; tries++) {
    await expect(readJoinOffer('CCCC-CCCC', null, guesser)).rejects.toThrow('join.code-unknown')
  }
  await expect(readJoinOffer(code, null, guesser)).rejects.toThrow('rate.limited')
  expect(await readJoinOffer(code, null, ip())).toMatchObject({ state: 'open', own: null })
})

test('the list of codes is narrowed by the states that the codes tell of, sorted, and fetched whole', async () => {
  const made = await makeOrganisation({ municipalityCode: '2180' })
  const own = made.organisationId
  const head = await makeActor('manager', { kind: 'organisation', ref: own })
  const make = async (name: string, lastDay: string, mostPeople = 9) => {
    const unit = await makeUnit(made.rootUnitId, { name })
    const rules = { kind: 'employed', needsConfirmation: true, mostPeople, lastDay } as const
    return makeJoinCode({ actor: head, organisationId: own, unitId: unit, ...rules })
  }
  const full = await make('Dungen', '2026-12-24', 1)
  const old = await make('Alen', '2026-11-22')
  const revoked = await make('Cedern', '2026-12-01')
  const open = await make('Björken', '2026-12-02')
  await revokeJoinCode({ actor: head, organisationId: own, codeId: revoked })
  await join(await somebody(), lettersOf(full))
  holdClock(new Date('2026-11-23T10:00:00Z'))
  const listed = async (search: string) => {
    const query = joinCodeQueryOf(search)
    const { codes } = await listJoinCodes(head, own, query)
    const whole: string[] = []
    for await (const part of await exportJoinCodes(head, own, query)) {
      whole.push(...part.map(({ id }) => id))
    }
    expect(whole).toEqual(codes.rows.map(({ id }) => id))
    return codes.rows
  }
  expect((await listed('?sort=unit')).map(({ id }) => id)).toEqual([old, open, revoked, full])
  expect((await listed('?search=cede')).map(({ id }) => id)).toEqual([revoked])
  expect((await listed('?sort=-lastDay')).map(({ id }) => id)).toEqual([full, open, revoked, old])
  for (const state of joinStates) {
    expect((await listed(`?state=${state}`)).map((code) => code.state)).toEqual([state])
  }
})

test('codes are seen and made in one’s own organisation only, and a delegate sees no names', async () => {
  const { id } = await makeCode()
  const elsewhere = await makeOrganisation()
  const stranger = await makeActor('manager', {
    kind: 'organisation',
    ref: elsewhere.organisationId,
  })
  await expect(listJoinCodes(stranger, organisationId, joinCodeQueryOf(''))).rejects.toThrow(
    'forbidden',
  )
  await expect(readJoinCode(stranger, elsewhere.organisationId, id)).rejects.toThrow('not-found')
  const foreign = { actor: stranger, organisationId: elsewhere.organisationId, unitId }
  await expect(
    makeJoinCode({
      ...foreign,
      ...({ kind: 'employed', needsConfirmation: true, mostPeople: 1 } as const),
      lastDay: '2026-11-30',
    }),
  ).rejects.toThrow('not-found')
  const delegate = await makeActor('delegate', { kind: 'organisation', ref: organisationId })
  expect((await readJoinCode(delegate, organisationId, id)).joiners).toBeNull()
})

test('several claims get one answer, each with its line in the trail; others’ are left alone', async () => {
  const { code } = await makeCode({ mostPeople: 5 })
  const people = [await somebody(), await somebody()]
  for (const actor of people) await join(actor, code)
  const away = await makeOrganisation()
  const other = await makeAffiliation((await somebody()).personId, { unitId: away.rootUnitId })
  const before = await readWaitingClaims(manager, organisationId)
  const claims = (await Promise.all(people.map(({ personId }) => affiliationsOf(personId)))).flat()
  const affiliationIds = [...claims.map(({ id }) => id), other]
  const which = { affiliationIds }
  const answer = { actor: manager, organisationId, which, decision: 'confirmed' } as const
  expect(await decideClaims(answer)).toBe(2)
  expect(await decideClaims(answer)).toBe(0)
  const kept = await prisma().affiliation.findUniqueOrThrow({ where: { id: other } })
  expect(kept.status).toBe('claimed')
  expect((await readWaitingClaims(manager, organisationId)).count).toBe(before.count - 2)
  const told = await prisma().auditEntry.count({
    where: { action: 'affiliation.confirmed', subjectId: { in: affiliationIds } },
  })
  expect(told).toBe(2)
})
