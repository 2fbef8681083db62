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
  'refusal.table.columns-missing':
    'The file lacks the column {missing}. The first row should have the names of the columns, as in the template.',
  'refusal.table.column-twice': 'The column {column} is there twice. Remove one of them.',
  'refusal.file.busy': 'The file is being worked on. Wait until it is done.',
  'refusal.file.not-checked': 'The file has not been checked, or has been brought in already.',
  'refusal.file.check-too-old': 'The check is older than a day. Send the file again.',
  'refusal.file.nothing-new': 'The file changes nothing.',
  'refusal.file.applied-already': 'The file has been brought in already. Send a new file.',
  'refusal.file.undone-already': 'The file is undone. Send it again if you want to bring it in.',
  'refusal.file.not-applied': 'The file has not been brought in, so there is nothing to undo.',
  'refusal.file.undo-too-late': 'More than a day has passed, so the file can no longer be undone.',
}
