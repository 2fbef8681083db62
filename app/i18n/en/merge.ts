import type { merge as sv } from '../sv/merge.ts'
import type { Translated } from '../translate.ts'

export const merge: Translated<typeof sv> = {
  'merge.title': 'Merge your accounts',
  'merge.lead':
    'Have you got two accounts, as with two employers? Merge them, and all that you have done is in one place.',
  'merge.likely': 'There is another account with your name',
  'merge.likely.text': 'It has the same name and workplace as you: {addresses}. Is it yours?',
  'merge.prove.text':
    'The account that you are signed in to stays. Show that the other is yours, too, in one of two ways.',
  'merge.link.title': 'By a link in your mail',
  'merge.link.text':
    'We send a link to the other account’s address. Open it in this same browser, while you are signed in.',
  'merge.link.submit': 'Send the link',
  'merge.link.busy': 'Sending …',
  'merge.sent.title': 'Look in your mail',
  'merge.sent.lead':
    'If there is an account with that address, we have sent a link to it. Open it in this browser within a quarter of an hour, while you are signed in.',
  'merge.sent.not-there':
    'Nothing comes? Look among the junk mail, and see that the address is right and has been confirmed. You can also show the account by its password.',
  'merge.sent.back': 'Back',
  'merge.dead':
    'The link has been used, is too old, or was not opened where you asked for it. Open it in the same browser, while you are signed in, or ask for a new one.',
  'merge.ask-again': 'Ask for a new link',
  'merge.password.title': 'By the password',
  'merge.email': 'E-mail address of the other account',
  'merge.password': 'Password of the other account',
  'merge.password.hint': 'Do you have none? Use a link instead.',
  'merge.prove': 'Show what will be merged',
  'merge.prove.busy': 'Checking …',
  'merge.what': 'This goes from {email} ({name}) to the account that you are signed in to ({own}):',
  'merge.kind.workplaces': 'Workplaces',
  'merge.kind.completions': 'Completed modules',
  'merge.kind.certificates': 'Certificates',
  'merge.kind.participations': 'Sessions',
  'merge.kind.roles': 'Roles',
  'merge.final': 'It cannot be undone',
  'merge.final.text':
    'The account {email} is closed, and nobody can sign in to it any more. What you have done in both counts once. Nothing that you have done is lost.',
  'merge.submit': 'Merge the accounts',
  'merge.busy': 'Merging …',
  'merge.done': 'The accounts are merged.',
  'refusal.merge.not-proven':
    'The address and the password do not belong together, or the address is not confirmed. Try again.',
  'refusal.merge.same-account':
    'That is the account you are signed in to. Write the address of the other one.',
  'refusal.merge.proof-old': 'It took too long. Write the address and the password once more.',
}
