import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  actingAs,
  makeActor,
  makeAffiliation,
  makeGrant,
  makePerson,
} from '../../../tests/factories/identity.ts'
import { makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { holdClock } from '~/kernel/clock.ts'
import { prisma, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { colleagueSource } from './colleague-search.db.server.ts'
import { findColleagues } from './colleague-search.server.ts'

useDatabase()
beforeEach(() => holdClock(new Date('2026-11-22T10:00:00Z')))
afterEach(() => holdClock(undefined))

const confirmed = { status: 'confirmed' } as const

async function workplace(name?: string) {
  const { organisationId, rootUnitId: unitId } = await makeOrganisation(name ? { name } : {})
  const manager = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  return { organisationId, unitId, manager }
}

async function employ(unitId: string, familyName: string, employerNumber?: string) {
  const person = await makePerson({ familyName })
  const affiliationId = await makeAffiliation(person.personId, { unitId, ...confirmed })
  if (employerNumber) {
    await prisma().affiliation.update({ where: { id: affiliationId }, data: { employerNumber } })
  }
  return { ...person, affiliationId }
}

const found = async (...asked: [Parameters<typeof findColleagues>[0], string]) =>
  (await findColleagues(asked[0], { words: asked[1], page: 1 })).found

const idsOf = async (...asked: Parameters<typeof found>) =>
  (await found(...asked))?.rows.map(({ personId }) => personId)

test('somebody is found by name, by address and by the employer’s own number, in any unit', async () => {
  const { unitId, manager } = await workplace()
  const school = await makeUnit(unitId, { name: 'Norra skolan' })
  const { personId, email } = await employ(school, 'Ängström', 'NR-7781')
  await employ(unitId, 'Berg', 'NR-9')
  for (const words of ['ängström', 'ÄNGST', 'robin ängström', email, 'nr-7781', '7781 robin']) {
    expect(await idsOf(manager, words), words).toEqual([personId])
  }
  const [row] = (await found(manager, 'ängström'))!.rows
  expect(row!.places).toMatchObject([
    {
      unit: 'Norra skolan',
      professionGroup: 'social-services',
      validFrom: '2024-01-08',
      validTo: null,
    },
  ])
})

test('a manager of two organisations finds in both, and each workplace says where and until when', async () => {
  const one = await workplace('Alfa kommun')
  const two = await workplace('Beta kommun')
  const { personId } = await employ(one.unitId, 'Dubbel')
  const ends = { unitId: two.unitId, ...confirmed, validFrom: '2025-02-01', validTo: '2027-01-01' }
  await makeAffiliation(personId, ends)
  const head = one.manager.personId
  await makeGrant(head, 'manager', { kind: 'organisation', ref: two.organisationId })
  const both = await findColleagues(await actingAs(head), { words: 'dubbel', page: 1 })
  expect(both.openIds.sort()).toEqual([one.organisationId, two.organisationId].sort())
  expect(both.found!.rows[0]!.places).toMatchObject([
    { organisation: 'Alfa kommun', validFrom: '2024-01-08', validTo: null },
    { organisation: 'Beta kommun', validFrom: '2025-02-01', validTo: '2027-01-01' },
  ])
  // Each alone knows of nothing at the other.
  expect((await found(two.manager, 'dubbel'))!.rows[0]!.places).toMatchObject([
    { organisation: 'Beta kommun' },
  ])
})

test('a unit with a new name is where the person has been all along, and one that came is from that day', async () => {
  const { organisationId, unitId, manager } = await workplace()
  const school = await makeUnit(unitId, { name: 'Skolan' })
  await employ(school, 'Flyttad')
  const other = await workplace()
  await prisma().unitPlacement.updateMany({
    where: { unitId: school },
    data: { organisationId: other.organisationId, validTo: new Date('2025-01-01') },
  })
  for (const [id, name, from, to] of [
    ['0191c000-0000-7000-8000-000000000001', 'Skolan', '2025-01-01', '2026-01-01'],
    ['0191c000-0000-7000-8000-000000000002', 'Nya skolan', '2026-01-01', null],
  ] as const) {
    await prisma().unitPlacement.create({
      data: {
        id,
        unitId: school,
        organisationId,
        parentUnitId: unitId,
        name,
        validFrom: new Date(from),
        validTo: to && new Date(to),
      },
    })
  }
  expect((await found(manager, 'flyttad'))!.rows[0]!.places).toMatchObject([
    { unit: 'Nya skolan', validFrom: '2025-01-01', validTo: null },
  ])
  expect((await found(other.manager, 'flyttad'))!.count).toBe(0)
})

test('nobody is found who works elsewhere, has left, has not begun, or whom nobody has confirmed', async () => {
  const { unitId, manager } = await workplace()
  const elsewhere = await workplace()
  await employ(elsewhere.unitId, 'Gömd', 'NR-1')
  const gone = [
    { ...confirmed, validTo: '2026-11-22' },
    { ...confirmed, validFrom: '2026-11-23' },
    { status: 'claimed' },
    { status: 'declined' },
  ] as const
  for (const values of gone) {
    const { personId } = await makePerson({ familyName: 'Gömd' })
    await makeAffiliation(personId, { unitId, ...values })
  }
  expect(await found(manager, 'gömd')).toMatchObject({ rows: [], count: 0, pages: 1 })
})

test('a number that another employer has given finds nobody', async () => {
  const { unitId, manager } = await workplace()
  const elsewhere = await workplace()
  const { personId } = await employ(elsewhere.unitId, 'Numrerad', 'AA-5512')
  await makeAffiliation(personId, { unitId, ...confirmed })
  expect(await idsOf(manager, 'numrerad')).toEqual([personId])
  expect(await idsOf(manager, '5512')).toEqual([])
})

/** How many rows each step of a search has read: what its time goes by. */
async function rowsRead(organisationIds: string[], words: string): Promise<string[]> {
  const { columns, from } = colleagueSource(organisationIds, words)
  const plan = await rows<Record<string, string>>(
    sql`explain (analyze, costs off, timing off, summary off) select ${columns} ${from}`,
  )
  return plan
    .flatMap((line) => Object.values(line))
    .filter((line) => /actual rows=|Removed by/.test(line))
    .map((line) => line.replace(/Memory.*/, '').trim())
}

test('to look for somebody outside is the same work as to look for somebody who is nowhere', async () => {
  const { organisationId, unitId } = await workplace()
  await employ(unitId, 'Inne')
  const { email } = await employ((await workplace()).unitId, 'Utanför')
  const outside = await rowsRead([organisationId], email)
  expect(outside).toEqual(await rowsRead([organisationId], 'ingen.alls@exempel.se'))
  expect(outside.length).toBeGreaterThan(3)
})

test('a delegate finds while the delegation runs, and is led to no page about what people have done', async () => {
  const { organisationId, unitId } = await workplace()
  const { personId } = await employ(unitId, 'Anställd')
  const scope = { kind: 'organisation', ref: organisationId } as const
  const delegate = await makeActor('trainer', { kind: 'county', ref: '21' })
  await expect(found(delegate, 'anställd')).rejects.toThrow('forbidden')
  const { personId: trainerId } = delegate
  await makeGrant(trainerId, 'delegate', scope, { validTo: '2026-11-23' })
  const running = await findColleagues(await actingAs(trainerId), { words: 'anställd', page: 1 })
  expect(running.found!.rows.map((row) => row.personId)).toEqual([personId])
  expect(running.openIds).toEqual([])
  holdClock(new Date('2026-11-23T10:00:00Z'))
  await expect(found(await actingAs(trainerId), 'anställd')).rejects.toThrow('forbidden')
})

test('roles that read figures of everybody find nobody', async () => {
  for (const role of ['coordinator', 'analyst', 'administrator', 'editor'] as const) {
    const actor = await makeActor(role, { kind: 'nation', ref: null })
    await expect(found(actor, 'anna'), role).rejects.toThrow('forbidden')
  }
})

test('those found come a page at a time, in the order of their names', async () => {
  const { unitId, manager } = await workplace()
  for (const [index, name] of ['Öberg', 'Åberg', 'Zorn'].entries()) {
    await employ(unitId, `${name} Samnamn`, `S-${index}`)
  }
  for (let number = 0; number < 49; number++) await employ(unitId, `Alm Samnamn ${number}`)
  const second = await findColleagues(manager, { words: 'samnamn', page: 2 })
  expect(second.found).toMatchObject({ count: 52, page: 2, pages: 2 })
  expect(second.found!.rows.map(({ familyName }) => familyName)).toEqual([
    'Åberg Samnamn',
    'Öberg Samnamn',
  ])
  expect((await findColleagues(manager, { words: 's', page: 1 })).found).toBeNull()
})
