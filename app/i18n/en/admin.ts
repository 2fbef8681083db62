import type { admin as sv } from '../sv/admin.ts'
import type { Translated } from '../translate.ts'

export const admin: Translated<typeof sv> = {
  'title.people': 'People',
  'title.audit': 'Events',
  'title.mailbox': 'Mailbox',

  'people.title': 'People',
  'people.lead': 'Find a person to give or end a role.',
  'people.query': 'Name or e-mail address',
  'people.query.hint': 'The beginning of the given or family name, or the whole address.',
  'people.query-too-short': 'Write at least two characters.',
  'people.search': 'Search',
  'people.searching': 'Searching …',
  'people.found': {
    one: '{count} person. At most 50 are shown.',
    other: '{count} people. At most 50 are shown.',
  },
  'people.none': 'Nobody found',
  'people.none.text':
    'Check the spelling. An address must be written in full. The person needs to have created an account first.',
  'people.name': 'Name',
  'people.account': 'Account',
  'people.confirmed': 'Address confirmed',
  'people.unconfirmed': 'Address not confirmed',

  'person-roles.lead': 'What the person may do besides taking courses.',
  'person-roles.trail': 'Events',
  'person-roles.trail.link': 'Show events that concern the person',
  'person-roles.roles': 'Roles',
  'person-roles.caption': 'Roles that count and that have counted',
  'person-roles.none': 'The person has no roles besides taking courses.',

  'role.role': 'Role',
  'role.scope': 'Counts for',
  'role.from': 'From',
  'role.state': 'State',
  'role.change': 'Change',
  'role.current': 'Counts',
  'role.not-yet': 'Does not count yet',
  'role.ended-on': 'Ended {day}',
  'role.add': 'Give a role',
  'role.add.intro': 'The role counts from today. The person notices on the next page.',
  'role.grant': 'Give the role {role}',
  'role.granting': 'Giving the role …',
  'role.granted': 'The role is given.',
  'role.end': 'End the role',
  'role.end.lead':
    'The person loses what the role gives at once. The account and the courses are still there.',
  'role.ending': 'Ending …',
  'role.ended': 'The role is ended.',
  'role.manager.may':
    'Sees who in the organisation is missing something, confirms workplaces, declares the number of employees and assigns modules.',
  'role.delegate.may': 'Brings people in by file for an organisation, until a certain day.',
  'role.trainer.may':
    'Sees the figures of the region’s organisations, never names, and assigns modules.',
  'role.coordinator.may': 'Sees and downloads figures for the whole country.',
  'role.analyst.may': 'Sees and downloads figures for the whole country.',
  'role.editor.may': 'Adds courses and modules and publishes them.',
  'role.administrator.may': 'Gives and ends roles and reads the event log.',
  'refusal.role.scope-not-allowed': 'That role cannot count for that choice. Choose from the list.',
  'refusal.role.scope-unknown':
    'What the role was to count for does not exist. Choose from the list.',
  'refusal.role.has-already': 'The person already has that role. Nothing has changed.',
  'refusal.role.last-administrator':
    'This is the last administrator, so the role cannot be ended. Give somebody else the role first.',

  'audit.title': 'Events',
  'audit.lead': 'Who did what, when. Ids and words only, no names.',
  'audit.caption': {
    one: '{count} event, the newest first',
    other: '{count} events, the newest first',
  },
  'audit.about': 'Showing only what concerns',
  'audit.all': 'Show all events',
  'audit.about.link': 'Show what concerns {id}',
  'audit.at': 'When',
  'audit.action': 'Event',
  'audit.actor': 'Who',
  'audit.system': 'Samsyn itself',
  'audit.service': 'Another system, by key',
  'audit.subject': 'What',
  'audit.organisation': 'Organisation',
  'audit.detail': 'Details',

  'mailbox.title': 'Mailbox',
  'mailbox.lead': 'E-mail ends up here instead of being sent. The newest stands first.',
  'mailbox.none': 'No e-mail yet',
  'mailbox.none.text':
    'Create an account or ask for a new password, and the e-mail comes here within seconds. Reload the page to see it.',
  'mailbox.to': 'To {to}, {at}',
}
