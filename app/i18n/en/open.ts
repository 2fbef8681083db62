import type { open as sv } from '../sv/open.ts'
import type { Translated } from '../translate.ts'

export const open: Translated<typeof sv> = {
  'open.not-signed-in': 'You are not signed in. What you do is kept in this browser only.',
  'open.close': 'Close',
  'open.done': 'You have done the whole module.',
  'open.tick': 'Tell us where you work, if you like',
  'open.bring': 'You have done part of “{module}” without signing in',
  'open.bring.text':
    'You can bring the answers and where you were. Then you go on where you stopped, and it counts when you are done.',
  'open.bring.do': 'Bring it along',
  'open.bring.no': 'No, leave it',
  'open.bring.pending': 'Fetching …',
  'open.bring.failed':
    'It could not be brought along. What you have done is still in the browser. Try again in a while.',
  'refusal.open.begun':
    'You have already begun the module while signed in. Go on there. What you did without signing in cannot be brought along then.',
  'refusal.open.test': 'A knowledge test is taken signed in from the beginning.',
}
