import { parse } from 'csv-parse/sync'
import JSONstat from 'jsonstat-toolkit'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measures } from '~/domain/followup/coverage-dataset.ts'
import { gapOf, shareOf, type Figure } from '~/domain/coverage/coverage.ts'
import { readNationalTable } from '~/domain/followup/followup.server.ts'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule, type MadeModule } from '../../../tests/factories/catalogue.ts'
import {
  actorWith,
  makeEmployment,
  makeOrganisation,
} from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { downloadFigures } from './download-figures.server.ts'

useDatabase()

const asOf = '2026-11-20'
const analyst = actorWith({ role: 'analyst', scope: { kind: 'nation' } })
let module: MadeModule

/** What the page has in one row: a place, a group, and its numbers. */
interface Shown {
  place: string
  group: string
  numbers: (number | null)[]
}
let page: Shown[]

beforeAll(async () => {
  holdClock(new Date('2026-11-21T10:00:00Z'))
  module = await makeModule()
  for (const [countyCode, municipalityCode, headcount] of [
    ['21', '2180', 3],
    ['01', '0180', 0],
  ] as const) {
    const { rootUnitId } = await makeOrganisation({ countyCode, municipalityCode })
    await declareHeadcount({
      actor: systemActor,
      unitId: rootUnitId,
      professionGroup: 'school',
      headcount,
      asOf: '2026-01-01',
      source: 'own',
    })
    await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-10')
    const group = { professionGroup: 'judiciary' } as const
    await makeCompletion(await makeEmployment(rootUnitId, group), module, '2026-11-10')
    await makeCompletion(await makeEmployment(rootUnitId, group), module, '2026-11-10', 'import')
  }
  const { rootUnitId } = await makeOrganisation()
  await declareHeadcount({
    actor: systemActor,
    unitId: rootUnitId,
    professionGroup: 'school',
    headcount: 4,
    asOf: '2026-01-01',
    source: 'own',
  })
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-10', 'import')
  const table = await readNationalTable({ actor: analyst, moduleId: module.moduleId, asOf })
  page = [table.nation, ...table.counties].flatMap(({ code, coverage, persons }) => [
    { place: code!, group: 'total', numbers: [...numbersOf(coverage.total), persons] },
    ...coverage.groups.map((figure) => ({
      place: code!,
      group: figure.professionGroup,
      numbers: [...numbersOf(figure), null],
    })),
  ])
})
afterAll(() => holdClock(undefined))

/** In the order of the measures; the page says "okänt" of what is held where nobody has declared a number. */
function numbersOf(figure: Figure) {
  const share = shareOf(figure)
  const isKnown = figure.required !== null
  return [
    isKnown ? figure.held : null,
    figure.required,
    share === null ? null : Math.round(share * 1000) / 10,
    gapOf(figure),
    figure.heldUncounted,
    isKnown ? figure.heldImported : null,
    figure.uncountedImported,
    figure.heldImportedUncounted,
    figure.unknownUnits,
  ]
}

const download = (format: 'csv' | 'json-stat' | 'xlsx', more = '') =>
  downloadFigures(analyst, `http://app/x?module=${module.slug}&asOf=${asOf}${more}`, format)
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

test('JSON-stat has the numbers of the page, cell by cell', async () => {
  const response = await download('json-stat')
  const cube = JSONstat(await response.json()).Dataset(0)
  expect(cube.size).toEqual([1, 22, 9, 10, 1])
  for (const { place, group, numbers } of page) {
    const where = { module: module.slug, place, professionGroup: group, asOf }
    const found = measures.map((measure) => cube.Data({ ...where, measure }).value)
    expect(found, `${place} ${group}`).toEqual(numbers)
  }
})

test('the workbook has the numbers of the page, row by row', async () => {
  const [figures] = await readExcelFile(await bytesOf(await download('xlsx')))
  const [head, ...rows] = figures!.data
  const columns = [
    'Innehar',
    'Behöver',
    'Täckning (%)',
    'Saknas',
    'Räknat utanför',
    'Därav importerade',
    'Räknat utanför, därav importerade',
    'Importerade utanför',
    'Okända enheter',
    'Personer',
  ].map((name) => head!.indexOf(name))
  const codes = head!.indexOf('Länskod')
  expect(rows.map((row) => [row[codes], ...columns.map((column) => row[column])])).toEqual(
    page.map(({ place, numbers }) => [place, ...numbers]),
  )
})

test('the CSV has the numbers of the page, row by row', async () => {
  const text = await bytesOf(await download('csv'))
  const records: Record<string, string>[] = parse(text, {
    bom: true,
    delimiter: ';',
    columns: true,
  })
  const numberOf = (text: string | undefined) => (text ? Number(text.replace(',', '.')) : null)
  const told = records.map((row) => [
    row.lanskod,
    ...[
      row.innehar,
      row.behover,
      row.tackning,
      row.saknas,
      row.raknat_utanfor,
      row.importerade,
      row.raknat_utanfor_importerade,
      row.importerade_utanfor,
      row.okanda_enheter,
      row.personer,
    ].map(numberOf),
  ])
  expect(told).toEqual(page.map(({ place, numbers }) => [place, ...numbers]))
  expect(new Set(records.map(({ modulkod }) => modulkod))).toEqual(new Set([module.slug]))
  expect(new Set(records.map((row) => row.importerade_raknas))).toEqual(new Set(['ja']))
})

test('the page that the files are held against has imported ones, counted and apart', () => {
  const nation = page.find(({ place, group }) => place === '00' && group === 'total')!
  // Required 3 + 0 + 4; two schools have one played each and one has one imported, and two courts have
  // one played and one imported each: 7 persons, 4 of them counted apart.
  expect(nation.numbers).toEqual([3, 7, 42.9, 4, 4, 1, 2, 0, 2, 7])
})

test('a download says what it is and has a neutral name', async () => {
  const told = async (...of: Parameters<typeof download>) => {
    const { headers } = await download(...of)
    return [headers.get('Content-Type'), headers.get('Content-Disposition')]
  }
  const name = `tackning-${module.slug}`
  expect(await told('csv')).toEqual([
    'text/csv; charset=utf-8',
    `attachment; filename="${name}-${asOf}.csv"`,
  ])
  expect(await told('json-stat', '&county=21')).toEqual([
    'application/json; charset=utf-8',
    `attachment; filename="${name}-21-${asOf}.json"`,
  ])
  await makeModule()
  expect((await told('xlsx', '&modules=all'))[1]).toBe(
    `attachment; filename="tackning-alla-${asOf}.xlsx"`,
  )
})

test('a file is for those who may take figures out', async () => {
  const manager = actorWith({ role: 'editor', scope: { kind: 'nation' } })
  await expect(downloadFigures(manager, 'http://app/x', 'csv')).rejects.toMatchObject({
    status: 403,
  })
})
