import {
  messageOf,
  type FromFrame,
  type ToContent,
  type ToFrame,
} from '~/kernel/player-protocol.ts'
import './frame.css'
import { fetchRuntime } from './content-api.ts'
import { ContentKeys } from './content-keys.ts'
import { ContentWindows, windowsWithin } from './content-windows.ts'
import { Layers } from './layers.ts'
import { Player } from './player.ts'
import { Stage } from './stage.ts'
import { usableStore } from './usable-store.ts'

const appOrigin = document.documentElement.dataset.appOrigin ?? ''
const callEveryMs = 50
const report = (message: FromFrame) => window.parent.postMessage(message, appOrigin)
const tellContent = (message: ToContent) => {
  for (const view of windowsWithin(window)) view.postMessage(message, location.origin)
}

const keys = new ContentKeys({
  leave: () => report({ samsyn: 'leave' }),
  toBar: () => report({ samsyn: 'to-bar' }),
})
let layers: Layers | undefined
const windows = new ContentWindows((view) => {
  keys.listen(view)
  if (view !== window) layers?.serve(view)
})
const stage = new Stage((view) => windows.watch(view))
let player: Player | undefined

function launch(message: ToFrame & { samsyn: 'launch' }): void {
  if (player) return
  clearInterval(calling)
  const { token, item, language, contentTitle, closeLabel } = message
  document.documentElement.lang = language
  layers = new Layers({
    closeLabel,
    title: contentTitle,
    appeared: (view) => windows.watch(view),
    blocked: (host) => report({ samsyn: 'blocked', host }),
  })
  stage.layers = layers
  player = new Player({ token, contentTitle, store: usableStore(), stage, report })
  void player.start(item)
}

window.addEventListener('message', (event) => {
  if (event.origin !== appOrigin || event.source !== window.parent) return
  const message = messageOf<ToFrame>(event.data)
  if (message?.samsyn === 'launch') launch(message)
  else if (message?.samsyn === 'open') void player?.open(message.item)
  else if (message?.samsyn === 'end') void player?.end()
  else if (message?.samsyn === 'focus') stage.focus()
  else if (message?.samsyn === 'left') tellContent({ samsyn: 'left' })
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
windows.watch(window)
// The page around may have been drawn before its script listens.
const calling = setInterval(() => report({ samsyn: 'ready' }), callEveryMs)
report({ samsyn: 'ready' })
fetchRuntime()
