import { messageOf, type FromFrame, type ToFrame } from '~/kernel/player-protocol.ts'
import './frame.css'
import { LeaveKeys } from './leave-keys.ts'
import { Player } from './player.ts'
import { Stage } from './stage.ts'
import { usableStore } from './usable-store.ts'

const appOrigin = document.documentElement.dataset.appOrigin ?? ''
const report = (message: FromFrame) => window.parent.postMessage(message, appOrigin)

const keys = new LeaveKeys(() => report({ samsyn: 'leave' }))
const stage = new Stage((view) => keys.watch(view))
let player: Player | undefined

function launch(message: ToFrame & { samsyn: 'launch' }): void {
  if (player) return
  const { token, item, language, contentTitle } = message
  document.documentElement.lang = language
  player = new Player({ token, contentTitle, store: usableStore(), stage, report })
  void player.start(item)
}

window.addEventListener('message', (event) => {
  if (event.origin !== appOrigin || event.source !== window.parent) return
  const message = messageOf<ToFrame>(event.data)
  if (message?.samsyn === 'launch') launch(message)
  else if (message?.samsyn === 'open') void player?.open(message.item)
  else if (message?.samsyn === 'end') void player?.end()
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') player?.leaving()
})
window.addEventListener('pagehide', () => player?.gone())
window.addEventListener('pageshow', (event) => {
  if (event.persisted) report({ samsyn: 'restored' })
})
// A tab that is frozen may be thrown away without another word.
document.addEventListener('freeze', () => player?.leaving())
document.addEventListener('resume', () => player?.online())
window.addEventListener('beforeunload', (event) => {
  if (player?.wouldLose) event.preventDefault()
})
window.addEventListener('online', () => player?.online())
window.addEventListener('storage', (event) => player?.stored(event))
keys.watch(window)
report({ samsyn: 'ready' })
