import { parse } from 'csv-parse/sync'
import JSONstat from 'jsonstat-toolkit'
import readExcelFile, { type Row } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { coverageOf, factsByUnit } from '~/domain/coverage/coverage-roll-up.ts'
import {
  buildCoverageDataset,
  datasetGroups,
  type CoverageDataset,
  type DatasetPlace,
} from '~/domain/followup/coverage-dataset.ts'
import { coverageCsv, coverageCsvColumns } from './coverage-csv.ts'
import { coverageFile, coverageFileName } from './coverage-file.server.ts'
import { coverageJsonStat } from './coverage-json-stat.ts'

const unit = {
  unitId: 'unit',
  parentUnitId: null,
  organisationId: 'organisation',
  name: 'Skola',
  countyCode: '21',
  municipalityCode: '2180',
}
const known = coverageOf(
  [unit],
  factsByUnit({
    cells: [
      // 38 and 2 are done; of them 3 and 1 by an import alone.
      { unitId: 'unit', professionGroup: 'school', people: 40, held: 35, imported: 3 },
      { unitId: 'unit', professionGroup: 'health-care', people: 3, held: 1, imported: 1 },
    ],
    declarations: [
      {
        unitId: 'unit',
        professionGroup: 'school',
        headcount: 52,
        asOf: '2026-01-01',
        source: 'own',
      },
    ],
    assigned: [],
  }),
)
const unknown = coverageOf([], new Map())

const nation: DatasetPlace = {
  code: '00',
  kind: 'nation',
  name: null,
  countyCode: null,
  countyName: null,
}
const county = (code: string, name: string): DatasetPlace => ({
  code,
  kind: 'county',
  name,
  countyCode: code,
  countyName: name,
})
const gavleborg = county('21', 'Gävleborgs län')
const below = { countyCode: '21', countyName: 'Gävleborgs län' }
const gavle: DatasetPlace = { ...below, code: '2180', kind: 'municipality', name: 'Gävle' }
const placeless: DatasetPlace = { ...below, code: '21-none', kind: 'placeless', name: null }

function datasetOf(
  titleSv = 'Grund',
  places: DatasetPlace[] = [nation, gavleborg, county('01', 'Stockholms län')],
) {
  return buildCoverageDataset({
    asOf: '2026-11-20',
    takenAt: '2026-11-21T10:00:00.000Z',
    takenOn: '2026-11-21',
    countsImported: true,
    places,
    groups: datasetGroups,
    tables: [
      {
        module: { slug: 'grund-1', titleSv, titleEn: 'Basics' },
        rows: places.map(({ code }) => ({
          coverage: code === '01' ? unknown : known,
          persons: code === '01' ? 0 : 40,
        })),
      },
    ],
  })
}

/** The same dataset with its second place hidden, as suppression will do it. */
function withHidden(dataset: CoverageDataset): CoverageDataset {
  const { groups, cells } = dataset
  const none = Object.fromEntries(Object.keys(cells[0]!.values).map((measure) => [measure, null]))
  return {
    ...dataset,
    cells: cells.map((cell, index) =>
      Math.floor(index / groups.length) === 1
        ? { status: 'suppressed', source: null, values: none as typeof cell.values }
        : cell,
    ),
  }
}

const recordsOf = (dataset: CoverageDataset): Record<string, string>[] =>
  parse(coverageCsv(dataset), { bom: true, delimiter: ';', columns: true })

