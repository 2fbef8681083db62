import type { ui as sv } from '../sv/ui.ts'
import type { Translated } from '../translate.ts'

export const ui: Translated<typeof sv> = {
  'ui.leave': 'Leave this site quickly',
  'ui.leave.keys': 'or press Esc three times',
  'ui.strip': 'Shortcuts',
  'ui.skip': 'Skip to the content',
  'ui.menu': 'Menu',
  'ui.nav': 'Main menu',
  'ui.account': 'Account:',
  'ui.breadcrumbs': 'You are here',
  'ui.pending.loading': 'Loading the page …',
  'ui.pending.saving': 'Saving …',
  'ui.toast.close': 'Close',

  'ui.tone.ok': 'Done',
  'ui.tone.warn': 'Note',
  'ui.tone.bad': 'Error',
  'ui.tone.info': 'Good to know',

  'ui.form.optional': '(optional)',
  'ui.form.choose': 'Choose …',
  'ui.form.failed': 'The form could not be sent',
  'ui.form.failed.fields': {
    one: 'Correct the marked answer and send again. What you have written is still here.',
    other:
      'Correct the {count} marked answers and send again. What you have written is still here.',
  },
  'ui.password.show': 'Show',
  'ui.password.show.label': 'Show the password',
  'ui.password.hide': 'Hide',
  'ui.password.hide.label': 'Hide the password',
  'ui.file.choose': 'Choose a file',
  'ui.file.drop': 'or drag it here',
  'ui.person-search.title': 'Find a person',
  'ui.person-search.label': 'Name or e-mail address',
  'ui.person-search.button': 'Search',
  'ui.progress.said': '{label}: {share} per cent done',
  'ui.progress.look-again': 'See how far it has come',

  'form.day': 'Choose a day that exists in the calendar.',
  'form.required': 'Fill in this answer.',
  'form.invalid': 'Check this answer. It cannot be taken as it stands.',
  'form.email': 'Write an e-mail address, for example name@kommun.se.',
  'form.number': 'Write a number in digits.',
  'form.too-short': 'Write at least {count} characters.',
  'form.too-long': 'Write at most {count} characters.',
  'form.at-least': 'The number must be {count} or more.',
  'form.at-most': 'The number must be {count} or less.',
  'form.failed':
    'Something went wrong on our side. Nothing is saved, but what you have written is still here. Try again.',
  'form.offline':
    'You seem to be offline. Nothing was sent, but what you have written is still here. Send again when you are online.',

  'ui.unsent.title': 'What you have written is not saved',
  'ui.unsent.text': 'If you leave the page now, what you have written in the form is lost.',
  'ui.unsent.stay': 'Stay here',
  'ui.unsent.leave': 'Leave without saving',

  'ui.list.sort': 'Sort by',
  'ui.list.sort.usual': 'the usual order',
  'ui.list.show': 'Show',
  'ui.list.shown': 'Showing {first}–{last} of {count}',
  'ui.list.export': 'Download all that the list shows ({count}) as CSV',
  'ui.pages': 'Pages',
  'ui.pages.previous': 'Previous',
  'ui.pages.next': 'Next',
  'ui.pages.page': 'Page {page}',
  'ui.table.empty': 'There is nothing to show yet.',

  'ui.figure.of': '{held} of {required} ({share})',
  'ui.figure.unknown': 'unknown',
  'ui.figure.unknown.held': { one: '{count} has finished', other: '{count} have finished' },
  'ui.figure.unknown.remedy': 'State how many should finish, and the share can be worked out.',
  'ui.figure.hidden': 'hidden',
  'ui.figure.hidden.why': 'The group is so small that the figure could point someone out.',
  'ui.figure.nobody': 'nobody is concerned',

  'ui.map.scale': 'Share who have finished',
  'ui.map.step': '{from}–{to}%',

  'ui.timeout.title': 'You will soon be signed out',
  'ui.timeout.left': {
    one: 'You will be signed out in {count} minute. Nothing you have written is lost.',
    other: 'You will be signed out in {count} minutes. Nothing you have written is lost.',
  },
  'ui.timeout.extend': 'Stay signed in',
  'ui.timeout.extending': 'Extending …',
  'ui.timeout.failed': 'That did not work. Check your connection and try again.',
  'ui.timeout.ended': 'You have been signed out',
  'ui.timeout.ended.text':
    'Sign in in a new tab, then go on here. What you have written is still here.',
  'ui.timeout.sign-in': 'Sign in in a new tab',
}
