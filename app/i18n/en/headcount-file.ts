import type { headcountFile as sv } from '../sv/headcount-file.ts'
import type { Translated } from '../translate.ts'

export const headcountFile: Translated<typeof sv> = {
  'title.headcount-file': 'Headcounts by file',

  'headcount-file.title': 'Headcounts by file',
  'headcount-file.lead':
    'First you see what the file would change. Nothing changes until you say so, and you can undo it for a day.',
  'headcount-file.link': 'Bring in by file',
  'headcount-file.several': 'Headcounts by file',
  'headcount-file.upload.intro':
    'One row for each unit and profession group. Leave the unit empty if the number is for the whole organisation. Profession groups are written by name or code, the day like 2026-03-31 and the source as own figure, Statistics Sweden or estimate.',
  'headcount-file.upload.several':
    'The file may be about several organisations in your area. Write the organisation number or the name on each row.',
  'headcount-file.status.failed': 'Could not be checked',
  'headcount-file.upload.file': 'File of headcounts',
  'headcount-file.upload.file.hint':
    'CSV or Excel (.xlsx), at most {megabytes} MB and {rows} rows.',
  'headcount-file.empty.text': 'Download the template and fill it in.',
  'headcount-file.file.title': 'File of headcounts',
  'headcount-file.column.organisation': 'Organisation',
  'headcount-file.column.unit': 'Unit',
  'headcount-file.column.group': 'Profession group',
  'headcount-file.column.headcount': 'Number',
  'headcount-file.column.asOf': 'Date',
  'headcount-file.column.source': 'Source',
  'headcount-file.column.before': 'In force before',
  'headcount-file.before': '{headcount} ({day}, {source})',
  'headcount-file.example.organisation': 'Example municipality',
  'headcount-file.lead.checked':
    'The file gives {new} new numbers and changes {changed}. Nothing has changed yet.',
  'headcount-file.lead.applied': 'Done. {new} new numbers and {changed} changed.',
  'headcount-file.outcome.new.means': 'No number was in force on that day.',
  'headcount-file.outcome.changed.means':
    'The number, the day or the source is another. The earlier one stays in the history.',
  'headcount-file.undo.text':
    'What the file added is taken away. What somebody has told since stays. Possible until {moment}.',
  'headcount-file.reason.personal-number':
    'Something looks like a personal identity number or a coordination number. The row is not kept. Remove the number.',
  'headcount-file.reason.organisation-missing': 'The organisation is missing.',
  'headcount-file.reason.organisation-unknown':
    'The organisation is not in your area. Write its number, or its name as in the register.',
  'headcount-file.reason.organisation-ambiguous':
    "Several organisations have that name or number. Bring it in on the organisation's own page.",
  'headcount-file.reason.organisation-other':
    'The row is about another organisation than this one.',
  'headcount-file.reason.unit-unknown': 'The organisation has no such unit.',
  'headcount-file.reason.unit-ambiguous':
    'Several units have that name. Write the unit above it too: Department / Unit.',
  'headcount-file.reason.group-missing': 'The profession group is missing.',
  'headcount-file.reason.group-unknown':
    'The profession group is not known. Write one of the national groups.',
  'headcount-file.reason.number-missing': 'The number is missing.',
  'headcount-file.reason.number-unreadable': 'The number must be a whole one, at most 999,999.',
  'headcount-file.reason.day-missing': 'The date is missing.',
  'headcount-file.reason.day-unreadable': 'The date cannot be read. Write for example 2026-03-31.',
  'headcount-file.reason.day-ahead': 'The day has not been yet.',
  'headcount-file.reason.day-too-early': 'The day is before the year 2000.',
  'headcount-file.reason.source-missing': 'The source is missing.',
  'headcount-file.reason.source-unknown':
    'The source is not known. Write own figure, Statistics Sweden or estimate.',
  'headcount-file.reason.row-twice':
    'The same unit, group and day is on several rows. Keep the one that is right.',
}
