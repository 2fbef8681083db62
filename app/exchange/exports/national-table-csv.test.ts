import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { coverageOf, factsByUnit } from '~/domain/coverage/coverage-roll-up.ts'
import type { NationalTable } from '~/domain/followup/followup.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import {
  nationalTableColumns,
  nationalTableCsv,
  nationalTableFileName,
} from './national-table-csv.ts'

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
      { unitId: 'unit', professionGroup: 'school', people: 40, held: 38 },
      { unitId: 'unit', professionGroup: 'health-care', people: 3, held: 2 },
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

const tableOf = (titleSv: string): NationalTable => ({
  module: {
    id: 'module',
    slug: 'grund-1',
    titleSv,
    titleEn: 'Basics',
    courseTitleSv: 'Grund',
    courseTitleEn: 'Basics',
    published: true,
  },
  asOf: '2026-11-20',
  takenOn: '2026-11-21',
  nation: { code: '00', name: null, coverage: known, persons: 40 },
  counties: [
    { code: '21', name: 'Gävleborgs län', coverage: known, persons: 40 },
    { code: '01', name: 'Stockholms län', coverage: unknown, persons: 0 },
  ],
})

const csvOf = (titleSv = 'Grund') => nationalTableCsv([tableOf(titleSv)], i18nOf('sv').t)
const recordsOf = (titleSv?: string): Record<string, string>[] =>
  parse(csvOf(titleSv), { bom: true, delimiter: ';', columns: true })

test('the file is what Swedish Excel takes: a BOM, semicolons, CRLF', () => {
  const text = csvOf()
  expect(text.startsWith(`\uFEFF${nationalTableColumns.join(';')}\r\n`)).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('each place has a row in total and one per profession group', () => {
  const records = recordsOf()
  expect(records).toHaveLength(3 * (1 + 8))
  expect(records.filter(({ yrkesgrupp }) => yrkesgrupp === 'Alla')).toMatchObject([
    { lanskod: '00', lan: 'Riket' },
    { lanskod: '21', lan: 'Gävleborgs län' },
    { lanskod: '01', lan: 'Stockholms län' },
  ])
})

test('a known figure has its share with a decimal comma, its source and its days', () => {
  // 38 of 52 is 73.08 %.
  expect(recordsOf().find((row) => row.lanskod === '21' && /skola/.test(row.yrkesgrupp!))).toEqual({
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
  })
})

test('the total is partly known where a group with people has no number', () => {
  expect(recordsOf()[0]).toMatchObject({
    innehar: '38',
    behover: '52',
    status: 'delvis',
    okanda_enheter: '1',
    raknat_utanfor: '2',
  })
})

test('unknown is an empty share and an empty number, never nought', () => {
  const stockholm = recordsOf().find(({ lanskod }) => lanskod === '01')
  expect(stockholm).toMatchObject({ behover: '', tackning: '', status: 'okänt', kalla: '' })
})

test('a title that a spreadsheet would run begins with an apostrophe', () => {
  for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
    expect(recordsOf(title)[0]!.modul).toBe(`'${title}`)
  }
  expect(recordsOf('Grund; "ett"')[0]!.modul).toBe('Grund; "ett"')
})

test('the file is named by module and day, in neutral words', () => {
  expect(nationalTableFileName(tableOf('Grund'))).toBe('tackning-grund-1-2026-11-20.csv')
})
