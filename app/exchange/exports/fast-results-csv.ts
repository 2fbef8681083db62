import { stringify } from 'csv-stringify/sync'
import type { QualityReport } from '~/domain/quality/quality.ts'

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
 * page; the columns alone where too few have handed in. As Swedish Excel takes it: UTF-8 with a BOM,
 * semicolons, CRLF, a decimal comma.
 */
export function fastResultsCsv({ figures }: Pick<QualityReport, 'figures'>): string {
  const { weeks = [], limitSeconds = 0 } = figures?.fast ?? {}
  const records = weeks.map(({ from, to, results, fast }) => {
    const percent = ((fast * 100) / results).toFixed(1).replace('.', ',')
    return [from, to, results, fast, percent, limitSeconds]
  })
  return stringify([columns, ...records], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  })
}
