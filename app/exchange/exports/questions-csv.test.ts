import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { QualityReport, ReportedQuestion } from '~/domain/quality/quality.ts'
import type { ModuleId, ModuleVersionId } from '~/kernel/ids.ts'
import { questionsCsv } from './questions-csv.ts'

const question = (values: Partial<ReportedQuestion>): ReportedQuestion => ({
  item: 'item-1',
  interactionId: 'q1',
  kind: 'choice',
  description: null,
  correctResponses: ['b', 'c'],
  figures: null,
  ...values,
})

function read(questions: ReportedQuestion[]): Record<string, string>[] {
  const moment = new Date('2026-11-22T12:00:00Z')
  const report: QualityReport = {
    version: { id: 'v' as ModuleVersionId, number: 1 },
    module: { id: 'm' as ModuleId, title: 'Modul', slug: 'modul', readingSeconds: null },
    places: [],
    items: [{ identifier: 'item-1', title: 'Del 1' }],
    figures: {
      attempts: 30,
      since: moment,
      until: moment,
      questions,
      pages: { pages: [], few: 0 },
      stops: { total: 0, places: [], elsewhere: 0 },
      fast: null,
    },
  }
  return parse(questionsCsv(report), { bom: true, delimiter: ';', columns: true })
}

const figures = {
  attempts: 30,
  answers: 34,
  judged: 30,
  shareRight: 2 / 3,
  meanScore: null,
  discrimination: -0.125,
  wrongAnswers: [
    { response: 'a', attempts: 7 },
    { response: 'c', attempts: 5 },
  ],
  medianLatencySeconds: 12.5,
}

test('a question is a row in the way of Swedish Excel, a negative number still a number', () => {
  expect(read([question({ figures })])).toMatchObject([
    {
      del: 'Del 1',
      fraga: 'q1',
      status: 'visas',
      forsok: '30',
      svar: '34',
      ratt_procent: '66,7',
      medelpoang: '',
      sarskiljning: '-0,13',
      mediantid_s: '12,5',
      ratt_svar: 'b | c',
      vanligaste_fel_svar: 'a (7) | c (5)',
    },
  ])
})

test('of a question that too few have answered there are no numbers', () => {
  expect(read([question({})])).toMatchObject([{ status: 'för få', forsok: '', ratt_procent: '' }])
})

test('what content has written is never a formula', () => {
  const [row] = read([question({ interactionId: '=1+1', description: '@SUM(A1)' })])
  expect(row).toMatchObject({ fraga: "'=1+1", text: "'@SUM(A1)" })
})
