import type { earlier as sv } from '../sv/earlier.ts'
import type { Translated } from '../translate.ts'

export const earlier: Translated<typeof sv> = {
  'title.earlier': 'Earlier completions',

  'earlier.title': 'Earlier completions',
  'earlier.lead':
    'Bring in what your staff completed before Samsyn or elsewhere. The file is checked first, and nothing is added until you say so.',
  'earlier.upload.intro':
    'Write no personal identity numbers or coordination numbers in the file. Rows that have them are not taken.',
  'earlier.upload.file': 'File of completions',
  'earlier.upload.file.hint': 'CSV or Excel (.xlsx), at most {megabytes} MB and {rows} rows.',
  'earlier.upload.send': 'Check the file',
  'earlier.upload.busy': 'Checking …',
  'earlier.columns': 'What the file should look like',
  'earlier.columns.intro':
    'One row for each person and module. The first row has the names of the columns, in any order. Other columns are left out.',
  'earlier.column.email': 'email',
  'earlier.column.email.text':
    'The address that the person has confirmed in Samsyn. Needed where the employer number is missing.',
  'earlier.column.number': 'employer number',
  'earlier.column.number.text':
    'The person’s number with you. Needed where the email is missing. You tell it when you confirm the person, or it is kept from a row that has both email and number.',
  'earlier.column.module': 'module',
  'earlier.column.module.text':
    'The module’s short name or title, for example {slug}. The name of a course stands for all its modules.',
  'earlier.column.module.example': 'the-modules-short-name',
  'earlier.column.day': 'date',
  'earlier.column.day.text':
    'The day on which the person completed it: 2026-03-31, 20260331 or a date in Excel.',
  'earlier.column.evidence': 'evidence',
  'earlier.column.evidence.text':
    'What shows it, at most 200 characters. For example ‘Certificate from the web course’.',
  'earlier.column.evidence.example': 'Certificate from the web course',
  'earlier.head.module': 'Module',
  'earlier.head.day': 'Date',
  'earlier.head.evidence': 'Evidence',
  'earlier.column.row': 'Row',
  'earlier.column.person': 'Person',
  'earlier.column.reason': 'Why',
  'earlier.column.count': 'Count',
  'earlier.column.adds': 'Adds',
  'earlier.unit.rows': 'rows',
  'earlier.unit.completions': 'completions',
  'earlier.names': 'Modules and courses',
  'earlier.names.intro':
    'This may stand in the column module. Write the short name where two have the same title.',
  'earlier.names.caption': 'Modules and courses that the file may name',
  'earlier.names.title': 'Title',
  'earlier.names.slug': 'Short name',
  'earlier.names.kind': 'Kind',
  'earlier.names.course': 'Course: all its modules',
  'earlier.names.module': 'Module',
  'earlier.imports.file': 'File',
  'earlier.imports.checked': 'Checked',
  'earlier.imports.empty.text': 'Begin by downloading the template and filling it in.',
  'earlier.status.checking': 'Being checked',
  'earlier.status.received': 'Could not be checked',
  'earlier.status.checked': 'Checked, not added',
  'earlier.status.applying': 'Being added',
  'earlier.status.undoing': 'Being undone',
  'earlier.status.applied': 'Added',
  'earlier.status.undone': 'Undone',
  'earlier.outcome.new': 'New',
  'earlier.outcome.held': 'Already there',
  'earlier.outcome.refused': 'Not possible',
  'earlier.rows': { one: '{count} row', other: '{count} rows' },
  'earlier.rows.held': {
    one: '{count} row, same person, module and day',
    other: '{count} rows, same person, module and day',
  },

  'earlier.import.title': 'File brought in',
  'earlier.lead.not-checked': 'The file could not be checked. Nothing is added.',
  'earlier.lead.checked': {
    one: 'The file adds {count} completion. Nothing is added yet.',
    other: 'The file adds {count} completions. Nothing is added yet.',
  },
  'earlier.lead.nothing': 'The file adds nothing.',
  'earlier.lead.applied': {
    one: '{count} completion is added.',
    other: '{count} completions are added.',
  },
  'earlier.lead.too-old': 'The check is too old. Nothing is added.',
  'earlier.lead.undone': 'What the file added is removed.',
  'earlier.same-file': 'The same file is already added',
  'earlier.same-file.text': 'It was added {moment}. What is there already is not added again.',
  'earlier.apply': 'Add',
  'earlier.apply.text':
    'Everything is added at once, or nothing. The check is good until {moment}; then it is deleted.',
  'earlier.apply.button': {
    one: 'Add {count} completion',
    other: 'Add {count} completions',
  },
  'earlier.apply.busy': 'Adding …',
  'earlier.apply.not': 'Do not add',
  'earlier.undo': 'Undo',
  'earlier.undo.text':
    'Until {moment} you can remove what the file added. Whatever else people have completed stays.',
  'earlier.undo.button': 'Remove what the file added',
  'earlier.undo.busy': 'Removing …',
  'earlier.over.checked': 'There is nothing to add. Correct the file and bring it in again.',
  'earlier.over.too-old': 'The check is too old. Bring the file in again.',
  'earlier.over.applied': 'More than a day has passed, so the import can no longer be undone.',
  'earlier.over.undone': 'To add it again, bring the file in anew.',
  'earlier.fresh': 'New rows',
  'earlier.shown': {
    one: '{shown} of {count} row shown',
    other: '{shown} of {count} rows shown',
  },
  'earlier.added': 'Added',
  'earlier.added.shown': {
    one: '{shown} of {count} completion shown',
    other: '{shown} of {count} completions shown',
  },
  'earlier.refused': 'Rows that are not possible',
  'earlier.refused.intro':
    'The other rows can be added all the same. Correct these and bring them in again.',
  'earlier.refused.after':
    'These rows added nothing. Correct them in your file and bring them in again.',
  'earlier.refused.download': 'Download every row that is not possible (CSV)',
  'earlier.reasons.caption': 'Why rows are not possible',
  'earlier.csv.row': 'row',
  'earlier.csv.reason': 'why',

  'earlier.reason.personal-number':
    'The row has what looks like a personal identity number or coordination number. Nothing of the row is kept.',
  'earlier.reason.person-missing': 'Email and employer number are missing.',
  'earlier.reason.person-unknown':
    'Nobody with you has that confirmed address or that employer number.',
  'earlier.reason.person-differs':
    'The address and the number do not belong to the same person with you.',
  'earlier.reason.number-shared': 'Several have the same employer number. Write the email alone.',
  'earlier.reason.module-missing': 'The module is missing.',
  'earlier.reason.module-unknown': 'No module or course is called that.',
  'earlier.reason.module-ambiguous': 'Several are called that. Write the short name.',
  'earlier.reason.day-missing': 'The date is missing.',
  'earlier.reason.day-unreadable': 'The date cannot be read. Write it as 2026-03-31.',
  'earlier.reason.day-ahead': 'The day has not been yet.',
  'earlier.reason.day-too-early': 'The day is before the year 2000.',
  'earlier.reason.evidence-missing': 'The evidence is missing.',
  'earlier.reason.evidence-too-long': 'The evidence is longer than 200 characters.',

  'refusal.earlier.changed':
    'Something has changed since the check. The file has been checked anew and nothing has been added. Look the figures over and add again.',
  'refusal.earlier.too-many-completions':
    'The file has more than {limit} completions when all the modules of its courses are counted. Split it into several.',
  'refusal.earlier.not-checked': 'The file has already been added or undone.',
  'refusal.earlier.check-too-old':
    'The check is older than a day. Bring the file in again, and it is checked anew.',
  'refusal.earlier.nothing-new': 'The file adds nothing.',
  'refusal.earlier.not-applied': 'The file has not been added, so there is nothing to undo.',
  'refusal.earlier.undo-too-late':
    'More than a day has passed, so the import can no longer be undone.',
}
