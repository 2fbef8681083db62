import type { mails as sv } from '../sv/mails.ts'
import type { Translated } from '../translate.ts'

export const mails: Translated<typeof sv> = {
  'title.mails': 'Mail',
  'mails.title': 'Mail from Samsyn',
  'mails.lead':
    'Samsyn mails you when you get something to do, when it is due soon and when the day has passed. At most one mail a week, never on weekends or holidays.',
  'mails.wish': 'What you want mail about',
  'mails.recommended': 'Mail me about what is recommended',
  'mails.recommended.hint': 'You always get mail about what is mandatory.',
  'mails.recommended.yes': 'Yes',
  'mails.recommended.no': 'No',
  'mails.saved': 'Your choice is saved.',
  'mails.refused': 'Mail does not reach you',
  'mails.refused.text':
    'Your mail server answered that the address does not exist, {moment}. That is why we send no more mail to it. Is the address right? Try again.',
  'mails.try-again': 'Send mail to the address again',
  'mails.tried-again': 'The next mail will be sent to your address.',
  'mails.sent': 'Sent mail',
  'mails.sent.intro': 'The latest mails about what you have to do.',
  'mails.none': 'No mail',
  'mails.none.text': 'Samsyn has not mailed you about anything to do.',
  'mails.things': { one: 'about {count} thing', other: 'about {count} things' },
  'mails.state.waiting': 'On its way',
  'mails.state.sent': 'Sent',
  'mails.state.refused': 'Not accepted',
  'mails.state.dropped': 'Not sent',
  'mails.state.given-up': 'Did not get away',
  'mails.state.doubtful': 'Unclear whether it arrived',

  'unsubscribe.dead':
    'The link is not whole. Copy the whole link from the mail, or sign in and choose there.',
  'unsubscribe.title.wanted': 'No mail about what is recommended',
  'unsubscribe.lead.wanted':
    'Press the button, and we will not mail you about what is recommended.',
  'unsubscribe.submit.wanted': 'Stop mailing me about it',
  'unsubscribe.mandatory': 'You will still get mail about what is mandatory, at most once a week.',
  'unsubscribe.title.unwanted': 'You get no mail about what is recommended',
  'unsubscribe.lead.unwanted':
    'You see what you have to do when you sign in. Changed your mind? Press the button.',
  'unsubscribe.submit.unwanted': 'Mail me again',

  'calendar.module': 'Put the day in your calendar',
  'calendar.entry': 'Training in Samsyn',
  'calendar.entry.note': 'The last day. This is what you have to do: {link}',
}
