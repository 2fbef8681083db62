import type { signUpMail as sv } from '../sv/sign-up-mail.ts'
import type { Translated } from '../translate.ts'

export const signUpMail: Translated<typeof sv> = {
  'sign-up.mail.digital': 'Online',

  'sign-up.mail.placed.subject': 'Sign-up: you have a place',
  'sign-up.mail.placed.body': `You have a place.

{title}
{when}
Place: {place}

Here you see your sign-up, get a calendar file and cancel if you cannot come:

{link}`,

  'sign-up.mail.waiting.subject': 'Sign-up: you are on the waiting list',
  'sign-up.mail.waiting.body': `All places are taken. You are on the waiting list and get an e-mail if you get a place.

{title}
{when}
Place: {place}

Do you not want to stay on it? Leave it here:

{link}`,

  'sign-up.mail.moved-up.subject': 'Sign-up: you have got a place',
  'sign-up.mail.moved-up.body': `You have got a place.

{title}
{when}
Place: {place}

Can you not come? Cancel here, so that somebody else gets the place:

{link}`,

  'sign-up.mail.removed.subject': 'Sign-up: your place is removed',
  'sign-up.mail.removed.body': `The organiser has removed your sign-up.

{title}
{when}

Do you wonder why? Ask the organiser. More about it is here:

{link}`,

  'sign-up.mail.activity-cancelled.subject': 'Sign-up: it is cancelled',
  'sign-up.mail.activity-cancelled.body': `What you signed up for is cancelled.

{title}
{when}

You need not do anything. More is here:

{link}`,

  'sign-up.mail.reminder.subject': 'Reminder: tomorrow',
  'sign-up.mail.reminder.body': `It is tomorrow.

{title}
{when}
Place: {place}

Bring your phone: you check in with a code that is shown in the room. Can you not come? Cancel here:

{link}`,
}
