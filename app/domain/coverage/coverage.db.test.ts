import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawHeadcount } from '~/domain/organisation/correct-headcount.server.ts'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import type { Day } from '~/kernel/dates.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import { makeActor } from '../../../tests/factories/identity.ts'
import {
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readParticipation } from './coverage.server.ts'
import { figureSearchOf } from './coverage.ts'
import { readOrganisationCoverage } from './organisation-coverage.server.ts'

useDatabase()

beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const declare = (unitId: string, headcount: number, asOf: Day) =>
  declareHeadcount({
    actor: systemActor,
    unitId,
    professionGroup: 'school',
    headcount,
    asOf,
    source: 'own',
  })

async function coverageOf(
  organisationId: string,
  { slug }: MadeModule,
  asOf: Day = '2026-11-21',
  unitId?: string,
) {
  return readOrganisationCoverage({
    actor: systemActor,
    organisationId,
    unitId,
    query: { moduleSlug: slug, asOf },
  })
}

async function totalOf(organisationId: string, module: MadeModule, asOf?: Day) {
  return (await coverageOf(organisationId, module, asOf)).level.coverage.total
}

test('confirmed employments that are valid on the day count, and nothing else does', async () => {
  const module = await makeModule()
  const other = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation()
  await declare(rootUnitId, 10, '2026-01-01')
  // Counts: employed, confirmed and completed. The eight others have each one thing against them.
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-21')
  const notCounted = [
    { status: 'claimed' },
    { status: 'declined' },
    { kind: 'student' },
    { validTo: '2026-11-21' },
    { validFrom: '2026-11-22' },
    { decidedAt: new Date('2026-11-21T23:30:00Z') },
  ]
  for (const values of notCounted) {
    await makeCompletion(await makeEmployment(rootUnitId, values), module, '2026-11-01')
  }
  await makeEmployment(rootUnitId)
  await makeCompletion(await makeEmployment(rootUnitId), other, '2026-11-01')
  expect(await totalOf(organisationId, module)).toMatchObject({ held: 1, required: 10 })
})

test('a completion counts from its day on, and a decision from its Swedish day', async () => {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation()
  await declare(rootUnitId, 10, '2026-01-01')
  // Confirmed at 23:30 UTC on 9 November, which in Sweden is half past midnight on the 10th.
  const decidedAt = new Date('2026-11-09T23:30:00Z')
  await makeCompletion(await makeEmployment(rootUnitId, { decidedAt }), module, '2026-11-05')
  expect(await totalOf(organisationId, module, '2026-11-09')).toMatchObject({ held: 0 })
  expect(await totalOf(organisationId, module, '2026-11-10')).toMatchObject({ held: 1 })
})

test('a person who works twice in the same unit and group is one, in two units two', async () => {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation()
  const school = await makeUnit(rootUnitId)
  await declare(rootUnitId, 10, '2026-01-01')
  const personId = await makeEmployment(rootUnitId)
  await makeEmployment(rootUnitId, { personId, validFrom: '2025-01-01' })
  await makeCompletion(personId, module, '2026-11-01')
  expect(await totalOf(organisationId, module)).toMatchObject({ held: 1 })
  await makeEmployment(school, { personId })
  expect(await totalOf(organisationId, module)).toMatchObject({ held: 2 })
})

test('the newest headcount not after the day is in force, and of two for a day the latest said', async () => {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation()
  await declare(rootUnitId, 40, '2025-01-01')
  await declare(rootUnitId, 50, '2026-01-01')
  holdClock(new Date('2026-11-21T10:05:00Z'))
  await declare(rootUnitId, 52, '2026-01-01')
  holdClock(new Date('2026-11-21T10:00:00Z'))
  const on = async (day: Day) => (await totalOf(organisationId, module, day)).required
  expect(await on('2024-12-31')).toBeNull()
  expect(await on('2025-12-31')).toBe(40)
  expect(await on('2026-01-01')).toBe(52)
})

test('a number that has been taken back counts on no day', async () => {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation()
  await declare(rootUnitId, 10, '2026-01-01')
  await declare(rootUnitId, 100, '2026-02-01')
  const { id: headcountId } = await prisma().headcount.findFirstOrThrow({
    where: { unitId: rootUnitId, headcount: 100 },
  })
  const actor = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  await withdrawHeadcount({ actor, organisationId, headcountId })
  expect(await totalOf(organisationId, module, '2026-02-01')).toMatchObject({ required: 10 })
  expect(await totalOf(organisationId, module)).toMatchObject({ required: 10 })
})

