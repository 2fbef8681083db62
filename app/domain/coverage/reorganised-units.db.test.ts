import { afterAll, beforeAll, expect, test } from 'vitest'
import { reorganiseUnits } from '~/domain/identity/reorganise.server.ts'
import { readOrganisationTree } from '~/domain/organisation/register.server.ts'
import { declareHeadcount, readHeadcounts } from '~/domain/organisation/headcount.server.ts'
import type { Command } from '~/domain/organisation/reorganisation.ts'
import { systemActor, type Actor, type Grant } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
  makeUnit,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readModuleOverview } from './module-overview.server.ts'
import { readOrganisationCoverage } from './organisation-coverage.server.ts'

useDatabase()

beforeAll(() => holdClock(new Date('2026-11-22T09:00:00Z')))
afterAll(() => holdClock(undefined))

type Told = Exclude<Command, { kind: 'found' }>

const change = (command: Told, day: string, actor: Actor = systemActor) =>
  reorganiseUnits({ actor, command, day })

const declare = (unitId: string, headcount: number, asOf = '2025-01-01') =>
  declareHeadcount({
    actor: systemActor,
    unitId,
    professionGroup: 'school',
    headcount,
    asOf,
    source: 'own',
  })

type Line = [name: string, depth: number, held: number, required: number | null]

/** The tree as one reads it who opens every unit, level by level. */
async function coverageOn(organisationId: string, module: { slug: string }, asOf: string) {
  const query = { moduleSlug: module.slug, asOf }
  const read = (unitId?: string) =>
    readOrganisationCoverage({ actor: systemActor, organisationId, unitId, query })
  const below = async (unitId: string | undefined, depth: number): Promise<Line[]> => {
    const { level } = await read(unitId)
    const lines: Line[] = []
    for (const { unitId, name, total } of level.lines) {
      lines.push([name, depth, total.held, total.required], ...(await below(unitId, depth + 1)))
    }
    return lines
  }
  const { level } = await read()
  const { held, required, unknownUnits } = level.coverage.total
  const root: Line[] = level.path.map(({ name }) => [name, 0, held, required])
  return { held, required, unknownUnits, tree: [...root, ...(await below(undefined, 1))] }
}

const managerOf = (organisationId: string) =>
  actorWith({ role: 'manager', scope: { kind: 'organisation', organisationId } } as Grant)

// Two schools with 2 and 3 employed of 4 and 6 declared; 1 + 2 have the module. On 1 July they become one.
// Until 30 June each stands for itself (1 of 4, 2 of 6); from 1 July the one has 3 of 10.
test('two units merge in mid-year: last year’s figures are what they were, and the new one has both', async () => {
  const module = await makeModule()
  const { organisationId, rootUnitId } = await makeOrganisation({ name: 'Kommunen' })
  const north = await makeUnit(rootUnitId, { name: 'Norra skolan' })
  const south = await makeUnit(rootUnitId, { name: 'Södra skolan' })
  const people = [north, north, south, south, south].map((unitId) => makeEmployment(unitId))
  const [first, , third, fourth] = await Promise.all(people)
  for (const person of [first, third, fourth]) await makeCompletion(person!, module, '2025-03-01')
  await declare(north, 4)
  await declare(south, 6)
  const days = ['2025-11-22', '2026-06-30']
  const before = await Promise.all(days.map((day) => coverageOn(organisationId, module, day)))
  expect(before[0]).toEqual({
    held: 3,
    required: 10,
    unknownUnits: 0,
    tree: [
      ['Kommunen', 0, 3, 10],
      ['Norra skolan', 1, 1, 4],
      ['Södra skolan', 1, 2, 6],
    ],
  })

  const merged = newId()
  const told = await change(
    {
      kind: 'merge',
      unitIds: [north, south],
      into: { unitId: merged, name: 'Nya skolan', parentUnitId: rootUnitId },
    },
    '2026-07-01',
  )
  expect(told).toEqual({ followed: 5, ended: 0 })
  const after = await Promise.all(days.map((day) => coverageOn(organisationId, module, day)))
  expect(after).toEqual(before)
  for (const day of ['2026-07-01', '2026-11-22']) {
    expect(await coverageOn(organisationId, module, day)).toEqual({
      held: 3,
      required: 10,
      unknownUnits: 0,
      tree: [
        ['Kommunen', 0, 3, 10],
        ['Nya skolan', 1, 3, 10],
      ],
    })
  }
  const { history } = await readOrganisationTree(systemActor, organisationId, null)
  expect(history.filter(({ kind }) => kind === 'merged')).toMatchObject([
    { name: 'Norra skolan', otherName: 'Nya skolan', onDay: '2026-07-01' },
    { name: 'Södra skolan', otherName: 'Nya skolan', onDay: '2026-07-01' },
  ])
})

test('a planned name stands from its day, and not before', async () => {
  const { organisationId, rootUnitId } = await makeOrganisation({ name: 'Gamla namnet' })
  await change({ kind: 'rename', unitId: rootUnitId, name: 'Nya namnet' }, '2027-01-01')
  const nameOn = async (day: string) =>
    (await readOrganisationTree(systemActor, organisationId, day)).tree[0]!.name
  expect(await nameOn('2026-12-31')).toBe('Gamla namnet')
  expect(await nameOn('2027-01-01')).toBe('Nya namnet')
  expect((await readHeadcounts(systemActor, organisationId)).organisation.name).toBe('Gamla namnet')
})

