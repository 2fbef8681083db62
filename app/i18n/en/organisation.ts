import type { organisation as sv } from '../sv/organisation.ts'
import type { Translated } from '../translate.ts'

export const organisation: Translated<typeof sv> = {
  'title.organisations': 'Organisations',
  'title.organisation': 'Organisation',
  'title.staff': 'Staff',
  'title.headcounts': 'Number of employees',
  'title.claims': 'Confirm staff',

  'organisations.title': 'Organisations',
  'organisations.lead': {
    one: '{shown} organisation. Open it to see units and profession groups.',
    other: '{shown} organisations. Open one to see units and profession groups.',
  },
  'organisations.caption': 'Employments with ‘{module}’ completed out of those required, {day}',
  'organisations.search': 'Name of the organisation',
  'organisations.column.name': 'Organisation',
  'organisations.column.kind': 'Kind',
  'organisations.column.municipality': 'Municipality',
  'organisations.no-municipality': 'no municipality of its own',
  'organisations.empty': 'No organisation here',
  'organisations.empty.search': 'No name holds what you searched for. Search for part of the name.',
  'organisations.empty.text':
    'There is no organisation in the area of your role. Ask the person responsible for Samsyn to add it.',

  'organisation.kind.municipality': 'Municipality',
  'organisation.kind.region': 'Region',
  'organisation.kind.state-agency': 'State agency',
  'organisation.kind.county-board': 'County administrative board',
  'organisation.kind.resource-centre': 'Resource centre',
  'organisation.kind.private-provider': 'Private provider',
  'organisation.kind.civil-society': 'Civil society',
  'organisation.kind.university': 'University',

  'organisation.units': 'Units',
  'organisation.units.caption':
    'Employments with ‘{module}’ completed out of those required, per unit with everything below it, {day}',
  'organisation.column.unit': 'Unit',
  'organisation.level': '(level {level})',
  'organisation.covered-above': 'counted in a unit above',
  'organisation.link.people': 'Staff',
  'organisation.link.claims': 'Confirm staff',
  'organisation.link.completions': 'Earlier completions',
  'organisation.link.headcounts': 'Number of employees',
  'organisation.remedy.declare': 'Say how many you are, and the share can be worked out.',
  'organisation.remedy.ask':
    'Ask the manager of the organisation to say how many they are. Then the share can be worked out.',

  'staff.title': 'Staff',
  'staff.lead':
    '‘{module}’: {late} are late, {due} have time left, {free} have no assignment and {done} are done.',
  'staff.filter.all': 'Everybody',
  'staff.caption':
    'Where people stand with ‘{module}’ today, {day}. Those who are late come first.',
  'staff.column.name': 'Name',
  'staff.column.standing': 'State',
  'staff.column.workplace': 'Workplace and profession group',
  'staff.column.due': 'Due',
  'staff.column.completed': 'Completed',
  'staff.no-day': 'no day set',
  'staff.not-yet': 'not yet',
  'staff.empty': 'Nobody to show',
  'staff.empty.filter': 'Nobody is in that state right now. Choose another state above.',
  'staff.empty.text':
    'Here are the people who have said that they work with you and whom you have confirmed. Begin by confirming those who wait.',
  'staff.definition':
    'The list counts persons whom you have confirmed. Coverage on the organisation’s page counts employments.',
  'standing.late': 'Late',
  'standing.due': 'Has time left',
  'standing.free': 'No assignment',
  'standing.done': 'Done',

  'claims.title': 'Confirm staff',
  'claims.lead': {
    one: '{count} person has said that they work with you. Once confirmed, the person counts in your coverage.',
    other:
      '{count} people have said that they work with you. Those you confirm count in your coverage.',
  },
  'claims.caption': 'Waiting for an answer, whoever began first on top. At most 200 are shown.',
  'claims.column.kind': 'Belongs as',
  'claims.since': '{kind} since {day}',
  'claims.column.decide': 'Answer',
  'claims.confirm': 'Confirm',
  'claims.confirm.label': 'Confirm {name}',
  'claims.decline': 'Decline',
  'claims.decline.label': 'Decline {name}',
  'claims.confirmed': 'The person is confirmed.',
  'claims.declined': 'The person is declined.',
  'claims.number': 'Employer number',
  'claims.number.label': 'Employer number of {name}',
  'claims.number.intro':
    'The employer number is optional. By it the person can be recognised in files of earlier completions. Write no personal identity number.',
  'refusal.affiliation.number-taken':
    'Another person with you already has that number. Correct it, or leave the box empty.',
  'refusal.affiliation.number-too-long': 'The number may have at most 40 characters.',
  'refusal.affiliation.number-personal':
    'This looks like a personal identity number or coordination number. Write your own number for the person.',
  'claims.failed': 'Nothing has changed. Reload the page and try again.',
  'claims.empty': 'Nobody waits for an answer',
  'claims.empty.text':
    'When somebody says that they work with you, the question comes here. Ask your staff to create an account and choose their unit.',

  'headcount.title': 'Number of employees',
  'headcount.lead':
    'Say how many you are in each profession group. Coverage is worked out against this number.',
  'headcount.newest': 'Declared most recently',
  'headcount.caption': 'Employments per unit and profession group, as declared by {day}',
  'headcount.caption.nothing': 'No headcount has been given yet. Choose a unit and fill it in.',
  'headcount.none': '–',
  'headcount.change': 'Change {unit}',
  'headcount.declare': 'Declare numbers for {unit}',
  'headcount.declare.intro':
    'Count the unit and everything below it. Leave a box empty if you do not know, write 0 if you have nobody. What you have declared before is kept in the history.',
  'headcount.as-of': 'The number is as of',
  'headcount.as-of.hint': 'The day you counted, today or earlier.',
  'headcount.source': 'Where does the number come from?',
  'headcount.source.own': 'Our own figure, for example from the staff system',
  'headcount.source.scb': 'Statistics Sweden',
  'headcount.source.estimate': 'An estimate',
  'headcount.save': 'Save the numbers',
  'headcount.saving': 'Saving …',
  'headcount.saved': 'The numbers are saved.',
  'headcount.not-a-number': 'Write a whole number in digits, or leave the box empty.',
  'refusal.headcount.day-ahead': 'That day has not come yet. Choose today or an earlier day.',
  'refusal.headcount.nothing': 'No number is filled in. Fill in at least one profession group.',

  'refusal.organisation.municipality-missing': 'Say which municipality it is.',
  'refusal.organisation.municipality-elsewhere': 'The municipality is not in the county.',
  'refusal.organisation.catchment-not-centre': 'Only a resource centre has a catchment area.',
}
