import type { assignment as sv } from '../sv/assignment.ts'
import type { Translated } from '../translate.ts'

export const assignment: Translated<typeof sv> = {
  'title.assignments': 'Assignments',

  'assignment.title': 'Assign modules',
  'assignment.lead':
    'Say what is to be done and by when. Everybody confirmed in the organisation sees it on their start page.',
  'assignment.under-way': 'Assignments under way',
  'assignment.manage': 'Assign or take back',
  'assignment.caption': 'Assigned modules, the first due on top, {day}',
  'assignment.column.module': 'Module',
  'assignment.column.groups': 'Profession groups',
  'assignment.column.due': 'Due',
  'assignment.column.assigned': 'Assigned',
  'assignment.column.message': 'Message',
  'assignment.column.action': 'Change',
  'assignment.all-groups': 'all',
  'assignment.past-due': 'Past due',
  'assignment.no-message': 'none',
  'assignment.empty':
    'Nothing is assigned. Assign a module with a day when it is due, and everybody knows what is expected.',

  'assignment.new': 'Assign a module',
  'assignment.module': 'Module',
  'assignment.choose-module': 'Choose a module.',
  'assignment.groups': 'Profession groups',
  'assignment.groups.hint': 'Tick none if the module is for everybody.',
  'assignment.due': 'Due no later than',
  'assignment.message': 'Message',
  'assignment.message.hint':
    'For example why the module matters to you. Do not write about individuals.',
  'assignment.assign': 'Assign the module',
  'assignment.assigning': 'Assigning …',
  'assignment.created': 'The module is assigned.',
  'assignment.withdraw': 'Take back',
  'assignment.withdrawing': 'Taking back …',
  'assignment.withdrawn': 'The assignment is taken back. What has been done already stays.',

  'refusal.assignment.module-closed': 'The module cannot be taken right now. Choose another.',
  'refusal.assignment.day-passed': 'That day has passed. Choose today or a later day.',
  'refusal.assignment.exists':
    'The module is already assigned to the same profession groups. Take that assignment back first if you want to change the day.',
}
