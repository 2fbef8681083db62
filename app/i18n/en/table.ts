import type { table as sv } from '../sv/table.ts'
import type { Translated } from '../translate.ts'

/** What a file of rows is refused for, whatever the rows are about. */
export const table: Translated<typeof sv> = {
  'refusal.table.too-large': 'The file is larger than {megabytes} MB. Split it into several.',
  'refusal.table.not-a-table':
    'The file cannot be read as a table. Save it as CSV or Excel (.xlsx) and try again.',
  'refusal.table.old-excel':
    'The file is in an older format or has a password. Save it as .xlsx without a password.',
  'refusal.table.quotes':
    'The quotation marks on line {line} do not pair up. Correct them, or save the file anew in Excel.',
  'refusal.table.too-many-rows': 'The file has more than {limit} rows. Split it into several.',
  'refusal.table.too-many-columns': 'The file has more than {limit} columns.',
  'refusal.table.no-rows': 'The file has no rows below the names of the columns.',
}
