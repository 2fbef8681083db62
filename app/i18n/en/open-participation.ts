import type { openParticipation as sv } from '../sv/open-participation.ts'
import type { Translated } from '../translate.ts'

export const openParticipation: Translated<typeof sv> = {
  'open.tick.title': 'Where do you work?',
  'open.tick.lead':
    'You have done “{module}” without signing in. You can tell us in which county you work and with what. It is up to you.',
  'open.tick.kept.title': 'This is anonymous',
  'open.tick.kept':
    'We keep the module, today’s date and what you choose here, nothing about you. In the national follow-up the answer is shown as open, self-reported participation, and it never counts as somebody having taken the course.',
  'open.tick.county': 'County where you work',
  'open.tick.group': 'Profession group',
  'open.tick.unstated': 'Prefer not to say',
  'open.tick.submit': 'Send',
  'open.tick.pending': 'Sending …',
  'open.tick.back': 'Back to the module',
  'open.tick.sent.title': 'Thank you',
  'open.tick.sent.lead': 'The answer is saved. Nothing in it points to you.',
  'open.tick.sent.courses': 'See more modules',
  'refusal.open.county-unknown': 'The county is not in the register. Choose one from the list.',

  'open.figures.title': 'Open, self-reported',
  'open.figures.intro':
    'People who have taken the module without signing in and then said so themselves. Nobody has checked it, and the same person may have answered several times. They are in no other figure on the page.',
  'open.figures.total': {
    one: '{count} answer from {from} up to and including {to}.',
    other: '{count} answers from {from} up to and including {to}.',
  },
  'open.figures.none': 'No answers about {module} up to and including {day}.',
  'open.figures.counties': 'Open, self-reported by county. {module}, up to and including {day}.',
  'open.figures.groups':
    'Open, self-reported by profession group. {module}, up to and including {day}.',
  'open.figures.count': 'Number',
  'open.figures.unit': 'answers',
  'open.figures.unstated': 'Not stated',
  'open.figures.file': 'Download open, self-reported of every module (CSV)',
  'open.figures.source': 'self-reported without signing in',
}
