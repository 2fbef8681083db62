import type { delegation as sv } from '../sv/delegation.ts'
import type { Translated } from '../translate.ts'

export const delegation: Translated<typeof sv> = {
  'title.delegations': 'Delegates',

  'delegation.title': 'Delegates',
  'delegation.lead':
    'Let a trainer of your county bring people in by file for you. The task ends by itself, and you can end it whenever you want.',
  'delegation.give': 'Give a task',
  'delegation.give.submit': 'Give the task',
  'delegation.give.busy': 'Saving …',
  'delegation.trainer': 'Trainer',
  'delegation.trainer.hint':
    'The person sees names and email addresses in the files and of those whom the files are about.',
  'delegation.last-day': 'Last day',
  'delegation.last-day.hint': 'At most a year ahead.',
  'delegation.no-trainers': 'There is no trainer for your area to choose.',
  'delegation.list': 'Tasks',
  'delegation.caption': 'Tasks that count and that have counted',
  'delegation.from': 'First day',
  'delegation.state': 'State',
  'delegation.end': 'End',
  'delegation.end.busy': 'Ending …',
  'delegation.over': 'Ended',
  'delegation.empty': 'No tasks',
  'delegation.empty.text': 'Only you yourselves can bring people in by file.',
  'delegation.given': 'The task is given.',
  'delegation.ended': 'The task is ended.',
  'delegation.too-long': 'The last day can be today or at most a year ahead.',
  'delegation.own': 'People by file',
  'delegation.own.until': 'You bring people in for {name} until {day}.',
  'refusal.delegation.too-long': 'The last day can be today or at most a year ahead.',
  'refusal.delegation.not-a-trainer': 'Choose a trainer from the list.',
  'refusal.delegation.has-already':
    'The trainer has a task with you already. End it first if you want to change it.',
}
