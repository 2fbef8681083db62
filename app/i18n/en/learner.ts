import type { learner as sv } from '../sv/learner.ts'
import type { Translated } from '../translate.ts'

export const learner: Translated<typeof sv> = {
  'title.home': 'My modules',
  'title.courses': 'Courses',
  'title.course': 'Course',
  'title.module': 'Module',

  'home.title': 'My modules',
  'home.next': 'Next for you',
  'home.rest': 'After that',
  'home.done': 'Modules done',
  'home.done.empty': 'The modules that you have done gather here.',
  'home.nothing': 'You have nothing to do right now',
  'home.nothing.text':
    'When your employer assigns a module to you it shows here. You can also choose one among the courses.',
  'home.nothing.done': 'You have done all that you were given',
  'home.nothing.courses': 'See the courses',

  'module.start': 'Begin',
  'module.continue': 'Go on',
  'module.again': 'Open again',
  'module.opening': 'Opening …',
  'module.minutes': { one: '{count} minute', other: '{count} minutes' },
  'module.due': 'By {day}',
  'module.was-due': 'Should have been done by {day}',
  'module.why': 'Assigned by {organisation}',
  'module.own-choice': 'You chose it yourself',
  'module.completed': 'Done {day}',
  'module.state.late': 'Late',
  'module.state.assigned': 'Assigned',
  'module.state.begun': 'Begun',
  'module.state.done': 'Done',
  'module.fact.minutes': 'Time',
  'module.fact.course': 'Course',
  'module.fact.state': 'State',
  'module.fact.due': 'To be done by',
  'module.fact.why': 'Why',
  'module.state.open': 'Not begun',
  'module.message': 'Message',
  'module.closed': 'The module cannot be begun right now',
  'module.closed.text': 'It is being updated. Come back in a while, or choose another module.',
  'module.resume': 'You go on where you were. Everything is saved while you work.',
  'module.first': 'You can take a break whenever you like. Everything is saved while you work.',

  'courses.title': 'Courses',
  'courses.lead': 'Choose a course to see what is in it and how long it takes.',
  'courses.empty': 'There are no courses yet',
  'courses.empty.text': 'When an editor has published a course it shows here.',
  'courses.modules': {
    one: '{count} module',
    other: '{count} modules',
  },
  'course.open': 'See the course',
  'course.modules': 'Modules',
  'course.sign-in': 'Sign in to begin. Then what you do is saved, and you can go on another day.',

  'refusal.attempt.none-left': 'You have made all the attempts that the module allows ({number}).',
  'refusal.attempt.module-closed':
    'The module is not published, so it cannot be begun. Choose another module.',
}
