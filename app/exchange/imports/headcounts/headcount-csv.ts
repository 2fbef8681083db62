import type { ShownHeadcount } from '~/domain/organisation/headcount-import.ts'
import { csvFile } from '~/exchange/exports/csv.ts'
import type { Translate } from '~/i18n/translate.ts'
import { headcountColumns } from './headcount-columns.ts'

/**
 * A file of headcounts with the right heads, and one row that shows how.
 * @param organisation the one that the file is about; null for several
 * @param t the texts of the reader's language
 */
export function headcountTemplateCsv(
  organisation: { name: string } | null,
  asOf: string,
  t: Translate,
): string {
  const columns = headcountColumns.filter((column) => !organisation || column !== 'organisation')
  const example = {
    organisation: t('headcount-file.example.organisation'),
    unit: '',
    group: t('profession.school'),
    headcount: '120',
    asOf,
    source: t('figure.source.own'),
  }
  const heads = columns.map((column) => t(`headcount-file.column.${column}`))
  return csvFile(heads, [columns.map((column) => example[column])])
}

/**
 * The refused rows as the file had them, with why; corrected, the file can be read in again as it is.
 * @param t the texts of the reader's language
 */
export function refusedHeadcountsCsv(rows: readonly ShownHeadcount[], t: Translate): string {
  const heads = headcountColumns.map((column) => t(`headcount-file.column.${column}`))
  const records = rows.map(({ rowNumber, reason, given }) => [
    rowNumber,
    reason ? t(`headcount-file.reason.${reason}`) : '',
    ...headcountColumns.map((column) => given?.[column] ?? ''),
  ])
  return csvFile([t('earlier.csv.row'), t('earlier.csv.reason'), ...heads], records)
}
