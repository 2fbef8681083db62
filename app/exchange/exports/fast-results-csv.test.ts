import { expect, test } from 'vitest'
import type { QualityFigures } from '~/domain/quality/quality.ts'
import { fastResultsCsv } from './fast-results-csv.ts'

const figures = (fast: QualityFigures['fast']): QualityFigures => ({
  attempts: 30,
  since: new Date(0),
  until: new Date(0),
  questions: [],
  pages: { pages: [], few: 0 },
  stops: { total: 0, places: [], elsewhere: 0 },
  fast,
})

const head = '\ufefffran;till;inlamnade;for_snabba;for_snabba_procent;grans_sekunder\r\n'

test('each span of weeks is a row that Swedish Excel opens', () => {
  const weeks = [{ from: '2026-11-16', to: '2026-11-22', results: 24, fast: 1 }]
  const file = fastResultsCsv({
    figures: figures({ limitSeconds: 160, results: 24, fast: 1, weeks }),
  })
  expect(file).toBe(`${head}2026-11-16;2026-11-22;24;1;4,2;160\r\n`)
})

test('too few are the columns alone', () => {
  expect(fastResultsCsv({ figures: null })).toBe(head)
  expect(fastResultsCsv({ figures: figures(null) })).toBe(head)
})
