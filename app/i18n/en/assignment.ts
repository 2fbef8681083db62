import type { assignment as sv } from '../sv/assignment.ts'
import type { Translated } from '../translate.ts'

export const assignment: Translated<typeof sv> = {
  'title.assignments': 'Assignments',
  'title.assignment': 'Assignment',
  'title.assign': 'Assign',

  'assignment.title': 'Assignments',
  'assignment.lead':
    'What is to be done and by when. Whoever works with you sees it on their start page.',
  'assignment.own.lead': {
    one: '{count} assignment under way that you can change.',
    other: '{count} assignments under way that you can change.',
  },
  'assignment.under-way': 'Assignments under way',
  'assignment.manage': 'See and change the assignments',
  'assignment.caption': 'Assignments, the first due on top, {day}',
  'assignment.column.target': 'What',
  'assignment.column.audience': 'For whom',
  'assignment.column.due': 'Due',
  'assignment.column.assigned': 'Assigned by',
  'assignment.column.message': 'Message',
  'assignment.column.action': 'Change',
  'assignment.column.unit': 'Unit',
  'assignment.column.organisation': 'Organisation',
  'assignment.column.people': 'People',
  'assignment.column.holders': 'Already done',
  'assignment.all-groups': 'all profession groups',
  'assignment.only-new': 'new employees only',
  'assignment.by-name': { one: '{count} person by name', other: '{count} people by name' },
  'assignment.recommended': 'Recommended',
  'assignment.past-due': 'The time is up',
  'assignment.no-message': 'none',
  'assignment.change': 'Change',
  'assignment.not-yours': 'Changed by those who assigned it',
  'assignment.empty':
    'Nothing is assigned. Assign a track with a day by which it is to be done, so that everybody knows what applies.',

  'assignment.caption.list': 'Assignments under way, {day}',
  'assignment.search': 'Search assignment or place',
  'assignment.bound.mandatory': 'Mandatory',
  'assignment.bound.both': 'Mandatory or recommended',
  'assignment.group': 'Profession group',
  'assignment.every-group': 'All profession groups',
  'assignment.empty.found': 'No assignment under way matches your search. Change the search.',
  'assignments.csv.yes': 'yes',
  'assignments.csv.no': 'no',
  'assignments.csv.kind.module': 'module',
  'assignments.csv.kind.track': 'track',
  'assignments.csv.kind.course': 'course',

  'assignment.target.course': '{title}: the basics of the course',
  'assignment.target.track': '{title}: the whole track',
  'assignment.place.nation': 'the whole country',
  'assignment.place.county': '{name}',
  'assignment.place.municipality': '{name}',
  'assignment.place.catchment': '{name}: the whole catchment',
  'assignment.place.organisation': '{name}',
  'assignment.place.unit': '{name} and what lies below',
  'assignment.place.whole-organisation': '{name}: the whole organisation',
  'assignment.due.days': {
    one: '{count} day from the start',
    other: '{count} days from the start',
  },
  'assignment.due.both': {
    one: '{day}, but whoever begins later gets {count} day',
    other: '{day}, but whoever begins later gets {count} days',
  },
  'assignment.due.none': 'no set day',
  'assignment.repeat.every': {
    one: 'again every month',
    other: 'again every {count} months',
  },

  'assignment.new': 'Assign',
  'assignment.new.lead':
    'Choose what, for whom and by when. Before anything is saved you see how many it is about.',
  'assignment.target': 'What is to be done?',
  'assignment.target.hint':
    'A track follows the course: a module that is added to the track becomes part of the assignment.',
  'assignment.choose-target': 'Choose what is to be done.',
  'assignment.places': 'Where do they work?',
  'assignment.places.hint':
    'Every workplace there is included: the municipality’s, the region’s and private ones.',
  'assignment.places.unit-hint': 'What lies below a unit is included.',
  'assignment.choose-place': 'Choose at least one place.',
  'assignment.groups': 'Profession groups',
  'assignment.groups.hint': 'Tick none if the assignment is for all.',
  'assignment.only-new.label': 'New employees only',
  'assignment.only-new.hint':
    'Those who begin with the employer today or later. Whoever moves to another unit of the same employer is not new.',
  'assignment.named': 'These people only',
  'assignment.named.hint': 'The assignment holds as long as they work at the place.',
  'assignment.mandatory': 'Must it be done?',
  'assignment.mandatory.yes': 'Yes, it is mandatory',
  'assignment.mandatory.no': 'No, it is recommended',
  'assignment.mandatory.no.hint': 'It stands apart on the start page and is never late.',
  'assignment.due': 'Due by',
  'assignment.due-days': 'Days from the start',
  'assignment.due-days.hint':
    'Counted from the first day at the workplace, or from today for those who work there already. With both a day and a number, the later one counts.',
  'assignment.days': 'days',
  'assignment.day-needed': 'Give a day, or a number of days from the start.',
  'assignment.repeat': 'Again after',
  'assignment.repeat.hint':
    'Leave empty if it is done once. Whoever has a certificate needs only the refresher, and gets it 60 days before the certificate ends.',
  'assignment.months': 'months',
  'assignment.check': 'See whom it is about',
  'assignment.checking': 'Counting …',

  'assignment.check.title': 'Is this right?',
  'assignment.chosen': 'This is assigned',
  'assignment.back': 'Change',
  'assignment.preview': 'Whom it is about today',
  'assignment.preview.people': { one: '{count} person', other: '{count} people' },
  'assignment.preview.where': 'in {units} of {organisations}.',
  'assignment.preview.units': { one: '{count} unit', other: '{count} units' },
  'assignment.preview.organisations': {
    one: '{count} organisation',
    other: '{count} organisations',
  },
  'assignment.preview.holders': {
    one: '{count} of them has done it all already.',
    other: '{count} of them have done it all already.',
  },
  'assignment.preview.unconfirmed': {
    one: '{count} has stated the workplace and is not confirmed yet.',
    other: '{count} have stated the workplace and are not confirmed yet.',
  },
  'assignment.preview.live':
    'Whoever begins there gets the assignment, and whoever leaves no longer has it.',
  'assignment.preview.nobody': 'Nobody is registered there today',
  'assignment.preview.caption': 'People per unit, the most on top',
  'assignment.preview.more': 'The {shown} largest of {all} units are shown.',
  'assignment.message': 'Message',
  'assignment.message.hint': 'For example why it matters to you. Do not write about individuals.',
  'assignment.assign': 'Assign',
  'assignment.assigning': 'Assigning …',
  'assignment.created': 'The assignment is made.',

  'assignment.move': 'Change the day',
  'assignment.move.save': 'Save the day',
  'assignment.moving': 'Saving …',
  'assignment.moved': 'The day is changed.',
  'assignment.moved-from': 'Was {due} until {day}.',
  'assignment.withdraw.title': 'Take the assignment back',
  'assignment.withdraw.text': 'Nobody needs to do it any more. What is done already stays.',
  'assignment.withdraw': 'Take back',
  'assignment.withdrawing': 'Taking back …',
  'assignment.withdrawn': 'The assignment is taken back. What is done already stays.',

  'refusal.assignment.module-closed': 'It cannot be taken just now. Choose something else.',
  'refusal.assignment.day-missing': 'Give a day, or a number of days from the start.',
  'refusal.assignment.day-passed': 'The day has passed. Choose today or a later day.',
  'refusal.assignment.number-outside': 'Give a whole number between 1 and {longest}.',
  'refusal.assignment.window-too-long':
    'The time for renewing is as long as the time between. Choose a shorter one.',
  'refusal.assignment.person-elsewhere':
    'Somebody among these people does not work in the organisation. Choose them again.',
  'refusal.assignment.exists':
    'It is assigned to the same people already. Change the day of that assignment instead.',

  'assignment.followed': 'Changes that the assignment follows',
  'assignment.followed.intro':
    'The assignment goes along when a unit becomes another. Questions about an earlier day get the units of that day.',
  'assignment.followed.merged': 'From {day} it is for {other}, which {name} goes into.',
  'assignment.followed.split': 'From {day} it is for {other}, a part of what was {name}.',
  'assignment.followed.moved':
    'From {day} {name} belongs to {other}, and the assignment goes along.',
}
