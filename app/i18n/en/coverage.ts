import type { coverage as sv } from '../sv/coverage.ts'
import type { Translated } from '../translate.ts'

export const coverage: Translated<typeof sv> = {
  'title.region': 'My area',

  'coverage.filter.module': 'Module',
  'coverage.filter.first-module': 'The first module',
  'coverage.filter.as-of': 'As of',
  'coverage.filter.show': 'Show',
  'coverage.no-module': 'no module',
  'coverage.no-module.title': 'No module is published yet',
  'coverage.no-module.text':
    'Once an editor has published a module it can be assigned, and the figures show here.',

  'coverage.sentence.missing': {
    one: '{count} of {required} lacks ‘{module}’.',
    other: '{count} of {required} lack ‘{module}’.',
  },
  'coverage.sentence.all': 'All {required} have completed ‘{module}’.',
  'coverage.sentence.exceeds':
    '{held} have completed ‘{module}’, more than the {required} declared. Check the number.',
  'coverage.sentence.nobody': 'Nobody is declared to need ‘{module}’.',
  'coverage.sentence.unknown': {
    one: 'It is unknown how many are to take ‘{module}’. {count} has completed it.',
    other: 'It is unknown how many are to take ‘{module}’. {count} have completed it.',
  },
  'coverage.sentence.late': { one: '{count} person is late.', other: '{count} people are late.' },

  'coverage.unit.employments': 'employments',
  'coverage.column.coverage': 'Completed',
  'coverage.column.gap': 'Missing',
  'coverage.column.source': 'Source of the number',
  'coverage.column.caveat': 'Bear in mind',
  'coverage.column.unknown-units': 'No number',
  'coverage.unit.units': 'units',
  'coverage.column.uncounted': 'Outside',
  'coverage.column.group': 'Profession group',
  'coverage.groups.title': 'Profession groups',
  'coverage.groups.caption': 'Employments with ‘{module}’ completed out of those required, {day}',
  'coverage.groups.empty': 'No employees are confirmed and no number is declared yet.',

  'coverage.partly': 'partly known',
  'coverage.caveat.none': '–',
  'coverage.caveat.exceeds': 'more have completed than were declared',
  'coverage.caveat.unknown-units': {
    one: '{count} unit has no number',
    other: '{count} units have no number',
  },
  'coverage.caveat.unknown-groups': {
    one: '{count} profession group has no number at all and is not in the sum',
    other: '{count} profession groups have no number at all and are not in the sum',
  },
  'coverage.caveat.uncounted': {
    one: '{count} who has completed is not counted in',
    other: '{count} who have completed are not counted in',
  },
  'coverage.caveat.headcount': 'the number is from {day}',

  'coverage.imported': {
    one: '{count} of them imported',
    other: '{count} of them imported',
  },
  'coverage.imported.left-out': {
    one: '{count} imported is not counted',
    other: '{count} imported are not counted',
  },

  'title.rules': 'Counting rules',
  'coverage.rule.link': 'See and change the counting rules',
  'coverage.rule.title': 'Counting rules',
  'coverage.rule.counts': 'Imported completions count in every figure.',
  'coverage.rule.left-out': 'Imported completions count in no figure.',
  'coverage.rule.since': 'Decided {moment}.',
  'coverage.rule.from-start': 'It has been so from the start. Nobody has decided otherwise.',
  'coverage.rule.change': 'Change',
  'coverage.rule.change.intro':
    'The rule is for the whole country, from today on. Figures of earlier days do not change. How many are imported always stands beside the figure.',
  'coverage.rule.imported': 'Completions before Samsyn or elsewhere, brought in by file',
  'coverage.rule.option.count': 'Imported ones count',
  'coverage.rule.option.leave-out': 'Imported ones do not count',
  'coverage.rule.confirm': 'I know that every figure from today on is worked out anew',
  'coverage.rule.confirm-first': 'Confirm that every figure from today on is worked out anew.',
  'coverage.rule.save': 'Save the rule',
  'coverage.rule.saving': 'Saving …',
  'coverage.rule.saved': 'The rule is saved.',
  'coverage.rule.history': 'Decisions',
  'coverage.rule.history.caption': 'All decisions, the latest first',
  'coverage.rule.history.empty': 'No decision has been made yet.',
  'coverage.rule.column.from': 'From',
  'coverage.rule.column.rule': 'Rule',
  'refusal.coverage.rule-unchanged': 'The rule is so already.',

  'figure.source.own': 'own figure',
  'figure.source.scb': 'Statistics Sweden',
  'figure.source.estimate': 'estimate',
  'figure.source.mixed': 'several sources',
  'figure.source.none': '–',

  'definition.title': 'How the figures are worked out',
  'definition.held': 'Completed',
  'definition.held.text':
    'Employments that the organisation has confirmed and that are valid on the day, where the person has completed the whole module. Somebody with two employments counts twice, just as in staff statistics.',
  'definition.required': 'Out of how many',
  'definition.required.text':
    'The number of employees that the organisation has declared for the unit and everything below it. Where the unit has declared nothing, what the units below it have declared is added up.',
  'definition.unknown': 'Unknown',
  'definition.unknown.text':
    'Nobody has declared a number. Then there is no share, and it is never shown as 0%. A unit is unknown when it has confirmed employees or an assignment but no number.',
  'definition.uncounted': 'Not counted in',
  'definition.uncounted.text':
    'Employments with the module completed in a unit that no number covers. They are among those who have completed, but not in the share.',
  'definition.imported': 'Imported',
  'definition.imported.counts':
    'Completions before Samsyn or elsewhere that the employer has brought in. They count on this day. How many the figure rests on stands beside it.',
  'definition.imported.left-out':
    'Completions before Samsyn or elsewhere that the employer has brought in. They do not count on this day. How many are left out stands beside the figure. In the list of people they stand as done.',
  'definition.sum': 'Sums',
  'definition.sum.text':
    'The sum is of the profession groups that are known. Areas do not always add up: a number declared in one county may cover units in another, which shows only in the nation.',
  'definition.as-of': 'Day',
  'definition.as-of.text': 'As at the end of {day}, Swedish time.',
  'definition.persons': 'Persons',
  'definition.persons.text':
    'Everybody who has completed the module, also those not confirmed, students and elected representatives. A person counts once in each area where they belonged on the day they completed it. Somebody who belonged nowhere on that day counts in the nation alone; imported completions may be such. Somebody with two accounts that have not been merged counts once for each. Persons are not the same as employments.',
  'definition.taken-on': 'Taken out on',

  'region.title': 'My area',
  'region.catchment': 'The municipalities of the catchment area',
  'region.remedy':
    'No organisation in the area has declared how many they are. Ask them to, and the share can be worked out.',
  'region.municipalities': 'Municipalities',
  'region.municipalities.caption':
    'Employments with ‘{module}’ completed out of those required, in units in the municipality, {day}',
  'region.placeless': 'Units without a municipality',
  'region.ranked': 'Greatest need first',
  'region.ranked.intro': {
    one: '{count} organisation has declared how many they are.',
    other:
      '{count} organisations have declared how many they are. Those with most people missing come first.',
  },
  'region.ranked.caption': 'Organisations by how many lack ‘{module}’, {day}',
  'region.unknown': 'Unknown ({count})',
  'region.unknown.intro':
    'These organisations have not declared how many they are. Ask them to, and the need can be seen.',
  'region.unknown.caption':
    'Organisations without a declared number, and how many have completed ‘{module}’ all the same, {day}',
  'region.column.planned': 'Planned',
  'region.due': 'due {day}',
  'region.not-planned': 'not assigned',
  'region.none': 'There is nothing to show here.',
  'region.white-spots': 'White spots ({count})',
  'region.white-spots.intro': {
    one: 'In {shown} of {all} organisations nobody who works there has completed a module or taken part in an activity for a year.',
    other:
      'In {shown} of {all} organisations nobody who works there has completed a module or taken part in an activity for a year.',
  },
  'region.white-spots.caption':
    'Organisations without a completed module or participation in an activity in the last 365 days, {day}',
  'region.white-spots.none':
    'In all {all} organisations somebody has completed a module or taken part in an activity in the last year.',
  'region.column.last': 'Latest',
  'region.never': 'never',
  'region.assignments.all': {
    one: 'See the assignment under way',
    other: 'See all {count} assignments under way',
  },
  'region.all': 'See all organisations',

  'title.overview': 'All modules',
  'overview.link': 'All modules',
  'overview.title': 'All modules',
  'overview.lead':
    'All that is assigned or recommended here, with how many in each profession group have taken it.',
  'overview.caption': 'Employments that have taken it, of those that should: {unit}, {day}',
  'overview.thing': 'Module or track',
  'overview.track': { one: 'Track, {count} module', other: 'Track, {count} modules' },
  'overview.course': { one: 'Course, {count} module', other: 'Course, {count} modules' },
  'overview.kind.module': 'Module',
  'overview.kind.track': 'Track',
  'overview.kind.course': 'Course',
  'overview.mandatory': 'mandatory',
  'overview.all-groups': 'All profession groups',
  'overview.nobody': '–',
  'overview.who': '{figure}: show those in {group}',
  'overview.empty': 'Nothing is assigned here yet',
  'overview.empty.text': 'Once a module or a track is assigned it is shown here.',
  'overview.below': 'Units below',
  'overview.below.intro': 'Open a unit to see it and all below it.',
  'overview.export': 'Download the table as CSV',
}
