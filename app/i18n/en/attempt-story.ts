import type { attemptStory as sv } from '../sv/attempt-story.ts'
import type { Translated } from '../translate.ts'

export const attemptStory: Translated<typeof sv> = {
  'title.attempts': 'Attempts',

  'attempts.title': 'Attempts',
  'attempts.lead':
    'Ask whoever needs help to read out their support code. It stands at the bottom while the module is open.',
  'attempts.code': 'Support code',
  'attempts.code.hint': 'Eight characters, such as K7QT-M4XD. Capitals or not, both are fine.',
  'attempts.code-form':
    'A support code has eight characters, such as K7QT-M4XD. Ask the person to read it out once more.',
  'attempts.find': 'Search',
  'attempts.finding': 'Searching …',
  'attempts.audited':
    "Each time you open somebody's attempt, it is written in the trail of events.",
  'refusal.attempt.no-such-code':
    'No attempt has that code. Ask the person to read it out once more, character by character.',

  'story.heading': 'Attempt {code}',
  'story.lead': '{state}. Last saved {moment}.',
  'story.lead.nothing': '{state}. Nothing has been saved yet.',
  'story.facts': 'About the attempt',
  'story.learner': 'Learner',
  'story.learner.hidden': 'not shown to your role',
  'story.module': 'Module',
  'story.version': 'Version',
  'story.version.value': '{number} ({standard})',
  'story.number': 'Attempt number',
  'story.others': 'Other attempts',
  'story.other': 'Number {number}: {code}',
  'story.started': 'Begun',
  'story.state': 'State',
  'story.result': 'Result',
  'story.result.none': 'none',
  'story.time': 'Time counted',
  'story.counts': 'Counts as completed',
  'story.counts.no': 'no',
  'story.counts.from': 'since {day}',
  'story.counts.other': 'since {day}, by another attempt',
  'story.places': 'Workplace on that day',
  'story.places.none': 'none was stated',
  'story.place': '{place}, confirmed by the employer then',
  'story.place.claimed': '{place}, not confirmed by the employer then',
  'story.place.unlisted': 'a workplace that is not in the register',

  'story.parts': 'Parts',
  'story.parts.caption': 'How far the attempt has come in each part',
  'story.part': 'Part',

  'story.title': 'What happened',
  'story.title.intro':
    'Times are Swedish. A change is what the content saved at one time. What it saved is not shown.',
  'story.empty': 'Nothing has been saved in the attempt yet.',
  'story.from-to': '{from}–{to}',
  'story.compacted': {
    one: 'The first change is older and has been merged ({day}). It can no longer be followed by itself, but what it saved is there.',
    other:
      'The first {count} changes are older and have been merged ({day}). They can no longer be followed one by one, but what they saved is there.',
  },
  'story.not-understood': 'Not everything from the browser could be saved',
  'story.not-understood.message':
    'A change was not written as the player writes. It may have been altered in the browser, or come from another release of Samsyn.',
  'story.not-understood.too-large': 'A change was larger than 8 MiB.',
  'story.not-understood.part-unknown': 'A change was about a part that the package does not have.',
  'story.not-understood.once': 'It happened {moment}.',
  'story.not-understood.between': 'It happened several times, from {from} to {to}.',
  'story.not-understood.text':
    'It is still in the learner’s browser, which tries again, and what has been saved is not affected. Ask the learner to open the module in the same browser. If it happens again, whoever runs the server needs to read the log for the attempt.',
  'story.missing': {
    one: 'The trail lacks {count} change that the attempt has counted',
    other: 'The trail lacks {count} changes that the attempt has counted',
  },
  'story.missing.text':
    'That should not be possible. Ask whoever runs the server to run the command attempt verify.',
  'story.opened-since':
    'The module has been opened again after this, but nothing has arrived from there yet.',
  'story.opened-only': 'The module has been opened, but nothing has arrived yet.',

  'story.opened': 'The module was opened for the first time.',
  'story.opened-again': 'The module was opened again.',
  'story.took-over':
    'Another window or another computer took over at {time}. The one before had not ended.',
  'story.opened-after-break':
    'The module was opened again. The time before stopped without the content or the page ending.',
  'story.went-on': 'The same window went on after {pause} without changes.',
  'story.replayed': {
    one: '{count} change came afterwards from the browser, which had kept it from before.',
    other: '{count} changes came afterwards from the browser, which had kept them from before.',
  },
  'story.saved': {
    one: '{count} change was saved from the same window.',
    other: '{count} changes were saved from the same window.',
  },
  'story.saved.parts': {
    one: '{count} change was saved from the same window. Part: {parts}.',
    other: '{count} changes were saved from the same window. Part: {parts}.',
  },
  'story.saved-on-exit': {
    one: '{count} change was saved as the page was left.',
    other: '{count} changes were saved as the page was left.',
  },
  'story.refused': {
    one: 'A value was not taken: {element}, {reason} ({clause}). The rest of the change was saved.',
    other:
      'In {count} changes a value was not taken: {element}, {reason} ({clause}). The rest was saved.',
  },
  'story.refused.unknown-element': 'the standard has no such thing',
  'story.refused.read-only': 'the content may not change it',
  'story.refused.index': 'the number in the list is not possible',
  'story.refused.type': 'the value is written in the wrong way',
  'story.refused.vocabulary': 'the word is not in the standard',
  'story.refused.range': 'the number is too large or too small',
  'story.refused.size': 'the value is too long',
  'story.refused.other': 'the value does not follow the standard',
  'story.counted': 'The content counted {time} as time spent.',
  'story.completed': 'The module was completed at {time}.',
  'story.ended': 'The content ended in the usual way.',
}
