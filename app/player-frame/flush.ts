import { messageOf, type FromFlush, type ToFlush } from '~/kernel/player-protocol.ts'
import { flushOutbox } from './flush-outbox.ts'
import { keysFrom } from './outbox-keys.ts'
import { usableStore } from './usable-store.ts'

const appOrigin = document.documentElement.dataset.appOrigin ?? ''
const report = (message: FromFlush) => window.parent.postMessage(message, appOrigin)

async function flush(attempts: ToFlush['attempts']): Promise<void> {
  const store = usableStore()
  if (!store) return
  for (const { attemptId, token } of attempts) await flushOutbox(store, attemptId, token)
  report({ samsyn: 'flushed', isClear: keysFrom(store).length === 0 })
}

let hasBegun = false
window.addEventListener('message', (event) => {
  if (event.origin !== appOrigin || event.source !== window.parent) return
  const message = messageOf<ToFlush>(event.data)
  if (message?.samsyn !== 'flush' || hasBegun) return
  hasBegun = true
  void flush(message.attempts)
})
report({ samsyn: 'ready' })
