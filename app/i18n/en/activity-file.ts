import type { activityFile as sv } from '../sv/activity-file.ts'
import type { Translated } from '../translate.ts'

export const activityFile: Translated<typeof sv> = {
  'title.activity-file': 'Earlier activities from a file',

  'activity-file.link': 'Bring in earlier activities',
  'activity-file.title': 'Earlier activities from a file',
  'activity-file.lead':
    'Bring in activities that have been held. First you see what the file would do. Nothing changes until you say so, and you can undo for a day.',
  'activity-file.upload.intro':
    'Write nothing about individuals or cases. Rows with anything that looks like a personal identity number are not taken.',
  'activity-file.upload.file': 'File of activities',
  'activity-file.imports': 'Files that you have brought in',
  'activity-file.imports.empty.text': 'Download the template, or begin with a list that you have.',

  'activity-file.columns.intro':
    'Heading, type, form, level, date and hours are needed, and how many came: all together, or group by group.',
  'activity-file.count.K': '{group}, women',
  'activity-file.count.M': '{group}, men',
  'activity-file.field.title': 'Heading',
  'activity-file.field.type': 'Type',
  'activity-file.field.form': 'Form',
  'activity-file.field.level': 'Level',
  'activity-file.field.date': 'Date',
  'activity-file.field.start': 'Start time',
  'activity-file.field.hours': 'Hours',
  'activity-file.field.place': 'Room or address',
  'activity-file.field.organiser': 'Organiser',
  'activity-file.field.home': 'Counts in',
  'activity-file.field.from': 'Participants’ county or municipality',
  'activity-file.field.counties': 'Counties',
  'activity-file.field.municipalities': 'Municipalities',
  'activity-file.field.targetGroups': 'Target groups',
  'activity-file.field.rcPurposes': 'RC purpose',
  'activity-file.field.strategyGoals': 'Strategy goal',
  'activity-file.field.projectYear': 'Project year',
  'activity-file.field.participants': 'Participants, all groups',
  'activity-file.example.title': 'Honour-related violence: notice and ask',
  'activity-file.example.place': 'Town hall',
  'activity-file.example.organiser': 'Länsstyrelsen Gävleborg',
  'activity-file.example.home': 'Gävleborgs län',
  'activity-file.example.from': 'Gävle kommun',
  'activity-file.example.municipalities': 'Gävle, Sandviken',
  'activity-file.rest': 'Where a row says nothing',
  'activity-file.rest.intro':
    'This holds for rows whose cell is empty, or that have no such column. If you choose nothing, those rows are left out.',
  'activity-file.rest.home': 'The activity counts in',
  'activity-file.rest.organiser': 'Organiser',
  'activity-file.rest.none': 'Nothing: those rows are left out',
  'activity-file.rest.from': 'The participants worked where the activity counts',
  'activity-file.rest.from.hint':
    'Tick only if you know that it was so. Otherwise participants count as “county unknown”.',

  'activity-file.file.title': 'File of activities',
  'activity-file.lead.checked':
    'Nothing has changed yet. The file would add {new} and change {changed}.',
  'activity-file.lead.applied': 'Done. {new} added and {changed} changed.',
  'activity-file.apply.text':
    'All of it is brought in at once, or none, as activities that were held. The check holds until {moment}; then it is deleted.',
  'activity-file.undo.text':
    'Until {moment} you can undo the file. Activities that somebody has changed since then stay.',
  'activity-file.change-said': 'Change what the columns mean',
  'activity-file.undone.removed': 'Activities taken away',
  'activity-file.undone.restored': 'Activities as they were before',
  'activity-file.undone.kept': 'Activities that stay, because somebody has changed them since',
  'activity-file.outcome.new.means': 'Not in Samsyn. Added as held.',
  'activity-file.outcome.changed.means': 'Brought in before, but something differs in the file.',
  'activity-file.outcome.unchanged.means': 'Brought in before, and right.',
  'activity-file.outcome.refused.means': 'Left out until they are corrected.',
  'activity-file.column.activity': 'Activity',
  'activity-file.change.title': 'heading',
  'activity-file.change.form': 'form',
  'activity-file.change.level': 'level',
  'activity-file.change.place': 'room',
  'activity-file.change.hours': 'hours',
  'activity-file.change.organiser': 'organiser',
  'activity-file.change.counties': 'counties',
  'activity-file.change.municipalities': 'municipalities',
  'activity-file.change.targetGroups': 'target groups',
  'activity-file.change.rcPurposes': 'purpose',
  'activity-file.change.strategyGoals': 'strategy goal',
  'activity-file.change.projectYear': 'project year',
  'activity-file.change.counts': 'number of participants',
  'activity-file.imported': 'Brought in by file',

  'activity-file.reason.personal-number':
    'The row has something that looks like a personal identity number. Nothing of it has been kept.',
  'activity-file.reason.title-missing': 'The heading is missing, or shorter than three characters.',
  'activity-file.reason.title-long': 'The heading is longer than 120 characters.',
  'activity-file.reason.type-unknown':
    'The type is not known. Write for example Training, Lecture or Supervision.',
  'activity-file.reason.type-elsewhere':
    'Consultations are counted on a page of their own, and the web course counts itself. They are not brought in here.',
  'activity-file.reason.form-unknown': 'The form is not known. Write on site, digital or hybrid.',
  'activity-file.reason.level-unknown':
    'The level is not known. Write basic, profession or advanced.',
  'activity-file.reason.date-unreadable': 'The date cannot be read. Write it as 2026-03-31.',
  'activity-file.reason.date-ahead': 'The date lies ahead. Plan the activity in Samsyn instead.',
  'activity-file.reason.start-unreadable': 'The start time cannot be read. Write it as 13:00.',
  'activity-file.reason.hours-unreadable':
    'The hours cannot be read. Write them as 2.5, at most 24. Several days are several rows.',
  'activity-file.reason.over-midnight':
    'The activity would end after midnight. Make one row for each day.',
  'activity-file.reason.place-missing':
    'A room or an address is needed, unless all of it was digital.',
  'activity-file.reason.place-long': 'The room is longer than 120 characters.',
  'activity-file.reason.home-missing': 'It is not clear in which county or municipality it counts.',
  'activity-file.reason.home-unknown': 'No county and no municipality is called so.',
  'activity-file.reason.home-ambiguous':
    'Both a county and a municipality are called so. Write for example Gotlands län or Gotlands kommun.',
  'activity-file.reason.home-elsewhere':
    'The activity counts in a county or municipality that is not yours.',
  'activity-file.reason.organiser-missing': 'The organiser is missing.',
  'activity-file.reason.organiser-unknown':
    'No organisation in Samsyn is called so. Write its name as it stands in the register.',
  'activity-file.reason.organiser-ambiguous': 'Several organisations are called so.',
  'activity-file.reason.from-unknown':
    'The participants’ county or municipality is not known. Write for example Gävle kommun.',
  'activity-file.reason.county-unknown': 'A county is not known.',
  'activity-file.reason.municipality-unknown': 'A municipality is not known.',
  'activity-file.reason.group-unknown':
    'A target group is not known. The statistics have nine groups; set them apart with semicolons.',
  'activity-file.reason.purpose-unknown': 'The RC purpose is not 1, 2 or 3.',
  'activity-file.reason.goal-unknown': 'The strategy goal is not 2, 3 or 4.',
  'activity-file.reason.year-unreadable': 'The project year cannot be read. Write it as 2025.',
  'activity-file.reason.count-unreadable':
    'A number cannot be read. Write whole numbers, at most 9999.',
  'activity-file.reason.count-missing':
    'The number of participants is missing. Write 0 if nobody came.',
  'activity-file.reason.counts-differ':
    'The numbers do not fit each other: the parts are more than the whole, or add up to another sum.',
  'activity-file.reason.row-twice': 'The same activity stands further up in the file.',
  'activity-file.reason.there-already':
    'The activity is there already, planned in Samsyn. Correct it there, so that it is not counted twice.',
  'activity-file.reason.changed-by-hand':
    'The activity was brought in before, and has then got participants or been changed in Samsyn. Correct it there.',

  'refusal.activity-file.no-heads':
    'The first row must have the names of the columns, such as Heading, Type and Date.',
  'refusal.activity-file.column-missing':
    'Choose columns for heading, type, form, level, date and hours.',
}
