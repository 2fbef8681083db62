import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { OpenFileRow } from '~/domain/followup/open-participation-table.server.ts'
import { openCsv } from './open-csv.ts'

const row = (values: Partial<OpenFileRow>): OpenFileRow => ({
  moduleId: 'm',
  countyCode: '21',
  countyName: 'Gävleborgs län',
  professionGroup: 'school',
  count: 3,
  firstOn: '2026-11-01',
  lastOn: '2026-11-20',
  module: {
    id: 'm',
    slug: 'modul',
    titleSv: 'Modul',
    titleEn: 'Module',
    courseTitleSv: 'Kurs',
    courseTitleEn: 'Course',
    published: true,
  },
  ...values,
})

const read = (rows: OpenFileRow[]): Record<string, string>[] =>
  parse(openCsv({ asOf: '2026-11-21', takenOn: '2026-11-22', rows }), {
    bom: true,
    delimiter: ';',
    columns: true,
  })

test('a row says whose word it is, and from when till when', () => {
  expect(read([row({})])).toEqual([
    {
      lanskod: '21',
      lan: 'Gävleborgs län',
      yrkesgrupp: 'Förskola och skola',
      modul: 'Modul',
      modulkod: 'modul',
      antal: '3',
      forsta_dag: '2026-11-01',
      sista_dag: '2026-11-20',
      per: '2026-11-21',
      kalla: 'självrapporterat utan inloggning',
      uttagsdatum: '2026-11-22',
    },
  ])
})

test('what was not stated is empty, and no title runs as a formula', () => {
  const module = { ...row({}).module, titleSv: '=1+1' }
  const [told] = read([row({ countyCode: null, countyName: null, professionGroup: null, module })])
  expect(told).toMatchObject({ lanskod: '', lan: '', yrkesgrupp: '', modul: "'=1+1" })
})
