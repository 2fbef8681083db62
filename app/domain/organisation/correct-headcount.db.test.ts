import { beforeEach, expect, test } from 'vitest'
import type { Grant, PersonActor } from '~/kernel/actor.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { actorWith, makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  correctHeadcountSource,
  restoreHeadcount,
  withdrawHeadcount,
} from './correct-headcount.server.ts'
import {
  declareGrid,
  listOldHeadcounts,
  readHeadcountHistory,
  readHeadcounts,
} from './headcount.server.ts'

useDatabase()

const managerOf = (organisationId: string) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } } as Grant)

let actor: PersonActor
let organisationId: string
let unitId: string
beforeEach(async () => {
  const made = await makeOrganisation()
  organisationId = made.organisationId
  unitId = made.rootUnitId
  actor = managerOf(organisationId)
})

const declare = (headcount: number, asOf: string) =>
  declareGrid({
    ...{ actor, organisationId, asOf, source: 'own', confirmsAll: false },
    cells: [{ unitId, professionGroup: 'school', headcount }],
  })

const history = () => readHeadcountHistory(actor, organisationId, unitId)

/** What counts today, with its source; undefined: unknown. */
async function inForce() {
  const { units } = await readHeadcounts(actor, organisationId)
  const declared = units.find((unit) => unit.unitId === unitId)?.declared[0]
  return declared && ([declared.headcount, declared.source, declared.asOf] as const)
}

const theLatest = async () => {
  const headcountId = (await history())[0]!.id
  return { actor, organisationId, headcountId }
}

test('a number that is taken back counts nowhere, and what was told before it counts again', async () => {
  await declare(40, '2026-01-01')
  await declare(400, '2026-02-01')
  const wrong = await theLatest()
  await withdrawHeadcount(wrong)
  expect(await inForce()).toEqual([40, 'own', '2026-01-01'])
  expect((await history()).map(({ headcount, isWithdrawn }) => [headcount, isWithdrawn])).toEqual([
    [400, true],
    [40, false],
  ])
  await withdrawHeadcount(wrong)
  await restoreHeadcount(wrong)
  expect(await inForce()).toEqual([400, 'own', '2026-02-01'])
  const trail = await prisma().auditEntry.findMany({ where: { subjectId: unitId } })
  expect(trail.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['headcount.withdrawn', 'headcount.restored']),
  )
  expect(trail.filter(({ action }) => action === 'headcount.withdrawn')).toHaveLength(1)
})

test('the only number taken back leaves the number unknown, not nought', async () => {
  await declare(40, '2026-01-01')
  await withdrawHeadcount(await theLatest())
  expect(await inForce()).toBeUndefined()
  expect((await listOldHeadcounts(actor)).map(({ id, oldest }) => [id, oldest])).toEqual([
    [organisationId, null],
  ])
})

test('the same number again after it was taken back is a new one', async () => {
  await declare(40, '2026-01-01')
  await withdrawHeadcount(await theLatest())
  expect(await declare(40, '2026-01-01')).toBe(1)
  expect(await inForce()).toEqual([40, 'own', '2026-01-01'])
})

test('a source is corrected by itself, and the history keeps what was said', async () => {
  await declare(40, '2026-01-01')
  const told = await theLatest()
  await correctHeadcountSource({ ...told, source: 'scb' })
  expect(await inForce()).toEqual([40, 'scb', '2026-01-01'])
  expect((await history()).map(({ source }) => source)).toEqual(['scb', 'own'])
  await expect(
    correctHeadcountSource({ ...(await theLatest()), source: 'scb' }),
  ).rejects.toMatchObject({ code: 'headcount.nothing' })
  await withdrawHeadcount(told)
  await expect(correctHeadcountSource({ ...told, source: 'scb' })).rejects.toMatchObject({
    code: 'headcount.is-withdrawn',
  })
})

test('nobody corrects another organisation’s numbers', async () => {
  await declare(40, '2026-01-01')
  const { headcountId } = await theLatest()
  const other = await makeOrganisation()
  const stranger = managerOf(other.organisationId)
  const told = { actor: stranger, headcountId }
  await expect(withdrawHeadcount({ ...told, organisationId })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    withdrawHeadcount({ ...told, organisationId: other.organisationId }),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(await inForce()).toEqual([40, 'own', '2026-01-01'])
})
