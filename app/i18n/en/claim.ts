/** Who confirms people sees those who wait, answers them, and ends workplaces; each can be undone for a day. */
export const claim = {
  'title.claims': 'Confirm staff',
  'title.claim': 'Answer a member of staff',

  'claims.title': 'Confirm staff',
  'claims.lead': {
    one: '{shown} person is shown. Those you confirm count in your coverage.',
    other: '{shown} people are shown. Those you confirm count in your coverage.',
  },
  'claims.caption': 'People who have said that they belong to you',
  'claims.sort.since': 'Belongs since',
  'claims.sort.name': 'Name',
  'claims.sort.unit': 'Unit',
  'claims.state': 'Show',
  'claims.state.claimed': 'Waiting for an answer',
  'claims.state.declined': 'Declined',
  'claims.column.kind': 'Belongs as',
  'claims.since': '{kind} since {day}',
  'claims.column.decide': 'Answer',
  'claims.one': 'One at a time',
  'claims.one.open': 'Review',
  'claims.answer': 'Answer those chosen',
  'claims.decision.confirmed': 'Confirm',
  'claims.decision.confirmed.hint': 'They belong to you, with what the list says.',
  'claims.decision.declined': 'Decline',
  'claims.decision.declined.hint':
    'They do not belong to you. They are told by mail and can correct what they said.',
  'claims.deed.missing': 'Choose whether they are to be confirmed or declined.',
  'claims.choose': 'Tick those whom you want to answer.',
  'claims.choose.label': 'Choose {name}',
  'claims.several.confirmed': 'Those chosen are confirmed.',
  'claims.several.declined': 'Those chosen are declined.',
  'claims.empty': 'Nobody waits for an answer',
  'claims.empty.text':
    'When somebody says that they work with you, the question comes here. Ask your staff to create an account and choose their unit.',
  'claims.empty.found': 'Nobody fits what is chosen.',
  'claims.waiting': {
    one: '{shown} person waits for your confirmation',
    other: '{shown} people wait for your confirmation',
  },
  'claims.waiting.since': 'Whoever began first did so on {day}.',

  'claim.lead':
    'Has said that they belong to {unit} since {day}. Confirmed e-mail address: {email}.',
  'claim.as-told': 'As the person told',
  'claim.as-told.hint': 'Change it if the person chose wrong.',
  'claim.is-declined': 'You have declined the person. Confirm if that was wrong.',
  'claim.answering': 'Answering …',
  'claim.decline': 'Does the person not belong to you?',
  'claim.decline.intro':
    'The person is told by mail and can correct what they said. You can undo it for a day.',
  'claims.confirm': 'Confirm',
  'claims.decline': 'Decline',
  'claims.confirmed': 'The person is confirmed.',
  'claims.declined': 'The person is declined.',
  'claims.number': 'Employer number',
  'claims.number.intro':
    'By it the person can be recognised in files of earlier completions. Write no personal identity number.',

  'workplace.decision.confirmed': '{name} was confirmed',
  'workplace.decision.declined': '{name} was declined',
  'workplace.decision.ended': '{name}: workplace ended, last day {day}',
  'workplace.decision.confirmed.several': {
    one: '{shown} person was confirmed',
    other: '{shown} people were confirmed',
  },
  'workplace.decision.declined.several': {
    one: '{shown} person was declined',
    other: '{shown} people were declined',
  },
  'workplace.decision.ended.several': {
    one: '{shown} workplace was ended, last day {day}',
    other: '{shown} workplaces were ended, last day {day}',
  },
  'workplace.more': {
    one: '{shown} earlier decision in the last day',
    other: '{shown} earlier decisions in the last day',
  },
  'workplace.undo': 'Undo',
  'workplace.undoing': 'Undoing …',
  'workplace.undone': 'It is undone.',
  'workplace.undone.at': 'undone {at}',
  'workplace.undone.some': {
    one: 'undone {at}; {shown} had been changed since and stays as it is',
    other: 'undone {at}; {shown} had been changed since and stay as they are',
  },
  'refusal.workplace.undo-late': 'More than a day has gone. Change each of them instead.',
  'workplace.end.title': 'End the workplace {unit}',
  'workplace.end.intro':
    'When the person has left or moved to another unit. What was done until the last day stays in the statistics. You can undo it for a day.',
  'workplace.end.last-day': 'Last day',
  'workplace.end.last-day.hint': 'It may be a day to come.',
  'workplace.end': 'End',
  'workplace.ending': 'Ending …',
  'workplace.ended': 'The workplace is ended.',

  'refusal.affiliation.number-taken':
    'Another person with you already has that number. Correct it, or leave the box empty.',
  'refusal.affiliation.number-too-long': 'The number may have at most 40 characters.',
  'refusal.affiliation.number-personal':
    'This looks like a personal identity number or coordination number. Write your own number for the person.',
} as const
