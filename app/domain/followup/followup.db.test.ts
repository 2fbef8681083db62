import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor, type Role } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readCountyTable, readNationalTable } from './followup.server.ts'

useDatabase()

const asOf = '2026-11-21'
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

const nationwide = (role: Role) => actorWith({ role, scope: { kind: 'nation' } })
const analyst = nationwide('analyst')

test('all 21 counties stand in the table, those that nothing is known of too', async () => {
  const { moduleId } = await makeModule()
  const table = await readNationalTable({ actor: analyst, moduleId, asOf })
  expect(table.counties).toHaveLength(21)
  expect(table.counties.every(({ coverage }) => coverage.total.required === null)).toBe(true)
  expect(table).toMatchObject({ asOf, takenOn: asOf, nation: { code: '00', persons: 0 } })
})

test('one more completion moves county and nation by exactly one, and no other county', async () => {
  const module = await makeModule()
  const { rootUnitId } = await makeOrganisation()
  await declareHeadcount({
    actor: systemActor,
    unitId: rootUnitId,
    professionGroup: 'school',
    headcount: 52,
    asOf: '2026-01-01',
    source: 'own',
  })
  const question = { actor: analyst, moduleId: module.moduleId, asOf }
  const heldIn = async () => {
    const { nation, counties } = await readNationalTable(question)
    const byCode = counties.map(({ code, coverage }) => [code, coverage.total.held] as const)
    return { nation: nation.coverage.total.held, byCode: new Map(byCode) }
  }
  const before = await heldIn()
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-20')
  const after = await heldIn()
  expect(after.nation).toBe(before.nation + 1)
  for (const [code, held] of after.byCode) {
    expect(held).toBe(before.byCode.get(code)! + (code === '21' ? 1 : 0))
  }
})

test('a county has all its municipalities and, apart, what lies in none', async () => {
  const { moduleId } = await makeModule()
  await makeOrganisation({ kind: 'region', countyCode: '09', municipalityCode: null })
  const { county, municipalities } = await readCountyTable({
    actor: analyst,
    moduleId,
    asOf,
    countyCode: '09',
  })
  expect(county.name).toBe('Gotlands län')
  expect(municipalities.map(({ code }) => code)).toEqual(['0980', null])
  const unknownCounty = { actor: analyst, moduleId, asOf, countyCode: '02' }
  await expect(readCountyTable(unknownCounty)).rejects.toMatchObject({ status: 404 })
})

test('the tables are for the nation’s roles alone', async () => {
  const { moduleId } = await makeModule()
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  for (const actor of [trainer, nationwide('editor'), nationwide('administrator'), actorWith()]) {
    const question = { actor, moduleId, asOf }
    await expect(readNationalTable(question)).rejects.toMatchObject({ status: 403 })
    await expect(readCountyTable({ ...question, countyCode: '21' })).rejects.toMatchObject({
      status: 403,
    })
  }
})

test('a module that was never published and a day that has not come are refused', async () => {
  const draft = await makeModule({ status: 'draft' })
  const { moduleId } = await makeModule()
  for (const unknown of [draft.moduleId, newId()]) {
    await expect(
      readNationalTable({ actor: analyst, moduleId: unknown, asOf }),
    ).rejects.toMatchObject({ code: 'followup.module-unknown' })
  }
  for (const day of ['2026-11-22', '2026-02-30']) {
    await expect(readNationalTable({ actor: analyst, moduleId, asOf: day })).rejects.toMatchObject({
      code: 'followup.day-ahead',
    })
  }
})
