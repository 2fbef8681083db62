import { beforeAll, beforeEach, expect, test } from 'vitest'
import { readPlaceOf, savePlaces } from '~/domain/place/place.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { actorWith, makeOrganisation, makeUnit } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { correctPlace } from './correct-place.server.ts'
import { addUnit, createOrganisation, readOrganisation } from './organisation.server.ts'

useDatabase()

const counties = [
  { code: '21', letter: 'X', name: 'Gävleborgs län', shortName: 'Gävleborg' },
  { code: '03', letter: 'C', name: 'Uppsala län', shortName: 'Uppsala' },
]
const municipalities = [
  { code: '2180', countyCode: '21', name: 'Gävle kommun', shortName: 'Gävle' },
  { code: '2101', countyCode: '21', name: 'Ockelbo kommun', shortName: 'Ockelbo' },
  { code: '0380', countyCode: '03', name: 'Uppsala kommun', shortName: 'Uppsala' },
]
beforeAll(() => savePlaces(counties, municipalities))

const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
const managerOf = (organisationId: string) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } } as never)

const placeOf = async (unitId: string) => {
  const unit = await prisma().unit.findUniqueOrThrow({ where: { id: unitId } })
  return unit.municipalityCode ?? unit.countyCode
}

let organisationId: string
let rootUnitId: string
beforeEach(async () => {
  const made = await createOrganisation({
    actor: trainer,
    ...{ kind: 'region', name: 'Regionen', openedOn: '2020-01-01', countyCode: '21' },
  })
  organisationId = made.organisationId
  rootUnitId = made.rootUnitId
})

const correct = (unitId: string, place: string, actor: Actor = trainer, withBelow = true) =>
  correctPlace({ actor, unitId, place, withBelow })

test('a unit opens at a place of its own, and those below it there', async () => {
  const manager = managerOf(organisationId)
  const told = { actor: manager, openedOn: '2026-01-01' } as const
  const gavle = await readPlaceOf('2180')
  const clinic = await addUnit({ ...told, parentUnitId: rootUnitId, name: 'Kliniken', ...gavle })
  const ward = await addUnit({ ...told, parentUnitId: clinic, name: 'Avdelningen' })
  expect([await placeOf(rootUnitId), await placeOf(clinic), await placeOf(ward)]).toEqual([
    '21',
    '2180',
    '2180',
  ])
})

test('a unit’s place is corrected with those below that stand at the same, and no others', async () => {
  const clinic = await makeUnit(rootUnitId, { name: 'Kliniken' })
  const same = await makeUnit(clinic, { name: 'Avdelningen' })
  const other = await addUnit({
    ...{ actor: trainer, parentUnitId: clinic, name: 'Filialen', openedOn: '2020-01-01' },
    ...(await readPlaceOf('2101')),
  })
  expect(await correct(clinic, '2180', managerOf(organisationId))).toBe(2)
  expect([await placeOf(clinic), await placeOf(same), await placeOf(other)]).toEqual([
    '2180',
    '2180',
    '2101',
  ])
  expect(await correct(clinic, '2101', trainer, false)).toBe(1)
  expect(await placeOf(same)).toBe('2180')
  await expect(correct(clinic, '2101')).rejects.toMatchObject({ code: 'organisation.nothing' })
  const trail = await prisma().auditEntry.findMany({ where: { subjectId: clinic } })
  expect(trail.map(({ action, detail }) => [action, detail])).toContainEqual([
    'unit.place-corrected',
    { from: '21', to: '2180', units: 2 },
  ])
})

test('an organisation goes along with its first unit, by who keeps the register in both places', async () => {
  const manager = managerOf(organisationId)
  await expect(correct(rootUnitId, '2180', manager)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(correct(rootUnitId, '0380')).rejects.toMatchObject({ code: 'forbidden' })
  await correct(rootUnitId, '2180')
  expect(await readOrganisation(trainer, 'figures:read', organisationId)).toMatchObject({
    countyCode: '21',
    municipalityCode: '2180',
  })
  expect(await placeOf(rootUnitId)).toBe('2180')
})

test('a municipality lies in a municipality, and a place is one of Sweden’s', async () => {
  const { rootUnitId: town } = await makeOrganisation({ municipalityCode: '2180' })
  await expect(correct(town, '21')).rejects.toMatchObject({
    code: 'organisation.municipality-missing',
  })
  await expect(correct(town, '2199')).rejects.toMatchObject({ code: 'place.unknown' })
  await expect(correct('none', '2180')).rejects.toMatchObject({ code: 'not-found' })
})
