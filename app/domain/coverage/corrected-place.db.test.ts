import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctPlace } from '~/domain/identity/correct-place.server.ts'
import { reorganiseUnits } from '~/domain/identity/reorganise.server.ts'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { addUnit, readOrganisation } from '~/domain/organisation/organisation.server.ts'
import { placeOfCode } from '~/domain/organisation/organisation.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readCoverageAnywhere } from './place-coverage.server.ts'

useDatabase()

beforeAll(() => holdClock(new Date('2026-11-22T09:00:00Z')))
afterAll(() => holdClock(undefined))

const lastYear = '2025-11-22'
const today = '2026-11-22'
const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })

/** A private chain in Gävle with one unit of four declared, of whom one had the module last year. */
async function makeChain() {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation({ kind: 'private-provider' })
  const unitId = await makeUnit(rootUnitId, { name: 'Norra' })
  const personId = await makeEmployment(unitId)
  await makeCompletion(personId, module, '2025-03-01')
  const asOf = '2025-01-01'
  const told = { professionGroup: 'school', headcount: 4, asOf, source: 'own' } as const
  await declareHeadcount({ actor: systemActor, unitId, ...told })
  const heldIn = async (code: string, day: string) => {
    const { coverageIn } = await readCoverageAnywhere(module.moduleId, day, null)
    const { held, required } = coverageIn({ kind: 'municipality', code }).total
    return [held, required]
  }
  return { organisationId, rootUnitId, unitId, personId, heldIn }
}

test('a place that was wrong from the beginning is right on every day, for the figures and for who works there', async () => {
  const { organisationId, unitId, personId, heldIn } = await makeChain()
  await prisma().affiliation.updateMany({ where: { personId }, data: { municipalityCode: '2180' } })
  const before = await heldIn('2180', lastYear)
  const [emptyHeld] = await heldIn('0682', lastYear)
  expect([before[0], emptyHeld]).toEqual([1, 0])
  const place = placeOfCode('0682')
  const told = { actor: trainer, organisationId, unitId, place, withBelow: false }
  await correctPlace(told)
  for (const day of [lastYear, today]) {
    expect((await heldIn('0682', day))[0]).toBe(1)
    expect((await heldIn('2180', day))[0]).toBe(0)
  }
  const affiliation = await prisma().affiliation.findFirst({ where: { personId } })
  expect(affiliation?.municipalityCode).toBe('0682')
  await expect(correctPlace(told)).rejects.toMatchObject({ code: 'register.place-same' })
  const unknown = { ...told, place: placeOfCode('0699') }
  await expect(correctPlace(unknown)).rejects.toMatchObject({ code: 'register.place-unknown' })
})

// The unit in Gävle goes into one that opens in Tranås on 1 July: 1 of 4 is Gävle's until 30 June, then Tranås's.
test('a unit that really moves is another from the day: last year’s figure is what it was', async () => {
  const { rootUnitId, unitId, heldIn } = await makeChain()
  const day = '2026-07-01'
  const told = { actor: trainer, parentUnitId: rootUnitId, name: 'Nya Norra', openedOn: day }
  const there = await addUnit({ ...told, ...placeOfCode('0687') })
  const days = [lastYear, '2026-06-30'] as const
  const before = await Promise.all(days.map((each) => heldIn('2180', each)))
  const command = { kind: 'merge' as const, unitIds: [unitId], into: { unitId: there } }
  await reorganiseUnits({ actor: trainer, command, day })
  expect(await Promise.all(days.map((each) => heldIn('2180', each)))).toEqual(before)
  expect(before[0]![0]).toBe(1)
  expect(await heldIn('0687', today)).toEqual([1, 4])
})

test('an organisation’s place is put right within the own area, with units that lay where it was said to', async () => {
  const { organisationId, rootUnitId, unitId } = await makeChain()
  const far = await makeUnit(rootUnitId, { countyCode: '06', municipalityCode: '0686' })
  const told = { organisationId, unitId: rootUnitId, withBelow: true }
  const outside = correctPlace({ ...told, actor: trainer, place: placeOfCode('0682') })
  await expect(outside).rejects.toMatchObject({ code: 'register.place-outside' })
  await correctPlace({ ...told, actor: trainer, place: placeOfCode('2181') })
  const placeOf = async (id: string) =>
    (await prisma().unit.findUniqueOrThrow({ where: { id } })).municipalityCode
  expect(await Promise.all([rootUnitId, unitId, far].map(placeOf))).toEqual([
    '2181',
    '2181',
    '0686',
  ])
  expect(await readOrganisation(trainer, 'organisation:read', organisationId)).toMatchObject({
    municipalityCode: '2181',
  })
  const coordinator = actorWith({ role: 'coordinator', scope: { kind: 'nation' } })
  await correctPlace({ ...told, actor: coordinator, place: placeOfCode('0682') })
  const gone = readOrganisation(trainer, 'organisation:read', organisationId)
  await expect(gone).rejects.toMatchObject({ code: 'forbidden' })
})

test('a manager puts the own units right but not the organisation, nor a unit of another', async () => {
  const { organisationId, rootUnitId, unitId } = await makeChain()
  const actor = actorWith({
    role: 'manager',
    scope: { kind: 'organisation', organisationId },
  })
  const told = { actor, organisationId, place: placeOfCode('2181'), withBelow: false }
  await correctPlace({ ...told, unitId })
  const itself = correctPlace({ ...told, unitId: rootUnitId })
  await expect(itself).rejects.toMatchObject({ code: 'forbidden' })
  const other = await makeOrganisation()
  const foreign = correctPlace({ ...told, unitId: other.rootUnitId })
  await expect(foreign).rejects.toMatchObject({ code: 'not-found' })
  await expect(correctPlace({ ...told, unitId: newId() })).rejects.toMatchObject({
    code: 'not-found',
  })
})
