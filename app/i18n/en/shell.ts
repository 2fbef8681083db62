import type { shell as sv } from '../sv/shell.ts'
import type { Translated } from '../translate.ts'

export const shell: Translated<typeof sv> = {
  'nav.home': 'My modules',
  'nav.courses': 'Courses',
  'nav.organisations': 'Organisations',
  'nav.colleagues': 'Find a person',
  'nav.region': 'My region',
  'nav.register': 'Register',
  'nav.activities': 'Activities',
  'nav.assignments': 'Assignments',
  'nav.nation': 'National view',
  'nav.catalogue': 'Catalogue',
  'nav.people': 'People',
  'nav.attempts': 'Attempts',
  'nav.keys': 'Keys',
  'nav.certificates': 'Certificates',
  'nav.audit': 'Events',
  'nav.profile': 'My profile',
  'nav.sign-in': 'Sign in',
  'nav.sign-up': 'Create an account',
  'nav.sign-out': 'Sign out',
  'nav.search': 'Search',
  'nav.library': 'Library',
  'nav.help': 'Where to get help',
  'nav.report': 'Report a fault on this page',
  'nav.accessibility': 'Accessibility',
  'nav.privacy': 'Personal data',
  'toast.done': 'Done.',
  'nav.mailbox': "The demo's mailbox",
  'shell.demo': 'This is a demo. All people and figures are invented.',
  'shell.emergency': 'In an emergency, call',
  'shell.language.other': 'Svenska',
  'title.error': 'Error',
  'error.title.403': 'You cannot open this page',
  'error.title.404': 'There is no such page',
  'error.title.other': 'Something went wrong on our side',
  'error.title.refused': 'That did not work',
  'error.unexpected':
    'What you have saved is still there. Try again in a while. If that does not help, report the fault at the bottom of the page.',
  'error.home': 'To the start page',
  'refusal.not-found': 'The address may be misspelt, or the page has been removed.',
  'refusal.forbidden':
    'The page belongs to someone else or needs another role. Ask whoever is responsible for Samsyn at your workplace if you need it.',
  'refusal.session.expired':
    'You have been signed out because a long time has passed. Sign in in a new tab, then send the form again. What you have written is still here.',
  'refusal.rate.limited': {
    one: 'Too many attempts. Wait {count} minute and try again.',
    other: 'Too many attempts. Wait {count} minutes and try again.',
  },
  'refusal.origin.foreign':
    'The form was not sent from Samsyn, so nothing has changed. Open the page again and retry.',
  'host.headers':
    'Your browser sent too much at once. Reload the page and sign in again. What you have saved is still there.',
  'host.content':
    'This page belongs to a course and shows in Samsyn only. Open the course from Samsyn: {origin}.',
  'host.unknown': 'This address does not belong to Samsyn. Go to {origin}.',
}
