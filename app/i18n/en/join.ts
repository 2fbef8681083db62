import type { join as sv } from '../sv/join.ts'
import type { Translated } from '../translate.ts'

export const join: Translated<typeof sv> = {
  'title.join': 'Join',

  'join.title': 'Join a workplace',
  'join.lead': 'Write the code that your manager gave you.',
  'join.code': 'Code',
  'join.code.hint': 'Eight characters. Capitals and small letters are the same.',
  'join.code-form': 'The code has eight characters, such as K7QT-M4XD. See that all are there.',
  'join.have-code': 'Did your manager give you a code?',
  'join.have-code.link': 'Join by the code',
  'join.go-on': 'Go on',
  'join.going-on': 'Looking …',
  'join.as': 'You join as: {kind}.',
  'join.needs-confirmation': 'Your manager then confirms that you belong there.',
  'join.needs-none': 'You count as soon as your e-mail address is confirmed.',
  'join.signed-in': 'You are signed in as {name}.',
  'join.submit': 'Join',
  'join.pending': 'Joining …',
  'join.sign-in': 'Do you have an account? Sign in first',
  'join.sign-up': 'Create an account and join',
  'join.another': 'Write another code',
  'join.done': 'You have joined {unit}',
  'join.done.as': 'Profession group: {group}.',
  'join.done.confirmed': 'You are confirmed. There is nothing more to do.',
  'join.done.waits':
    'Your manager confirms that you belong there. You can begin at once; what you do is saved already.',
  'join.done.home': 'To your modules',
  'join.done.profile': 'See your workplaces',
  'join.closed.full': 'The code is full',
  'join.closed.expired': 'The code has expired',
  'join.closed.revoked': 'The code no longer counts',
  'join.closed.text':
    'Ask whoever gave you the code for a new one. You can also create an account and choose the workplace yourself.',
  'refusal.join.code-unknown':
    'There is no such code. See that you have written every character right, or ask for a new one.',
  'refusal.join.full':
    'The code is full, so you have not joined. Ask whoever gave you the code for a new one.',
  'refusal.join.expired':
    'The code has expired, so you have not joined. Ask whoever gave you the code for a new one.',
  'refusal.join.revoked':
    'The code no longer counts, so you have not joined. Ask whoever gave you the code for a new one.',
}
