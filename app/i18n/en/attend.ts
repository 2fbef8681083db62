import type { attend as sv } from '../sv/attend.ts'
import type { Translated } from '../translate.ts'

export const attend: Translated<typeof sv> = {
  'title.attend': 'Sign-up',

  'attend.title': 'Sign up',
  'attend.when': 'When',
  'attend.where': 'Where',
  'attend.digital': 'Online',
  'attend.for': 'For',
  'attend.left': { one: '{shown} place left.', other: '{shown} places left.' },
  'attend.full': {
    one: 'All places are taken, but you can join the waiting list. {shown} is on it now.',
    other: 'All places are taken, but you can join the waiting list. {shown} are on it now.',
  },
  'attend.closes': 'The last day to sign up is {day}.',
  'attend.own': 'You are signed in as {name}.',
  'attend.name': 'Name',
  'attend.email': 'E-mail address',
  'attend.email.hint': 'We send a confirmation and a reminder there.',
  'attend.submit': 'Sign me up',
  'attend.join-line': 'Put me on the waiting list',
  'attend.pending': 'Saving …',
  'attend.kept':
    'Who leads it sees your name and your address. They are removed thirty days afterwards.',
  'attend.sent.title': 'Look in your e-mail',
  'attend.sent':
    'We have sent an e-mail that says whether you have a place or are on the waiting list. It has a link by which you can cancel.',
  'attend.mine': 'Your sign-up',
  'attend.placed': 'You have a place',
  'attend.waiting': 'You are on the waiting list',
  'attend.in-line': {
    one: 'You are first in line. You get an e-mail if you get a place.',
    other: 'You are number {count} in line. You get an e-mail if you get a place.',
  },
  'attend.ended': 'You are not signed up',
  'attend.ended.text': 'The sign-up has ended. The place has gone to the next in line.',
  'attend.calendar': 'Put it in your calendar',
  'attend.cancel.title': 'Can you not come?',
  'attend.cancel': 'Cancel my place',
  'attend.state.closed': 'Sign-up has closed. Ask the organiser whether there is a place.',
  'attend.state.over': 'It is over.',
  'attend.state.cancelled': 'It is cancelled.',
  'refusal.sign-up.closed': 'Sign-up has closed. Ask the organiser whether there is a place.',
  'refusal.sign-up.not-this':
    'The code is of something else. Check that you have written all six digits right.',

  'title.evaluation': 'Evaluation',
  'evaluation.title': 'Two questions about how you feel',
  'evaluation.anonymous':
    'Answers are anonymous. Nobody can see who answered what, not even if you have signed in.',
  'evaluation.before': 'How sure did you feel about these matters before?',
  'evaluation.after': 'How sure do you feel now?',
  'evaluation.level.1': '1. Not sure at all',
  'evaluation.level.2': '2. A little sure',
  'evaluation.level.3': '3. Fairly sure',
  'evaluation.level.4': '4. Sure',
  'evaluation.level.5': '5. Very sure',
  'evaluation.choose': 'Choose an answer.',
  'evaluation.submit': 'Send the answers',
  'evaluation.pending': 'Sending …',
  'evaluation.early': 'You can answer once it has begun. Come back then.',
  'evaluation.closed': 'Answers are no longer taken.',
  'evaluation.answered': 'Thank you, the answer is saved. A phone answers once.',
  'refusal.evaluation.closed': 'Answers are no longer taken.',
}
