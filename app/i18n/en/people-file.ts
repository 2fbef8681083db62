import type { peopleFile as sv } from '../sv/people-file.ts'
import type { Translated } from '../translate.ts'

export const peopleFile: Translated<typeof sv> = {
  'title.people-file': 'People by file',

  'people-file.title': 'People by file',
  'people-file.lead':
    'Bring in who works with you. First you see what the file would change. Nothing changes until you say so, and you can undo it for a day.',
  'people-file.upload': 'Bring a file in',
  'people-file.upload.intro':
    'Do not write personal identity numbers or coordination numbers in the file. Rows that have them are not taken.',
  'people-file.upload.columns':
    'The first row should have the names of the columns. What they are called does not matter: in the next step you choose what they mean.',
  'people-file.template': 'Download a template (CSV)',
  'people-file.upload.file': 'File of people',
  'people-file.upload.file.hint':
    'CSV, at most {megabytes} MB and {rows} rows. Excel (.xlsx) works too, if the file is smaller.',
  'people-file.upload.send': 'Send the file',
  'people-file.upload.busy': 'Sending …',
  'people-file.imports': 'Files',
  'people-file.imports.caption': 'The latest files, at most 50',
  'people-file.imports.file': 'File',
  'people-file.imports.status': 'State',
  'people-file.imports.brought': 'Sent',
  'people-file.imports.file.from': 'File from {moment}',
  'people-file.imports.bringer': 'Sent by',
  'people-file.imports.rows': 'Rows',
  'people-file.imports.empty': 'No file yet',
  'people-file.imports.empty.text':
    'Download the template, or take a list out of your personnel system.',
  'people-file.status.receiving': 'Being received',
  'people-file.status.received': 'Waits for its columns to be chosen',
  'people-file.status.checking': 'Being checked',
  'people-file.status.checked': 'Checked, nothing has changed',
  'people-file.status.applying': 'Being brought in',
  'people-file.status.applied': 'Brought in',
  'people-file.status.undoing': 'Being undone',
  'people-file.status.undone': 'Undone',

  'people-file.columns.title': 'What the columns mean',
  'people-file.columns.lead':
    'See that each column means what you intend. Your choices are kept for the next file. This step changes nothing.',
  'people-file.columns': 'Columns',
  'people-file.columns.intro':
    'Email or employer number is needed to recognise a person. New people need a name and an email address.',
  'people-file.columns.nameless': 'Column {place}',
  'people-file.columns.sample': 'In the file: {samples}',
  'people-file.columns.blank': 'Empty in the first rows',
  'people-file.columns.unused': 'Not used',
  'people-file.columns.submit': 'Check the file',
  'people-file.columns.busy': 'Starting …',
  'people-file.columns.leave': 'Cancel',
  'people-file.columns.change': 'Change columns, professions or whether everybody is there',
  'people-file.field.givenName': 'Given name',
  'people-file.field.familyName': 'Family name',
  'people-file.field.email': 'Email',
  'people-file.field.employerNumber': 'Employer number',
  'people-file.field.unit': 'Unit',
  'people-file.field.profession': 'Profession group',
  'people-file.field.subGroup': 'Sub-group',
  'people-file.field.kind': 'Affiliation',
  'people-file.field.from': 'From',
  'people-file.field.to': 'To',
  'people-file.professions': 'Professions',
  'people-file.professions.intro':
    'The statistics have eight profession groups. Choose a group for the words in the file that we do not recognise.',
  'people-file.professions.more': {
    one: 'Here are the most common words. You can choose a group for {count} more afterwards.',
    other: 'Here are the most common words. You can choose a group for {count} more afterwards.',
  },
  'people-file.professions.rows': { one: '{count} row', other: '{count} rows' },
  'people-file.professions.unknown': 'Not known: the rows are not taken',
  'people-file.professions.default': 'Profession group for new people without a profession',
  'people-file.professions.default.hint': 'Needed if the file has no professions.',
  'people-file.professions.none': 'None: the rows are not taken',
  'people-file.whole': 'Is everybody there?',
  'people-file.whole.label': 'The file has everybody who works with us',
  'people-file.whole.hint':
    'Then those who are not in the file are ended. You see how many before anything changes.',
  'people-file.whole.yes': 'Yes, those who are not in the file are ended',
  'people-file.whole.no': 'No, those who are not in the file are left alone',

  'people-file.file.title': 'File of people',
  'people-file.lead.under-way':
    'The work goes on. You can leave the page and come back, it continues anyway.',
  'people-file.lead.not-tried': 'The file has not been checked. Nothing has changed.',
  'people-file.lead.nothing': 'The file changes nothing.',
  'people-file.lead.checked':
    'Nothing has changed yet. The file would give {new} new, change {changed} and end {ended}.',
  'people-file.lead.applied': 'Done. {new} new, {changed} changed and {ended} ended.',
  'people-file.lead.undone': 'The file is undone.',
  'people-file.progress': '{done} of {total} rows.',
  'people-file.progress.begun': 'Begun {moment}.',
  'people-file.progress.waiting':
    'All of it is done at once, or nothing. It usually takes a few seconds.',
  'people-file.failed': 'It did not work, and nothing has changed',
  'people-file.try-again': 'Go to the columns and try again',
  'people-file.changed': 'Something has changed since the check',
  'people-file.changed.text':
    'The file has been checked anew and nothing is brought in. Look at the counts and bring it in again.',
  'people-file.same-file': 'The same file has been brought in already',
  'people-file.same-file.text':
    'It was brought in {moment}. What is right already does not change.',
  'people-file.unidentified': 'Nobody is ended by this file',
  'people-file.unidentified.text': {
    one: '{shown} row that was not taken does not show whom it is about. That person would be ended by mistake. Correct the row in your file and send the whole file again.',
    other:
      '{shown} rows that were not taken do not show whom they are about. Those people would be ended by mistake. Correct the rows in your file and send the whole file again.',
  },
  'people-file.undone.people': 'Accounts removed',
  'people-file.undone.affiliations': 'Workplaces removed',
  'people-file.undone.restored': 'Put back to what they were',

  'people-file.apply': 'Bring in',
  'people-file.apply.text':
    'All of it is brought in at once, or nothing. The check is good until {moment}; after that it is deleted.',
  'people-file.apply.accounts': {
    one: '{shown} person gets an account. The account is claimed by a link in an email.',
    other: '{shown} people get an account each. The account is claimed by a link in an email.',
  },
  'people-file.apply.button': 'Bring the file in',
  'people-file.apply.busy': 'Starting …',
  'people-file.apply.ends': {
    one: '{shown} affiliation is ended. Write the number to show that it is right',
    other: '{shown} affiliations are ended. Write the number to show that it is right',
  },
  'people-file.apply.ends.hint':
    'That is more than one in ten of the {present} there are. Does the file really have everybody?',
  'people-file.undo': 'Undo',
  'people-file.undo.text':
    'Until {moment} you can undo the file. What people have done themselves since then stays.',
  'people-file.undo.button': 'Undo the file',
  'people-file.undo.busy': 'Starting …',
  'people-file.over.too-old': 'The check is too old. Send the file again.',
  'people-file.over.applied': 'More than a day has passed, so the file can no longer be undone.',

  'people-file.rows': 'What the rows give',
  'people-file.counts.caption': 'What the rows of the file give',
  'people-file.counts.outcome': 'Rows',
  'people-file.counts.count': 'Number',
  'people-file.counts.means': 'It means',
  'people-file.outcome.new': 'New',
  'people-file.outcome.new.means': 'Not with you. Added.',
  'people-file.outcome.changed': 'Changed',
  'people-file.outcome.changed.means': 'With you, but something differs in the file.',
  'people-file.outcome.ended': 'Ended',
  'people-file.outcome.ended.means': 'With you, but not in the file. Ended today.',
  'people-file.outcome.unchanged': 'Unchanged',
  'people-file.outcome.unchanged.means': 'Right already.',
  'people-file.outcome.refused': 'Not taken',
  'people-file.outcome.refused.means': 'Passed over until they are corrected.',
  'people-file.refused.intro':
    'The other rows can be brought in anyway. Correct these and send them again.',
  'people-file.refused.download': 'Download every row that is not taken (CSV)',
  'people-file.reasons.caption': 'Why rows are not taken',
  'people-file.column.row': 'Row',
  'people-file.column.person': 'Person',
  'people-file.column.reason': 'Why',
  'people-file.column.changes': 'Changes',
  'people-file.column.days': 'Days',
  'people-file.change.unit': 'unit',
  'people-file.change.profession': 'profession group',
  'people-file.change.sub-group': 'sub-group',
  'people-file.change.kind': 'affiliation',
  'people-file.change.from': 'first day',
  'people-file.change.to': 'last day',
  'people-file.change.number': 'employer number',
  'people-file.change.name': 'name',
  'people-file.change.email': 'email',
  'people-file.change.confirmed': 'confirmed by you',
  'people-file.kept': 'This stays',
  'people-file.kept.intro':
    'Somebody has done something with it since the file was brought in, so it was not removed.',
  'people-file.kept.caption': 'What could not be undone, at most 100',
  'people-file.kept.what': 'What',
  'people-file.kept.person-added':
    'The account: the person has claimed it, or has other things kept',
  'people-file.kept.person-changed': 'The name or the address: has been changed since',
  'people-file.kept.affiliation-added': 'The workplace: has been changed or used since',
  'people-file.kept.affiliation-changed':
    'The change of the workplace: has been changed again since',

  'people-file.reason.personal-number':
    'The row has something that looks like a personal identity number or coordination number. Nothing of the row is kept.',
  'people-file.reason.person-missing': 'Email and employer number are missing.',
  'people-file.reason.email-unreadable': 'The email address cannot be read.',
  'people-file.reason.email-missing':
    'Nobody with you has the employer number. A new person needs an email address.',
  'people-file.reason.name-missing': 'A new person needs a given name and a family name.',
  'people-file.reason.name-too-long': 'The name is longer than 100 characters.',
  'people-file.reason.number-too-long': 'The employer number is longer than 40 characters.',
  'people-file.reason.number-shared': 'Several people have the same employer number.',
  'people-file.reason.person-differs':
    'The address and the employer number belong to different people.',
  'people-file.reason.unit-unknown': 'No unit of yours is called that.',
  'people-file.reason.unit-ambiguous':
    'Several units are called that. Write the whole way: Department / Section / Unit.',
  'people-file.reason.profession-unknown':
    'The profession is not recognised. Choose a group for it under Change columns.',
  'people-file.reason.profession-missing':
    'The profession is missing. Fill it in, or choose a group for those without one.',
  'people-file.reason.sub-group-unknown':
    'You have no sub-group of that name. Add it under Own sub-groups, or correct the name.',
  'people-file.reason.sub-group-elsewhere':
    'The sub-group belongs to another national profession group than the one in the row. Correct one of them.',
  'people-file.reason.kind-unknown':
    'The affiliation is not recognised. Write employed, student, volunteer or elected.',
  'people-file.reason.from-unreadable': 'The first day cannot be read. Write it as 2026-03-31.',
  'people-file.reason.to-unreadable': 'The last day cannot be read. Write it as 2026-03-31.',
  'people-file.reason.ends-before-start': 'The last day is before the first.',
  'people-file.reason.row-twice': 'The same person and unit stand further up in the file.',

  'refusal.people.no-heads':
    'The first row should have the names of the columns, such as Given name, Family name and Email.',
  'refusal.people.heads-personal':
    'The first row has something that looks like a personal identity number. The file is not kept. Remove the number and have the names of the columns on top.',
  'refusal.people.large-sheet':
    'The Excel file is too large: at most {megabytes} MB and {rows} rows. Save it as CSV instead, in Excel by File > Save As > CSV UTF-8.',
  'refusal.people.column-missing': 'Choose which column is email or employer number.',
  'people.column-twice': 'Two columns cannot mean the same.',
  'people.ends': 'Write the number in figures.',
  'refusal.people.ends-not-confirmed':
    'The file ends {count} affiliations. Write that very number, or untick that everybody is there.',
  'refusal.work.broken': 'Something went wrong on our side. Try again in a while.',
}
