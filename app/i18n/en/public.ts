import type { publicPages as sv } from '../sv/public.ts'
import type { Translated } from '../translate.ts'

export const publicPages: Translated<typeof sv> = {
  'title.start': 'Start',
  'title.report': 'Report a fault',
  'title.accessibility': 'Accessibility',
  'title.privacy': 'Personal data',

  'start.title': 'Learn together, see together',
  'start.lead':
    'Samsyn gives courses to those who in their work may meet people exposed to honour-related violence and oppression, and shows how far an organisation, a county and the country have come.',
  'start.for-whom': 'For whom',
  'start.learner': 'You who take courses',
  'start.learner.text':
    'Take the modules at your own pace. Everything is saved, so you can go on where you stopped.',
  'start.courses': 'See the courses',
  'start.manager': 'You who manage',
  'start.manager.text':
    'See who in the organisation is missing something, confirm who works there and assign modules with a due date.',
  'start.trainer': 'You who train',
  'start.trainer.text':
    'See where in your region the need is greatest, municipality by municipality, and assign modules. You see figures, never names.',
  'start.nation': 'You who follow up',
  'start.nation.text':
    'See what share has taken a course, by municipality, county and profession group. Every figure stands with what it is counted of and from which day.',
  'start.how': 'How it works',
  'start.how.account': 'Create an account and say where you work.',
  'start.how.learn': 'Take the modules. Some are assigned by your organisation, others you choose.',
  'start.how.counts':
    'What you complete counts at your workplace, once the organisation has confirmed that you work there.',
  'start.safe': 'If you need to leave the page',
  'start.safe.exit':
    'At the top of every page is ”Leave the page quickly”. It signs you out and opens an ordinary weather page, unless those who run Samsyn have chosen another. You can also press Esc three times.',
  'start.safe.history':
    'Pages that you have visited may still be in the browser’s history, and whoever watches the computer can see what you do. Use a computer that you trust.',

  'report.title': 'Report a fault on the page',
  'report.lead': 'Tell us what does not work, so that we can mend it.',
  'report.no-persons': 'Do not write about individuals',
  'report.no-persons.text':
    'No names, cases or anything else that could point somebody out. If somebody needs help now, call 112.',
  'report.page': 'The page it is about',
  'report.page.hint': 'The address after the domain name, such as /courses.',
  'report.code': 'Support code',
  'report.code.hint':
    'Only for a fault in a module. The code stands at the top while the module is open.',
  'report.what': 'What happened',
  'report.what.hint': 'What did you do, what did you expect, and what happened instead?',
  'report.email': 'Your e-mail address',
  'report.email.hint': 'Only if you want an answer.',
  'report.submit': 'Send the report',
  'report.pending': 'Sending …',
  'report.sent.title': 'Thank you, the report is sent',
  'report.sent.lead': 'If you left your address, we answer there.',

  'accessibility.title': 'Accessibility',
  'accessibility.lead':
    'Everybody should be able to use Samsyn. Here is how it stands today, what falls short and how to tell us.',
  'accessibility.how': 'How accessible the service is',
  'accessibility.how.text':
    'Samsyn’s own pages are built to meet WCAG 2.2 at levels A and AA. They can be used with a keyboard, with a screen reader, in large text, in light and dark, on a narrow screen and without JavaScript. Running a course module needs JavaScript. We count the service as partially compliant with the Swedish Act (2018:1937) on Accessibility of Digital Public Services, because of the shortcomings below.',
  'accessibility.shortcomings': 'Shortcomings that we know of',
  'accessibility.shortcomings.packages':
    'Course modules may be made by others. Samsyn shows them as they are, and does not check whether they have captions, audio description or work with a screen reader.',
  'accessibility.shortcomings.untested':
    'The pages have not been tried by users with disabilities, nor reviewed by anyone from outside.',
  'accessibility.shortcomings.languages':
    'The pages are in Swedish and English, but not in easy-to-read Swedish, sign language or the national minority languages.',
  'accessibility.tell': 'Tell us if something does not work',
  'accessibility.tell.text': 'Say which page it is about and what you need:',
  'accessibility.tell.mail': 'You can also write to:',
  'accessibility.supervision': 'Supervision',
  'accessibility.supervision.text':
    'A public authority supervises the Act on Accessibility of Digital Public Services. If you are not content with our answer, you can report it there.',
  'accessibility.tested': 'How we have tested',
  'accessibility.tested.text':
    'A program (axe) goes through the pages in a real browser each time the code changes, and a fault stops the change. A program finds only some of the faults.',

  'privacy.title': 'Personal data',
  'privacy.lead':
    'Samsyn stores what is needed for you to take courses and for the follow-up to be right. No tracking, no advertisers, nothing is fetched from other sites.',
  'privacy.stored': 'What is stored',
  'privacy.stored.account':
    'The account: name, e-mail address, language and a check value for the password, so that you can sign in. As long as the account exists.',
  'privacy.stored.workplace':
    'Workplaces and profession group with first and last day, so that what you do counts in the right place. As long as the account exists.',
  'privacy.stored.learning':
    'Which modules you have begun and completed, and what the modules save so that you can go on: where you are, answers to questions, time. As long as the account exists.',
  'privacy.stored.sex': 'Sex, if you have stated it. Only to be able to split the statistics.',
  'privacy.stored.trail':
    'An event log of changes, with ids in place of names, so that it can be seen afterwards who changed what.',
  'privacy.stored.attempts':
    'The number of attempts to sign in, under a check value of e-mail address and IP number, to stop those who guess passwords. Removed within two days.',
  'privacy.stored.report':
    'A fault report is sent as e-mail to those who answer questions about Samsyn. The copy in the sending queue is removed within three weeks.',
  'privacy.never':
    'We never ask for a personal identity number, whether you yourself are exposed, or about individual cases. Do not write such things in any field.',
  'privacy.who': 'Who sees the data',
  'privacy.who.you': 'You see all that is yours.',
  'privacy.who.manager':
    'Whoever has the role of manager in your organisation sees name, profession group and which modules are completed for those who work there. When you state a workplace the manager also sees your e-mail address, to be able to confirm that you are you.',
  'privacy.who.others': 'Trainers, coordinators and analysts see figures, never names.',
  'privacy.who.administrator':
    'Administrators can look a person up by name or e-mail address to give a role.',
  'privacy.why': 'Why we may',
  'privacy.why.text':
    'The data are needed for a task in the public interest: that those who meet exposed people have knowledge, and that it can be followed up. The organisation that you work for is responsible for the data on its staff, and those who run this installation for the rest.',
  'privacy.browser': 'What is stored in your browser',
  'privacy.browser.intro':
    'Only what is needed for what you ask for, so there is nothing to accept.',
  'privacy.session':
    'Cookie that keeps you signed in. Goes away when you sign out or close the browser, and counts for at most {minutes} minutes after you used it.',
  'privacy.toast':
    'Cookie that shows ”saved” on the next page. Goes away when that has been shown, at the latest after a minute.',
  'privacy.left':
    'Cookie that says that somebody has left the page quickly, so that the next page removes what there was no time to remove. Goes away when that is done, or when the browser is closed.',
  'privacy.check-in':
    'Cookie that makes a phone count once when you check in to an activity or answer its questions. Goes away after 20 hours.',
  'privacy.language':
    'Cookie that remembers the language, if you change it without being signed in. Goes away after a year.',
  'privacy.positions':
    'Remembers where on the page you were, so that the back button leads right, and which version of Samsyn you have open. Goes away when you close the tab.',
  'privacy.outbox':
    'What you have done in a module but the server has not received yet. Lies on the module’s own address, so that nothing is lost, and goes away when the server has received it. The module may also store data of its own there.',
  'privacy.unsent':
    'That there may be something in a module that has not been sent yet, so that it is sent the next time you are signed in. Goes away when it has been sent.',
  'privacy.open':
    'That you have begun a module without signing in, so that you can take it along if you sign in. Goes away when you close the tab, or when you remove it if you have chosen to keep it on the device.',
  'privacy.opened':
    'The addresses of modules that you have opened in the tab, so that “Leave this page quickly” can remove what you have written there. Goes away when you leave in that way or close the tab. If there was no time to remove it, the browser remembers the address until that is done.',
  'privacy.rights': 'Your rights',
  'privacy.rights.text': 'You can see what is stored about you when you are signed in:',
  'privacy.rights.mail':
    'If you want a copy, a correction that you cannot make yourself or the account removed, write to us. You can also complain to the Swedish Authority for Privacy Protection. Our address:',
}