test('a unit that has moved counts where it hung on the day', async () => {
  const module = await makeModule()
  const from = await makeOrganisation()
  const to = await makeOrganisation()
  const school = await makeUnit(from.rootUnitId)
  await makeCompletion(await makeEmployment(school), module, '2026-01-01')
  await declare(school, 10, '2026-01-01')
  const movedOn = new Date('2026-06-01T00:00:00Z')
  await prisma().unitPlacement.updateMany({
    where: { unitId: school },
    data: { validTo: movedOn },
  })
  await prisma().unitPlacement.create({
    data: {
      id: '0195f2a0-0000-7000-8000-00000000000a',
      unitId: school,
      organisationId: to.organisationId,
      parentUnitId: to.rootUnitId,
      name: 'Skolan',
      validFrom: movedOn,
    },
  })
  const known = { held: 1, required: 10 }
  expect(await totalOf(from.organisationId, module, '2026-05-31')).toMatchObject(known)
  expect(await totalOf(to.organisationId, module, '2026-05-31')).toMatchObject({ required: null })
  expect(await totalOf(from.organisationId, module, '2026-06-01')).toMatchObject({ required: null })
  expect(await totalOf(to.organisationId, module, '2026-06-01')).toMatchObject(known)
})

test('an assignment makes an organisation without people and headcount unknown, until it is taken back', async () => {
  const module = await makeModule()
  const { organisationId } = await makeOrganisation()
  expect(await totalOf(organisationId, module)).toMatchObject({ unknownUnits: 0 })
  const id = await makeAssignment(organisationId, module.moduleId)
  expect(await totalOf(organisationId, module)).toMatchObject({ required: null, unknownUnits: 1 })
  await prisma().assignment.update({
    where: { id },
    data: { withdrawnAt: new Date('2026-11-21T10:00:00Z') },
  })
  expect(await totalOf(organisationId, module)).toMatchObject({ unknownUnits: 0 })
  // Yesterday it was not assigned yet either: figures of the past do not change.
  expect(await totalOf(organisationId, module, '2026-11-20')).toMatchObject({ unknownUnits: 0 })
})

test("the page of an organisation rolls its units up, and a child's people are not counted twice", async () => {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation({ name: 'Kommunen' })
  const department = await makeUnit(rootUnitId, { name: 'Skolförvaltningen' })
  const north = await makeUnit(department, { name: 'Norra skolan' })
  await declare(north, 4, '2026-01-01')
  // North: 2 of 4. The department's own one has no number: it stands apart.
  for (const unitId of [north, north, department]) {
    await makeCompletion(await makeEmployment(unitId), module, '2026-11-01')
  }
  const whole = await coverageOf(organisationId, module)
  expect(whole.level.coverage.total).toMatchObject({ held: 2, required: 4, heldUncounted: 1 })
  expect(whole.level.coverage.total).toMatchObject({ unknownUnits: 1, source: 'own' })
  expect(whole.level.path).toEqual([{ unitId: rootUnitId, name: 'Kommunen' }])
  expect(linesOf(whole)).toEqual([['Skolförvaltningen', 1, 2, 4]])
  const opened = await coverageOf(organisationId, module, '2026-11-21', department)
  expect(opened.level.path.map(({ name }) => name)).toEqual(['Kommunen', 'Skolförvaltningen'])
  expect(linesOf(opened)).toEqual([['Norra skolan', 0, 2, 4]])
})

const linesOf = ({ level }: Awaited<ReturnType<typeof coverageOf>>) =>
  level.lines.map(({ name, below, total }) => [name, below, total.held, total.required])

test('participation counts persons, once in each place, claimed ones too', async () => {
  const module = await makeModule()
  const inGavle = { countyCode: '21', municipalityCode: '2180' }
  const inLinkoping = { countyCode: '05', municipalityCode: '0580' }
  const gavle = await makeOrganisation(inGavle)
  const linkoping = await makeOrganisation(inLinkoping)
  // One person works twice in Gävle and once in Linköping; one is claimed in Gävle; one declined.
  const everywhere = await makeEmployment(gavle.rootUnitId)
  await makeEmployment(gavle.rootUnitId, { personId: everywhere, professionGroup: 'student' })
  await makeEmployment(linkoping.rootUnitId, { personId: everywhere })
  const claimed = await makeEmployment(gavle.rootUnitId, { status: 'claimed' })
  const declined = await makeEmployment(gavle.rootUnitId, { status: 'declined' })
  for (const personId of [everywhere, claimed, declined]) {
    await makeCompletion(personId, module, '2026-11-01')
  }
  const byCounty = await readParticipation('county', module.moduleId, '2026-11-21')
  expect(byCounty).toEqual({
    whole: 3,
    byCode: new Map([
      ['21', 2],
      ['05', 1],
    ]),
  })
  const byMunicipality = await readParticipation('municipality', module.moduleId, '2026-10-31')
  expect(byMunicipality).toEqual({ whole: 0, byCode: new Map() })
})

test('the address of a figure names the module and the day', () => {
  expect(figureSearchOf({ slug: 'grund-1' }, '2026-11-21')).toBe('?module=grund-1&asOf=2026-11-21')
  expect(figureSearchOf(null, '2026-11-21')).toBe('?asOf=2026-11-21')
})
