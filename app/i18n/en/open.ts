import type { open as sv } from '../sv/open.ts'
import type { Translated } from '../translate.ts'

export const open: Translated<typeof sv> = {
  'open.not-signed-in': 'You are not signed in. What you do is kept in this browser only.',
  'open.close': 'Close',
  'open.done': 'You have done the whole module.',
  'open.tick': 'Tell us where you work, if you like',
}
