import type { QualityReport } from '~/domain/quality/quality.ts'
import { csvFile, decimal } from './csv.ts'

const columns = [
  'fran',
  'till',
  'inlamnade',
  'for_snabba',
  'for_snabba_procent',
  'grans_sekunder',
] as const

/**
 * How many results of a test came faster than its questions can be read, a row for each span of weeks on the
 * page; the columns alone where too few have handed in. For Swedish Excel
 * (see csv.ts).
 */
export function fastResultsCsv({ figures }: Pick<QualityReport, 'figures'>): string {
  const { weeks = [], limitSeconds = 0 } = figures?.fast ?? {}
  const records = weeks.map(({ from, to, results, fast }) => {
    return [from, to, results, fast, decimal((fast * 100) / results, 1), limitSeconds]
  })
  return csvFile(columns, records)
}