test('the CSV is what Swedish Excel takes: a BOM, semicolons, CRLF', () => {
  const text = coverageCsv(datasetOf())
  expect(text.startsWith(`\uFEFF${coverageCsvColumns.join(';')}\r\n`)).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('each place has a row in total and one per profession group', () => {
  const records = recordsOf(datasetOf())
  expect(records).toHaveLength(3 * (1 + 8))
  expect(records.filter(({ yrkesgrupp }) => yrkesgrupp === 'Alla')).toMatchObject([
    { lanskod: '00', lan: 'Riket' },
    { lanskod: '21', lan: 'Gävleborgs län' },
    { lanskod: '01', lan: 'Stockholms län' },
  ])
})

test('a known figure has its share with a decimal comma, its source and its days', () => {
  // 38 of 52 is 73.08 %.
  const school = recordsOf(datasetOf()).find(
    (row) => row.lanskod === '21' && /skola/.test(row.yrkesgrupp!),
  )
  expect(school).toEqual({
    lanskod: '21',
    lan: 'Gävleborgs län',
    yrkesgrupp: 'Förskola och skola',
    modul: 'Grund',
    innehar: '38',
    behover: '52',
    tackning: '73,1',
    status: 'känt',
    okanda_enheter: '0',
    raknat_utanfor: '0',
    per: '2026-11-20',
    kalla: 'egen uppgift',
    uttagsdatum: '2026-11-21',
    modulkod: 'grund-1',
    saknas: '14',
    importerade: '3',
    importerade_utanfor: '0',
    importerade_raknas: 'ja',
    personer: '',
    raknat_utanfor_importerade: '0',
  })
})

test('new columns stand last, so that who reads by position goes on as before', () => {
  expect(coverageCsvColumns.slice(0, 13).join()).toBe(
    'lanskod,lan,yrkesgrupp,modul,innehar,behover,tackning,status,okanda_enheter,raknat_utanfor,per,kalla,uttagsdatum',
  )
})

test('the total is partly known where a group with people has no number', () => {
  expect(recordsOf(datasetOf())[0]).toMatchObject({
    innehar: '38',
    behover: '52',
    status: 'delvis',
    okanda_enheter: '1',
    raknat_utanfor: '2',
    raknat_utanfor_importerade: '1',
    personer: '40',
  })
})

test('the CSV says whether imported ones count', () => {
  const [total] = recordsOf({ ...datasetOf(), countsImported: false })
  expect(total!.importerade_raknas).toBe('nej')
})

test('unknown is an empty share and an empty number, never nought', () => {
  const stockholm = recordsOf(datasetOf()).find(({ lanskod }) => lanskod === '01')
  expect(stockholm).toMatchObject({
    innehar: '',
    behover: '',
    tackning: '',
    saknas: '',
    importerade: '',
    raknat_utanfor: '0',
    status: 'okänt',
    kalla: '',
  })
})

test('a dataset of municipalities says which one, after the county', () => {
  const dataset = datasetOf('Grund', [gavleborg, gavle, placeless])
  const totals = recordsOf(dataset).filter(({ yrkesgrupp }) => yrkesgrupp === 'Alla')
  expect(Object.keys(totals[0]!).slice(0, 4)).toEqual(['lanskod', 'lan', 'kommunkod', 'kommun'])
  expect(totals.map(({ lanskod, kommunkod, kommun }) => [lanskod, kommunkod, kommun])).toEqual([
    ['21', '', ''],
    ['21', '2180', 'Gävle'],
    ['21', '', 'Gävleborgs län, enheter utan egen kommun'],
  ])
})

test('a title that a spreadsheet would run begins with an apostrophe', () => {
  for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
    expect(recordsOf(datasetOf(title))[0]!.modul).toBe(`'${title}`)
  }
  expect(recordsOf(datasetOf('Grund; "ett"'))[0]!.modul).toBe('Grund; "ett"')
})

const sheetsOf = async (dataset: CoverageDataset, language: 'sv' | 'en' = 'sv') =>
  readExcelFile(await coverageFile(dataset, 'xlsx', language))

test('the workbook has the figures as numbers and days as days, and a sheet that explains them', async () => {
  const [figures, definitions] = await sheetsOf(datasetOf())
  expect([figures!.sheet, definitions!.sheet]).toEqual(['Siffror', 'Definitioner'])
  const [head, total] = figures!.data as [Row, Row]
  const read = Object.fromEntries(head.map((name, index) => [String(name), total[index]]))
  expect(read).toMatchObject({
    Modulkod: 'grund-1',
    Länskod: '00',
    Innehar: 38,
    Behöver: 52,
    'Täckning (%)': 73.1,
    Saknas: 14,
    'Räknat utanför': 2,
    'Därav importerade': 3,
    'Räknat utanför, därav importerade': 1,
    'Importerade utanför': 0,
    Personer: 40,
    Status: 'delvis',
    'Per den': new Date('2026-11-20T00:00:00Z'),
    Uttagsdatum: new Date('2026-11-21T00:00:00Z'),
  })
  const terms = definitions!.data.map(([term]) => String(term))
  for (const term of [
    'Innehar (anställningar)',
    'Personer (personer)',
    'Status: okänt',
    'Uttagstid',
    'Källa',
  ]) {
    expect(terms).toContain(term)
  }
})

test('unknown is an empty cell in the workbook', async () => {
  const [figures] = await sheetsOf(datasetOf())
  const [head, ...rows] = figures!.data
  const stockholm = rows.find((row) => row[head!.indexOf('Länskod')] === '01')!
  const at = (name: string) => stockholm[head!.indexOf(name)]
  const unknown = ['Innehar', 'Behöver', 'Täckning (%)', 'Saknas', 'Därav importerade'].map(at)
  expect(unknown).toEqual([null, null, null, null, null])
  expect([at('Räknat utanför'), at('Status')]).toEqual([0, 'okänt'])
})

test('a workbook in English has English heads and titles', async () => {
  const [figures] = await sheetsOf(datasetOf(), 'en')
  expect(figures!.sheet).toBe('Figures')
  expect(figures!.data[1]!.slice(0, 4)).toEqual(['grund-1', 'Basics', '00', 'Sweden'])
})

test('no text of a workbook is a formula', async () => {
  for (const title of ['=1+1', '+1', '@SUM(A1)', '=HYPERLINK("http://x.example","y")']) {
    const [figures] = await sheetsOf(datasetOf(title))
    // A formula would read as its result, or as nothing.
    expect(figures!.data[1]![1]).toBe(title)
  }
})

test('JSON-stat says with a sign what is partly known, unknown, impossible or hidden', () => {
  const read = (dataset: CoverageDataset) => {
    const cube = JSONstat(coverageJsonStat(dataset, 'sv')).Dataset(0)
    return (place: string, professionGroup: string, measure: string) =>
      cube.Data({ module: 'grund-1', place, professionGroup, measure, asOf: '2026-11-20' })
  }
  const at = read(datasetOf())
  expect(at('21', 'school', 'share')).toEqual({ value: 73.1, status: null })
  expect(at('21', 'total', 'share')).toEqual({ value: 73.1, status: 'partly' })
  expect(at('01', 'total', 'share')).toEqual({ value: null, status: '..' })
  expect(at('01', 'total', 'held')).toEqual({ value: null, status: '..' })
  expect(at('01', 'total', 'heldUncounted')).toEqual({ value: 0, status: null })
  const hidden = read(withHidden(datasetOf()))
  expect(hidden('21', 'school', 'held')).toEqual({ value: null, status: 'x' })
  expect(recordsOf(withHidden(datasetOf())).find((row) => row.lanskod === '21')).toMatchObject({
    innehar: '',
    status: 'dolt',
  })
})

test('JSON-stat tells in both languages what the figures are, whence and when', () => {
  const { label, source, updated, note, dimension, extension } = coverageJsonStat(datasetOf(), 'sv')
  expect(label).toMatch(/^Täckning per 20.nov\..2026/)
  expect(source).toMatch(/^Samsyn, uttag 21.nov\..2026/)
  expect(updated).toBe('2026-11-21T10:00:00.000Z')
  expect(note.join(' ')).toMatch(/Importerade genomföranden räknas/)
  expect(note.join(' ')).toMatch(/räknas bara i riket/)
  expect(dimension.measure!.category.note!.held![0]).toMatch(/^Anställningar som organisationen/)
  expect(dimension.place!.category.label).toMatchObject({ '00': 'Riket', '21': 'Gävleborgs län' })
  const { en } = extension.labels
  expect(en!.dimension.module!.category.label).toEqual({ 'grund-1': 'Basics' })
  expect(en!.dimension.place!.category.label['00']).toBe('Sweden')
  expect(extension.statuses).toMatchObject({
    '..': { sv: expect.stringMatching(/^Okänt/) as string },
  })
})

test('JSON-stat tells whose number each row rests on', () => {
  const { extension } = coverageJsonStat(datasetOf(), 'sv')
  const { values, labels } = extension.sources as {
    values: (string | null)[]
    labels: Record<string, object>
  }
  // 3 places with a total and 8 groups; in the first the total and the schools have a number.
  expect(values).toHaveLength(27)
  expect(values.slice(0, 4)).toEqual(['own', null, 'own', null])
  expect(labels.own).toEqual({ sv: 'egen uppgift', en: expect.any(String) as string })
})

test('files are named by module, county and day, in neutral words', () => {
  expect(coverageFileName(datasetOf(), 'csv')).toBe('tackning-grund-1-2026-11-20.csv')
  expect(coverageFileName(datasetOf(), 'json-stat')).toBe('tackning-grund-1-2026-11-20.json')
  const ofCounty = datasetOf('Grund', [gavleborg, gavle])
  expect(coverageFileName(ofCounty, 'xlsx')).toBe('tackning-grund-1-21-2026-11-20.xlsx')
  const modules = [...datasetOf().modules, ...datasetOf().modules]
  expect(coverageFileName({ ...datasetOf(), modules }, 'csv')).toBe('tackning-alla-2026-11-20.csv')
})
