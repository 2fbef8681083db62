import { afterAll, beforeEach, expect, test } from 'vitest'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import type { Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makeActor } from '../../../tests/factories/identity.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readCoverageRules, setCoverageRule } from './coverage-rule.server.ts'
import { readCountyCoverage, readParticipation } from './coverage.server.ts'
import { readOrganisationCoverage } from './organisation-coverage.server.ts'

useDatabase()

beforeEach(async () => {
  holdClock(new Date('2026-11-21T10:00:00Z'))
  await prisma().coverageRule.deleteMany()
})
afterAll(() => holdClock(undefined))

const coordinator = () => makeActor('coordinator', { kind: 'nation', ref: null })
const decide = async (countsImported: boolean) =>
  setCoverageRule({ actor: await coordinator(), countsImported })

/** Turns what a person has completed into what an import says. */
const asImported = (personId: string) =>
  prisma().completion.updateMany({ where: { personId }, data: { source: 'import' } })

/**
 * A school of 10 where 2 have played the module, 3 have it from an import and 1 has both; and beside it
 * a unit that no number covers, where 1 has it from an import.
 */
async function school() {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation()
  const covered = await makeUnit(rootUnitId)
  await declareHeadcount({
    actor: systemActor,
    unitId: covered,
    professionGroup: 'school',
    headcount: 10,
    asOf: '2026-01-01',
    source: 'own',
  })
  const imported = async (unitId: string) => {
    const personId = await makeEmployment(unitId)
    await makeCompletion(personId, module, '2026-03-31')
    await asImported(personId)
    return personId
  }
  for (let count = 0; count < 2; count++) {
    await makeCompletion(await makeEmployment(covered), module, '2026-04-01')
  }
  for (let count = 0; count < 3; count++) await imported(covered)
  const both = await imported(covered)
  await prisma().completion.create({
    data: {
      id: newId(),
      personId: both,
      moduleId: module.moduleId,
      completedAt: new Date('2026-05-01T10:00:00Z'),
      completedOn: new Date('2026-05-01'),
      source: 'played',
    },
  })
  await imported(rootUnitId)
  const on = async (asOf: Day) => {
    const query = { moduleSlug: module.slug, asOf }
    const view = await readOrganisationCoverage({ actor: systemActor, organisationId, query })
    return { ...view.level.coverage.total, countsImported: view.countsImported }
  }
  return { module, on }
}

test('until somebody decides, imported completions count, and are told beside the figure', async () => {
  const { on } = await school()
  expect(await readCoverageRules(await coordinator())).toEqual({
    countsImported: true,
    since: null,
    history: [],
  })
  // 2 played, 3 imported and 1 of both make 6 of 10; 3 of them rest on an import alone.
  expect(await on('2026-11-21')).toMatchObject({
    countsImported: true,
    held: 6,
    required: 10,
    heldImported: 3,
    heldUncounted: 1,
    uncountedImported: 1,
    heldImportedUncounted: 0,
  })
})

test('on a day before the person had also played it, it rests on the import alone', async () => {
  const { on } = await school()
  expect(await on('2026-04-30')).toMatchObject({ held: 6, heldImported: 4 })
  expect(await on('2026-03-31')).toMatchObject({ held: 4, heldImported: 4 })
})

test('left out, the figure falls by exactly those that rest on an import alone, and they are told', async () => {
  const { on } = await school()
  await decide(false)
  expect(await on('2026-11-21')).toMatchObject({
    countsImported: false,
    held: 3,
    required: 10,
    heldImported: 0,
    heldUncounted: 0,
    uncountedImported: 0,
    heldImportedUncounted: 4,
  })
})

test('a decision is in force from its Swedish day on; days before it stay as they were', async () => {
  const { module, on } = await school()
  // Half past midnight on the 20th in Sweden, still the 19th in UTC.
  holdClock(new Date('2026-11-19T23:30:00Z'))
  await decide(false)
  holdClock(new Date('2026-11-21T10:00:00Z'))
  await decide(true)
  const heldOn = async (day: Day) => (await on(day)).held
  expect(await heldOn('2026-11-19')).toBe(6)
  expect(await heldOn('2026-11-20')).toBe(3)
  expect(await heldOn('2026-11-21')).toBe(6)
  const nationOn = (day: Day) => readCountyCoverage(module.moduleId, day)
  expect((await nationOn('2026-11-20')).countsImported).toBe(false)
  expect((await nationOn('2026-11-20')).byCode.get('21')!.total.heldImportedUncounted).toBe(4)
  expect((await nationOn('2026-11-21')).whole.total.heldImported).toBe(3)
})

test('of several decisions on a day the last one counts', async () => {
  const { on } = await school()
  await decide(false)
  holdClock(new Date('2026-11-21T10:00:01Z'))
  await decide(true)
  expect(await on('2026-11-21')).toMatchObject({ countsImported: true, held: 6 })
})

test('persons follow the same rule', async () => {
  const { module } = await school()
  const persons = async () => {
    const counted = await readParticipation('county', module.moduleId, '2026-11-21')
    return [counted.whole, counted.byCode.get('21')]
  }
  expect(await persons()).toEqual([7, 7])
  await decide(false)
  // The one who has both did the playing on a day without a place: in the whole only.
  expect(await persons()).toEqual([3, 2])
})

test('a decision is kept with who made it, and one that changes nothing is refused', async () => {
  const actor = await coordinator()
  await setCoverageRule({ actor, countsImported: false })
  const again = setCoverageRule({ actor, countsImported: false })
  await expect(again).rejects.toMatchObject({ code: 'coverage.rule-unchanged' })
  const [rule, ...others] = await prisma().coverageRule.findMany()
  expect(others).toEqual([])
  expect(rule).toMatchObject({ countsImported: false, setBy: actor.personId })
  expect(await prisma().auditEntry.findFirst({ where: { subjectId: rule!.id } })).toMatchObject({
    action: 'coverage.rule-set',
    actorPersonId: actor.personId,
    detail: { countsImported: false },
  })
  expect(await readCoverageRules(actor)).toMatchObject({
    countsImported: false,
    since: new Date('2026-11-21T10:00:00Z'),
    history: [{ countsImported: false }],
  })
})

test('nobody but the nation’s coordinators decides', async () => {
  const analyst = actorWith({ role: 'analyst', scope: { kind: 'nation' } })
  for (const actor of [analyst, actorWith()]) {
    await expect(setCoverageRule({ actor, countsImported: false })).rejects.toMatchObject({
      status: 403,
    })
    await expect(readCoverageRules(actor)).rejects.toMatchObject({ status: 403 })
  }
})
