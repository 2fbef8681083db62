import { stringify } from 'csv-stringify/sync'
import { peopleFields } from '~/domain/identity/people-columns.ts'
import type { PeopleReason } from '~/domain/identity/people-row.ts'
import type { Translate } from '~/i18n/translate.ts'

/** As Swedish Excel wants it; what a spreadsheet would run as a formula gets an apostrophe first. */
const forExcel = {
  bom: true,
  delimiter: ';',
  record_delimiter: 'windows',
  escape_formulas: true,
} as const

/** A file of people with the right heads, and one row that shows how. */
export function peopleTemplateCsv(unitName: string, t: Translate): string {
  const heads = peopleFields.map((field) => t(`people-file.field.${field}`))
  const example = [
    ...['Kim', 'Exempel', 'kim@exempel.se', 'A1001', unitName],
    ...[t('profession.social-services'), '', '', '2026-01-01', ''],
  ]
  return stringify([heads, example], forExcel)
}

/**
 * The refused rows as the file had them, with why; corrected, the file can be read in again as it is.
 * @param t the texts of the reader's language
 */
export function refusedPeopleCsv(
  {
    heads,
    rows,
  }: { heads: string[]; rows: { rowNumber: number; reason: PeopleReason; cells: string[] }[] },
  t: Translate,
): string {
  const records = rows.map(({ rowNumber, reason, cells }) => [
    String(rowNumber),
    t(`people-file.reason.${reason}`),
    ...heads.map((_, place) => cells[place] ?? ''),
  ])
  return stringify(
    [[t('earlier.csv.row'), t('earlier.csv.reason'), ...heads], ...records],
    forExcel,
  )
}
