import type { player as sv } from '../sv/player.ts'
import type { Translated } from '../translate.ts'

export const player: Translated<typeof sv> = {
  'title.play': 'Module',
  'player.learner-name': 'Learner',
  'player.content': 'Content of the module',
  'player.loading': 'Loading the content …',
  'player.loading.slow-line': 'The connection is slow. Fetching the content …',
  'player.slow':
    'The content does not answer. Reload the page. If that does not help, report the problem and give the support code.',
  'player.reload': 'Reload the page',
  'player.to-content': 'To the content – F6 leads back here',
  'player.layer.close': 'Close',
  'player.blocked':
    'The content wanted to open {host} in a new window. That is blocked here. The rest of the module works as usual.',
  'player.no-script':
    'The content needs JavaScript. Turn JavaScript on in your browser and reload the page.',
  'player.full-screen': 'Full screen',
  'player.leave': 'Save and close',
  'player.leaving': 'Saving …',
  'player.code': 'Support code',
  'player.report.new-tab': '(opens in a new tab)',

  'player.next': 'Next part',
  'player.time': 'Time: {time}',
  'player.time.allowed': 'at most {time} for this part',
  'player.contents': 'Contents',
  'player.contents.progress': '{done} of {total} done',
  'player.item.done': 'done',
  'player.item.failed': 'not passed',
  'player.item.begun': 'begun',
  'player.item.new': 'not begun',

  'player.save.ready': 'Saved while you work',
  'player.save.online': 'Saved only while you are online',
  'player.save.saved': 'Saved {time}',
  'player.save.slow-line': 'Slow connection. What you do is kept.',
  'player.save.waiting': {
    one: 'Saving … {count} change waiting',
    other: 'Saving … {count} changes waiting',
  },
  'player.save.reconnecting': 'Reconnecting …',
  'player.save.reconnecting.waiting': {
    one: 'Reconnecting … {count} change waiting',
    other: 'Reconnecting … {count} changes waiting',
  },

  'player.save.stuck': {
    one: '{count} change cannot be saved yet. It is kept in this browser. Reload the page or report the problem.',
    other:
      '{count} changes cannot be saved yet. They are kept in this browser. Reload the page or report the problem.',
  },

  'player.taken-over': 'The module is open in another window',
  'player.taken-over.text':
    'So it has stopped here. Everything you have done is kept. Go on in the other window, or take over here.',
  'player.taken-over.here': 'Go on here',
  'player.refused': 'The module must be opened again',
  'player.refused.text':
    'It has been open for a long time. What you have done is kept, and is saved when you open it again.',
  'player.refused.again': 'Open again',
  'player.finished.part': 'You have finished this part',
  'player.finished.part.text': 'Go on with the next part, or take a break and come back later.',
  'player.finished.module': 'The module is done',
  'player.finished.module.text': 'Your result is saved.',
  'player.finished.early': 'You have finished for this time',
  'player.finished.early.text': 'The module is not done yet. You can go on where you were.',
  'player.finished.next': 'Next: {title}',
  'player.finished.again': 'Open again',
  'player.finished.home': 'To my modules',
}
