import type { ShownRow } from '~/domain/attempt/completion-import.ts'
import { csvFile } from '~/exchange/exports/csv.ts'
import type { Translate } from '~/i18n/translate.ts'
import { columnName, columns } from './completion-columns.ts'

/** An empty file of completions with the right heads, and one row that shows how. */
export function templateCsv(example: { module: string; evidence: string }): string {
  const heads = columns.map((column) => columnName(column, 'sv'))
  const row = ['namn@exempel.se', '', example.module, '2026-03-31', example.evidence]
  return csvFile(heads, [row])
}

/**
 * The rows that gave nothing, with why; corrected, the file can be read in again as it is.
 * @param t the texts of the reader's language
 */
export function refusedRowsCsv(rows: ShownRow[], t: Translate): string {
  const heads = [t('earlier.csv.row'), t('earlier.csv.reason')]
  const records = rows.map(({ rowNumber, reason, given }) => [
    rowNumber,
    reason ? t(`earlier.reason.${reason}`) : '',
    ...columns.map((column) => given?.[column] ?? ''),
  ])
  const names = columns.map((column) => columnName(column, 'sv'))
  return csvFile([...heads, ...names], records)
}
