import { messageOf, type ToPreview } from '~/kernel/player-protocol.ts'
import './frame.css'
import { clearApi, fetchRuntime, loadApi } from './content-api.ts'
import { ContentKeys } from './content-keys.ts'
import { ContentWindows } from './content-windows.ts'
import { Layers } from './layers.ts'
import { Stage } from './stage.ts'

// Plays what an editor looks at as a learner would meet it at a first visit. What content says is answered as
// ever, and goes nowhere: there is no outbox here and no attempt.

const appOrigin = document.documentElement.dataset.appOrigin ?? ''
const callEveryMs = 100
const report = (samsyn: 'ready' | 'leave') => window.parent.postMessage({ samsyn }, appOrigin)

const keys = new ContentKeys({ leave: () => report('leave'), toBar: () => undefined })
let layers: Layers | undefined
const windows = new ContentWindows((view) => {
  keys.listen(view)
  if (view !== window) layers?.serve(view)
})
const stage = new Stage((view) => windows.watch(view))

const nothingKept = {
  began: () => undefined,
  changed: () => undefined,
  commit: () => true,
  finished: () => true,
}
const nowhere = { items: [], current: '' }

async function show({ seed, launchUrl, contentTitle, ...around }: ToPreview): Promise<void> {
  document.documentElement.lang = around.language
  layers = new Layers({
    closeLabel: around.closeLabel,
    title: contentTitle,
    appeared: (view) => windows.watch(view),
    blocked: () => undefined,
  })
  stage.layers = layers
  const setApi = seed ? await loadApi(seed, nothingKept, nowhere) : clearApi
  setApi?.()
  stage.show(launchUrl, contentTitle)
}

let hasBegun = false
window.addEventListener('message', (event) => {
  if (event.origin !== appOrigin || event.source !== window.parent) return
  const message = messageOf<ToPreview>(event.data)
  if (message?.samsyn !== 'preview' || hasBegun) return
  hasBegun = true
  clearInterval(calling)
  void show(message)
})
windows.watch(window)
// The page around may have been drawn before its script listens.
const calling = setInterval(() => report('ready'), callEveryMs)
report('ready')
fetchRuntime()