test('an organisation that goes into another closes, and its people and units are the other’s', async () => {
  const small = await makeOrganisation({ name: 'Lilla' })
  const large = await makeOrganisation({ name: 'Stora' })
  const school = await makeUnit(small.rootUnitId, { name: 'Skolan' })
  const person = await makeEmployment(small.rootUnitId)
  await change(
    { kind: 'merge', unitIds: [small.rootUnitId], into: { unitId: large.rootUnitId } },
    '2026-10-01',
  )
  const tree = (await readOrganisationTree(systemActor, large.organisationId, null)).tree
  expect(tree.map(({ name }) => name)).toEqual(['Stora', 'Skolan'])
  const rows = await prisma().affiliation.findMany({
    where: { personId: person },
    orderBy: { validFrom: 'asc' },
  })
  expect(rows.map(({ unitId, status }) => [unitId, status])).toEqual([
    [small.rootUnitId, 'confirmed'],
    [large.rootUnitId, 'confirmed'],
  ])
  expect(rows[0]!.validTo).toEqual(rows[1]!.validFrom)
  expect(
    await prisma().organisation.findUnique({ where: { id: small.organisationId } }),
  ).toMatchObject({ closedOn: new Date('2026-10-01T00:00:00Z') })
  const then = await readOrganisationTree(systemActor, small.organisationId, '2026-09-30')
  expect(then.tree.map(({ unitId }) => unitId)).toEqual([small.rootUnitId, school])
})

test('who is in both units already is in the one that is left once', async () => {
  const { rootUnitId } = await makeOrganisation()
  const one = await makeUnit(rootUnitId)
  const other = await makeUnit(rootUnitId)
  const personId = await makeEmployment(one)
  await makeEmployment(other, { personId })
  await change({ kind: 'merge', unitIds: [other], into: { unitId: one } }, '2026-10-01')
  const lasting = await prisma().affiliation.findMany({ where: { personId, validTo: null } })
  expect(lasting.map(({ unitId }) => unitId)).toEqual([one])
})

test('a split sends each profession to its part, and a closed unit lets its people go', async () => {
  const { rootUnitId } = await makeOrganisation()
  const unit = await makeUnit(rootUnitId)
  const teacher = await makeEmployment(unit)
  const nurse = await makeEmployment(unit, { professionGroup: 'health-care' })
  const [school, care] = [newId(), newId()]
  const parts = [
    { unitId: school, name: 'Skola' },
    { unitId: care, name: 'Hälsa' },
  ]
  await change(
    { kind: 'split', unitId: unit, parts, groups: { 'health-care': 1 }, below: {} },
    '2026-10-01',
  )
  const unitOf = async (personId: string) =>
    (await prisma().affiliation.findFirst({ where: { personId, validTo: null } }))?.unitId
  expect([await unitOf(teacher), await unitOf(nurse)]).toEqual([school, care])
  await change({ kind: 'close', unitId: care, withBelow: false }, '2026-11-01')
  expect([await unitOf(teacher), await unitOf(nurse)]).toEqual([school, undefined])
})

test('managers change units of their own organisation; its own name and end belong to the register', async () => {
  const own = await makeOrganisation()
  const other = await makeOrganisation()
  const actor = managerOf(own.organisationId)
  const unit = await makeUnit(own.rootUnitId)
  await change({ kind: 'rename', unitId: unit, name: 'Nytt' }, '2026-11-01', actor)
  const refused: Told[] = [
    { kind: 'rename', unitId: own.rootUnitId, name: 'Nytt' },
    { kind: 'close', unitId: own.rootUnitId, withBelow: true },
    { kind: 'move', unitId: unit, parentUnitId: other.rootUnitId },
    { kind: 'add', unit: { unitId: newId(), name: 'Ny', parentUnitId: other.rootUnitId } },
  ]
  for (const command of refused) {
    await expect(change(command, '2026-11-02', actor)).rejects.toMatchObject({ code: 'forbidden' })
  }
  const gone = { kind: 'rename', unitId: newId(), name: 'x' } as const
  await expect(change(gone, '2026-11-02', actor)).rejects.toMatchObject({ code: 'not-found' })
  expect(
    await prisma().auditEntry.count({ where: { action: 'unit.renamed', subjectId: unit } }),
  ).toBe(1)
})

test('what was assigned to an organisation is asked of the unit that it has become, in every figure', async () => {
  const [gone, home] = [await makeOrganisation(), await makeOrganisation()]
  const unitId = await makeUnit(home.rootUnitId)
  const module = await makeModule()
  await makeAssignment(gone.organisationId, module.moduleId)
  const into = { unitId }
  await change({ kind: 'merge', unitIds: [gone.rootUnitId], into }, '2026-12-01')
  const { organisationId } = home
  const unknownOn = async (asOf: string) =>
    (await coverageOn(organisationId, module, asOf)).unknownUnits
  // Nobody works in the unit and nobody has declared a number: it is unknown only because it is asked.
  expect(await unknownOn('2026-11-30')).toBe(0)
  expect(await unknownOn('2026-12-01')).toBe(1)
  const rowsOn = async (asOf: string) =>
    (await readModuleOverview({ actor: systemActor, organisationId, unitId: null, asOf })).rows.map(
      ({ slug }) => slug,
    )
  expect(await rowsOn('2026-11-30')).toEqual([])
  expect(await rowsOn('2026-12-01')).toEqual([module.slug])
})
