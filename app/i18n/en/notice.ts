import type { notice as sv } from '../sv/notice.ts'
import type { Translated } from '../translate.ts'

export const notice: Translated<typeof sv> = {
  'notice.greeting': 'Hello,',
  'notice.footer': `This message cannot be replied to. If you have questions, write to {support}.

Kind regards
Samsyn`,

  'notice.confirm-email.subject': 'Confirm your e-mail address',
  'notice.confirm-email.body': `You have created an account in Samsyn. Confirm that the address is yours, and you can sign in.

What to do:
1. Open the link below.
2. Press ”Confirm the address”.
3. Sign in with the address and the password that you chose.

{link}

The link works once, within seven days. Is it too old? Sign in, and we will send a new one.

Did you not create an account? Then there is nothing you need to do.`,

  'notice.already-registered.subject': 'Account: you already have one',
  'notice.already-registered.body': `Someone has tried to create an account in Samsyn with your address. You already have an account, so nothing has changed.

Was it you? Sign in here:

{signIn}

Have you forgotten the password, or never confirmed the address? Choose a new password here:

{forgotPassword}

Was it not you? Then there is nothing you need to do.`,

  'notice.invitation.subject': 'Account: yours to claim',
  'notice.invitation.body': `Your employer has made an account for you in Samsyn, where you take courses and get certificates.

What to do:
1. Open the link below.
2. Choose a password.
3. Sign in with this address.

{link}

The link works once, within fourteen days. Too old? Ask for a new password on the sign-in page.`,

  'notice.unit-invitation.subject': 'Invitation to Samsyn',
  'notice.unit-invitation.body': `You are invited to {where} in Samsyn, where you take courses and fetch certificates.

How to go on:
1. Open the link below.
2. See that the workplace is right.
3. Join, with your account or a new one.

{link}

The link works once, within fourteen days. Do you not know the workplace? Then you can leave this letter aside.`,

  'notice.reset-password.subject': 'Account: new link',
  'notice.reset-password.body': `Someone has asked to choose a new password for your account in Samsyn.

What to do:
1. Open the link below.
2. Write a new password.
3. Sign in with it.

{link}

The link works once, within an hour. When you have chosen a new password you are signed out everywhere.

Was it not you? Then there is nothing you need to do. Your password is the same as before.`,

  'notice.merge-accounts.subject': 'Account: show that it is yours',
  'notice.merge-accounts.body': `Someone who is signed in to Samsyn says that this account is theirs, too, and wants to merge it with another.

Is it you?
1. Open the link below in the same browser in which you asked for it, while you are signed in.
2. See what is merged.
3. Press the button.

{link}

The link works once, within a quarter of an hour.

Was it not you? Then there is nothing you need to do. The link works only for whoever asked for it, and only when it is opened there. Do not pass it on.`,

  'notice.affiliation-confirmed.subject': 'Account: your workplace is confirmed',
  'notice.affiliation-confirmed.body': `A workplace that you have given in Samsyn is confirmed. What you complete now counts in the follow-up of that workplace.

You see your workplaces in your profile:

{profile}`,

  'notice.affiliation-declined.subject': 'Account: review your workplace',
  'notice.affiliation-declined.body': `A workplace that you have given in Samsyn could not be confirmed. What you have completed is still there, but it does not count at that workplace.

What to do:
1. Open your profile with the link below.
2. Correct the workplace or end it.
3. Is it right already? Talk to your manager.

{profile}`,

  'notice.fault-report.subject': 'Fault on a page: new report',
  'notice.fault-report.body': `Someone has reported a fault.

Page: {page}
Support code: {code}
Answer to: {contact}

The sender writes:

{what}`,
  'notice.fault-report.no-code': 'none',
  'notice.fault-report.no-contact': 'wants no answer',

  'notice.duties.subject.assigned': 'Training: something new to do',
  'notice.duties.subject.soon': 'Training: due soon',
  'notice.duties.subject.late': 'Training: the day has passed',
  'notice.duties.subject.reminder': 'Training: a reminder',
  'notice.duties.late': 'THIS SHOULD HAVE BEEN DONE',
  'notice.duties.soon': 'THIS IS DUE SOON',
  'notice.duties.assigned': 'THIS IS FOR YOU TO DO',
  'notice.duties.is-mandatory': 'Mandatory.',
  'notice.duties.is-recommended': 'Recommended.',
  'notice.duties.due': 'Due by {day}.',
  'notice.duties.was-due': 'Was due by {day}.',
  'notice.duties.minutes': {
    one: 'Takes about {count} minute.',
    other: 'Takes about {count} minutes.',
  },
  'notice.duties.from': 'From: {issuer}.',
  'notice.duties.again': 'You have done it before. Now it is time to do it again.',
  'notice.duties.reminder': 'Your manager wants to remind you of this.',
  'notice.duties.home': `Everything you have to do, and why you have it, is here:

{home}`,
  'notice.duties.calendar': `The days as a calendar file:

{calendar}`,
  'notice.duties.mandatory-mail':
    'You get this mail because the training is mandatory. That is why you cannot say no to it. You get at most one such mail a week.',
  'notice.duties.unsubscribe': `You get at most one such mail a week. Do you not want mail about what is recommended? Say no here, without signing in:

{unsubscribe}

You will still get mail about what is mandatory.`,

  'notice.headcounts.subject': 'Training: look over the number of staff',
  'notice.headcounts.body':
    'The training is counted against these numbers. Some of them are now more than a year old. Look them over, and the figures will be right. If a number is the same, state it again with today’s date.',
  'notice.headcounts.organisation': `{organisation}: the oldest number is of {day}.
{link}`,
  'notice.headcounts.unsubscribe': `You get this mail because you are a manager in Samsyn, at most twice a year. It is recommended. Do you not want mail about what is recommended? Say no here, without signing in:

{unsubscribe}`,
}
