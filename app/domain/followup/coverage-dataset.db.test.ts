import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor, type Role } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId, type ServiceKeyId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import {
  exportCoverageDataset,
  readCoverageDataset,
  type CoverageQuery,
} from './coverage-dataset.server.ts'
import { rowsOf, totalGroup, type CoverageDataset, type DatasetRow } from './coverage-dataset.ts'
import { readCountyTable, readNationalTable } from './followup.server.ts'
import type { TableRow } from './followup.ts'

useDatabase()

const asOf = '2026-11-20'
const nationwide = (role: Role) => actorWith({ role, scope: { kind: 'nation' } })
const analyst = nationwide('analyst')
let module: MadeModule

beforeAll(async () => {
  holdClock(new Date('2026-11-21T10:00:00Z'))
  module = await makeModule()
  const { rootUnitId } = await makeOrganisation()
  await declareHeadcount({
    actor: systemActor,
    unitId: rootUnitId,
    professionGroup: 'school',
    headcount: 3,
    asOf: '2026-01-01',
    source: 'own',
  })
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-10')
  const region = await makeOrganisation({ kind: 'region', municipalityCode: null })
  await makeCompletion(
    await makeEmployment(region.rootUnitId, { professionGroup: 'health-care' }),
    module,
    '2026-11-11',
  )
})
afterAll(() => holdClock(undefined))

const read = (query: Partial<CoverageQuery> = {}) =>
  readCoverageDataset({
    actor: analyst,
    query: { asOf, moduleSlug: module.slug, level: 'county', ...query },
  })

/** A table of a page, told as the dataset tells it. */
const told = (rows: TableRow[]) =>
  rows.flatMap(({ code, coverage, persons }) =>
    [coverage.total, ...coverage.groups].map((figure) => [
      code,
      'professionGroup' in figure ? figure.professionGroup : totalGroup,
      figure.held,
      figure.required,
      figure.heldUncounted,
      figure.unknownUnits,
      'professionGroup' in figure ? null : persons,
    ]),
  )
const inTable = ({ place, group, cell: { values } }: DatasetRow) => [
  place.kind === 'placeless' ? null : place.code,
  group,
  values.held,
  values.required,
  values.heldUncounted,
  values.unknownUnits,
  values.persons,
]
const codesOf = ({ places }: CoverageDataset) => places.map(({ code }) => code)

test('the dataset has the numbers of the national page, in its order', async () => {
  const page = await readNationalTable({ actor: analyst, moduleId: module.moduleId, asOf })
  const dataset = await read()
  expect(rowsOf(dataset).map(inTable)).toEqual(told([page.nation, ...page.counties]))
  expect(dataset).toMatchObject({
    asOf,
    takenOn: '2026-11-21',
    takenAt: '2026-11-21T10:00:00.000Z',
    countsImported: true,
  })
})

test('one county with its municipalities has the numbers of the county page', async () => {
  const question = { actor: analyst, moduleId: module.moduleId, asOf, countyCode: '21' }
  const page = await readCountyTable(question)
  const dataset = await read({ level: 'municipality', countyCode: '21' })
  expect(rowsOf(dataset).map(inTable)).toEqual(told([page.county, ...page.municipalities]))
  expect(dataset.places.at(-1)).toMatchObject({ code: '21-none', countyName: 'Gävleborgs län' })
})

test('a level says how far down the places go, a filter which of them', async () => {
  expect(codesOf(await read({ level: 'nation' }))).toEqual(['00'])
  expect(codesOf(await read({ countyCode: '21' }))).toEqual(['21'])
  const municipality = { level: 'municipality', municipalityCode: '2180' } as const
  expect(codesOf(await read(municipality))).toEqual(['2180'])
  // The nation, 21 counties, 290 municipalities and what lies in one county and no municipality.
  expect((await read({ level: 'municipality' })).places).toHaveLength(1 + 21 + 290 + 1)
  const school = await read({ ...municipality, professionGroup: 'school' })
  // 1 of 3 is 33.3 per cent, and 2 are missing.
  expect(school.cells).toMatchObject([
    { status: 'known', source: 'own', values: { held: 1, required: 3, share: 33.3, gap: 2 } },
  ])
})

test('a municipality says the same whether it is asked for alone or among all', async () => {
  const all = rowsOf(await read({ level: 'municipality' }))
  const alone = rowsOf(await read({ level: 'municipality', municipalityCode: '2180' }))
  expect(all.filter(({ place }) => place.code === '2180')).toEqual(alone)
})

test('what does not exist is refused by name', async () => {
  const refusals: [Partial<CoverageQuery>, object][] = [
    [{ moduleSlug: 'nothing' }, { code: 'followup.module-unknown' }],
    [{ countyCode: '02' }, { code: 'followup.place-unknown', field: 'county' }],
    [
      { level: 'municipality', countyCode: '01', municipalityCode: '2180' },
      { code: 'followup.place-unknown', field: 'municipality' },
    ],
    [{ asOf: '2026-11-22' }, { code: 'followup.day-ahead', field: 'asOf' }],
    [{ asOf: '2026-02-30' }, { code: 'followup.day-ahead', field: 'asOf' }],
  ]
  for (const [query, refusal] of refusals) {
    await expect(read(query)).rejects.toMatchObject(refusal)
  }
})

test('the figures are for the nation’s roles, and for a key that may read them', async () => {
  const query: CoverageQuery = { asOf, moduleSlug: null, level: 'nation' }
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  const key = { kind: 'service', personId: null, keyId: newId<ServiceKeyId>() } as const
  const reader = { ...key, scopes: ['followup:read'] as const }
  for (const actor of [trainer, nationwide('editor'), actorWith(), { ...key, scopes: [] }]) {
    await expect(readCoverageDataset({ actor, query })).rejects.toMatchObject({ status: 403 })
  }
  for (const actor of [trainer, nationwide('editor'), reader]) {
    const taking = exportCoverageDataset({ actor, query, format: 'csv' })
    await expect(taking).rejects.toMatchObject({ status: 403 })
  }
  expect((await readCoverageDataset({ actor: reader, query })).places).toHaveLength(1)
  expect(await prisma().auditEntry.count({ where: { action: 'followup.exported' } })).toBe(0)
})

test('what is taken out is what is read, and the trail keeps who took it', async () => {
  const actor = nationwide('coordinator')
  const query: CoverageQuery = { asOf, moduleSlug: module.slug, level: 'county' }
  expect(await exportCoverageDataset({ actor, query, format: 'xlsx' })).toEqual(await read())
  expect(
    await prisma().auditEntry.findMany({ where: { subjectId: module.moduleId } }),
  ).toContainEqual(
    expect.objectContaining({
      action: 'followup.exported',
      actorPersonId: actor.personId,
      detail: { asOf, format: 'xlsx', level: 'county' },
    }),
  )
})
