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
  readCoveragePage,
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
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-10', 'import')
  const region = await makeOrganisation({ kind: 'region', municipalityCode: null })
  await makeCompletion(
    await makeEmployment(region.rootUnitId, { professionGroup: 'health-care' }),
    module,
    '2026-11-11',
  )
  await makeCompletion(
    await makeEmployment(region.rootUnitId, { professionGroup: 'health-care' }),
    module,
    '2026-11-11',
    'import',
  )
})
afterAll(() => holdClock(undefined))

const read = (query: Partial<CoverageQuery> = {}) =>
  readCoverageDataset({
    actor: analyst,
    query: { asOf, moduleSlug: module.slug, level: 'county', ...query },
  })

/** A table of a page, told as the dataset tells it: nothing is held of a number that is unknown. */
const told = (rows: TableRow[]) =>
  rows.flatMap(({ code, coverage, persons }) =>
    [coverage.total, ...coverage.groups].map((figure) => [
      code,
      'professionGroup' in figure ? figure.professionGroup : totalGroup,
      figure.required === null ? null : figure.held,
      figure.required,
      figure.heldUncounted,
      figure.required === null ? null : figure.heldImported,
      figure.uncountedImported,
      figure.heldImportedUncounted,
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
  values.heldImported,
  values.uncountedImported,
  values.importedLeftOut,
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
  // 2 of 3 is 66.7 per cent, and 1 is missing; one of the two rests on an import.
  expect(school.cells).toMatchObject([
    {
      status: 'known',
      source: 'own',
      values: { held: 2, required: 3, share: 66.7, gap: 1, heldImported: 1 },
    },
  ])
})

test('a municipality says the same whether it is asked for alone or among all', async () => {
  const all = rowsOf(await read({ level: 'municipality' }))
  const alone = rowsOf(await read({ level: 'municipality', municipalityCode: '2180' }))
  expect(all.filter(({ place }) => place.code === '2180')).toEqual(alone)
})

test('imported completions are told where they count, where they stand outside and where the rule leaves them out', async () => {
  const inCounty = async (on: CoverageDataset['asOf']) => {
    const dataset = await read({ countyCode: '21', asOf: on })
    const rows = rowsOf(dataset).filter(({ group }) => /school|health-care/.test(group))
    return rows.map(({ cell: { values } }) => [
      values.heldImported,
      values.uncountedImported,
      values.importedLeftOut,
    ])
  }
  expect(await inCounty(asOf)).toEqual([
    [1, 0, 0],
    [null, 1, 0],
  ])
  await prisma().coverageRule.create({
    data: { id: newId(), countsImported: false, setAt: new Date('2026-11-21T09:00:00Z') },
  })
  expect(await inCounty('2026-11-21')).toEqual([
    [0, 0, 1],
    [null, 0, 1],
  ])
  expect((await read({ asOf: '2026-11-21' })).countsImported).toBe(false)
  await prisma().coverageRule.deleteMany()
})

test('a page of places is that part of the whole, and says how many there are', async () => {
  const query = { asOf, moduleSlug: null, level: 'municipality' } as const
  const whole = await readCoverageDataset({ actor: analyst, query })
  const pageAt = (page: number, pageSize: number) =>
    readCoveragePage({ actor: analyst, query, page, pageSize })
  for (const [page, from, to] of [
    [1, 0, 100],
    [2, 100, 200],
    [4, 300, 313],
    [5, 400, 400],
  ] as const) {
    const { dataset, total } = await pageAt(page, 100)
    expect(total).toBe(313)
    const places = whole.places.slice(from, to)
    expect(dataset.places).toEqual(places)
    expect(rowsOf(dataset)).toEqual(rowsOf(whole).filter(({ place }) => places.includes(place)))
  }
})

test('a level above the place that is asked for is refused: a county is not the nation', async () => {
  const county = { countyCode: '21' }
  const municipality = { municipalityCode: '2180' }
  const refusals: [Partial<CoverageQuery>, string][] = [
    [{ level: 'nation', ...county }, 'county'],
    [{ level: 'nation', ...municipality }, 'municipality'],
    [{ level: 'county', ...municipality }, 'municipality'],
    [{ level: 'county', ...county, ...municipality }, 'municipality'],
  ]
  for (const [query, field] of refusals) {
    const refusal = { code: 'followup.level-above', field }
    await expect(read(query)).rejects.toMatchObject(refusal)
    const taking = exportCoverageDataset({
      actor: analyst,
      query: { asOf, moduleSlug: module.slug, level: 'county', ...query },
      format: 'csv',
    })
    await expect(taking).rejects.toMatchObject(refusal)
  }
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
