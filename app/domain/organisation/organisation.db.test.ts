import { expect, test } from 'vitest'
import { systemActor, type Grant } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { actorWith, makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { declareHeadcount, declareHeadcounts, readHeadcounts } from './headcount.server.ts'
import { addUnit, createOrganisation, readOrganisation } from './organisation.server.ts'
import { readOrganisationTree } from './register.server.ts'

useDatabase()

const managerOf = (organisationId: string) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } } as Grant)

test('a new organisation has a root unit of the same name and a line in the trail', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation({ name: 'Söderhamns kommun' })
  const found = await readOrganisation(systemActor, 'figures:read', organisationId)
  expect(found).toMatchObject({ name: 'Söderhamns kommun', rootUnitId, countyCode: '21' })
  expect(await prisma().unit.findUnique({ where: { id: rootUnitId } })).toMatchObject({
    name: 'Söderhamns kommun',
  })
  const trail = await prisma().auditEntry.findMany({ where: { organisationId } })
  expect(trail.map(({ action }) => action)).toEqual(['organisation.created'])
})

test('an organisation in a municipality of another county is refused, with nothing left behind', async () => {
  const name = 'Fel kommun'
  await expect(
    makeOrganisation({ name, countyCode: '06', municipalityCode: '2180' }),
  ).rejects.toMatchObject({ code: 'organisation.municipality-elsewhere' })
  expect(await prisma().organisation.count({ where: { name } })).toBe(0)
})

test('a trainer registers organisations in the own county with their units, and in no other', async () => {
  const actor = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  const told = { actor, kind: 'region', name: 'Region', openedOn: '2020-01-01' } as const
  const { organisationId } = await createOrganisation({
    ...told,
    countyCode: '21',
    units: ['Vård', 'Tandvård'].map((name) => ({ name, municipality: null })),
  })
  const { units } = await readHeadcounts(systemActor, organisationId)
  expect(units.map(({ name }) => name)).toEqual(['Region', 'Tandvård', 'Vård'])
  const elsewhere = createOrganisation({ ...told, countyCode: '06' })
  await expect(elsewhere).rejects.toMatchObject({ code: 'forbidden' })
  const manager = createOrganisation({
    ...told,
    actor: managerOf(organisationId),
    countyCode: '21',
  })
  await expect(manager).rejects.toMatchObject({ code: 'forbidden' })
})

test('a manager declares headcounts, and the newest for each group stands on the page', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const school = await makeUnit(rootUnitId, { name: 'Skolan' })
  const actor = managerOf(organisationId)
  const declare = (headcount: number, asOf: string) =>
    declareHeadcount({
      actor,
      unitId: school,
      professionGroup: 'school',
      headcount,
      asOf,
      source: 'own',
    })
  await declare(40, '2026-01-01')
  await declare(30, '2025-01-01')
  const view = await readHeadcounts(actor, organisationId)
  expect(view.units.map(({ name, depth }) => [name, depth])).toEqual([
    [view.organisation.name, 0],
    ['Skolan', 1],
  ])
  expect(view.units[1]!.declared).toEqual([
    { professionGroup: 'school', headcount: 40, asOf: '2026-01-01', source: 'own' },
  ])
  expect(await prisma().headcount.count({ where: { unitId: school } })).toBe(2)
})

test("a manager of another organisation is refused, and no row of either's changes", async () => {
  const own = await makeOrganisation()
  const other = await makeOrganisation()
  const before = await prisma().headcount.count()
  const declaring = declareHeadcounts({
    actor: managerOf(own.organisationId),
    unitId: other.rootUnitId,
    headcounts: [{ professionGroup: 'school', headcount: 10 }],
    asOf: '2026-01-01',
    source: 'own',
  })
  await expect(declaring).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  await expect(
    readHeadcounts(managerOf(own.organisationId), other.organisationId),
  ).rejects.toMatchObject({ status: 403 })
  expect(await prisma().headcount.count()).toBe(before)
})

test('a headcount for tomorrow, for no group or for no such unit is refused', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const actor = managerOf(organisationId)
  const headcounts = [{ professionGroup: 'school' as const, headcount: 10 }]
  const plain = { actor, unitId: rootUnitId, headcounts, asOf: today(), source: 'own' as const }
  await expect(declareHeadcounts({ ...plain, asOf: addDays(today(), 1) })).rejects.toMatchObject({
    code: 'headcount.day-ahead',
    field: 'asOf',
  })
  await expect(declareHeadcounts({ ...plain, headcounts: [] })).rejects.toMatchObject({
    code: 'headcount.nothing',
  })
  for (const unitId of [newId(), 'not-an-id']) {
    await expect(declareHeadcounts({ ...plain, unitId })).rejects.toMatchObject({ status: 404 })
  }
})

test('units lie where the organisation does, or where they are written or told to', async () => {
  const { organisationId, rootUnitId } = await createOrganisation({
    actor: systemActor,
    kind: 'private-provider',
    name: 'Kedjan',
    countyCode: '21',
    municipalityCode: '2180',
    openedOn: '2020-01-01',
    units: [
      { name: 'Norra', municipality: null },
      { name: 'Södra', municipality: 'Nässjö' },
    ],
  })
  const told = { actor: systemActor, parentUnitId: rootUnitId, openedOn: '2020-01-01' }
  const place = { countyCode: '06', municipalityCode: '0686' }
  const far = await addUnit({ ...told, name: 'Östra', ...place })
  await addUnit({ ...told, name: 'Under Östra', parentUnitId: far })
  const { tree } = await readOrganisationTree(systemActor, organisationId, null)
  expect(tree.map(({ name, placeName }) => `${name}: ${placeName}`)).toEqual([
    'Kedjan: Gävle',
    'Norra: Gävle',
    'Södra: Nässjö',
    'Östra: Eksjö',
    'Under Östra: Eksjö',
  ])
  const nowhere = addUnit({ ...told, name: 'Västra', countyCode: '06', municipalityCode: '0699' })
  await expect(nowhere).rejects.toMatchObject({ code: 'register.place-unknown' })
})
