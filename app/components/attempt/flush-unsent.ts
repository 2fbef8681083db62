import {
  messageOf,
  type FlushGrant,
  type FromFlush,
  type ToFlush,
} from '~/kernel/player-protocol.ts'
import type { UnsentNotes } from './unsent-notes.ts'

/** Longer than a frame takes that has much to send (flush-outbox.ts). */
const longestFrameMs = 45_000

/**
 * Has the content hosts of the noted registrations send what was left there, one after the other. Stays
 * quiet, and leaves the note where it does not succeed: another page tries again.
 */
export async function flushUnsent(notes: UnsentNotes): Promise<void> {
  for (const [registrationId, openings] of notes.read()) {
    const grant = await askGrant(registrationId)
    if (grant === null) continue
    const isDone = grant === 'not-ours' || (await flushThrough(grant))
    if (isDone) for (const opening of openings) notes.remove(registrationId, opening)
  }
}

/** Null when there was no answer of ours, as after a sign-out; then another page asks again. */
async function askGrant(registrationId: string): Promise<FlushGrant | 'not-ours' | null> {
  try {
    const response = await fetch(`/resources/flush/${registrationId}`, { redirect: 'error' })
    const said: unknown = await response.json()
    if (response.ok) return said as FlushGrant
    const { code } = said as { code?: unknown }
    return code === 'not-found' || code === 'forbidden' ? 'not-ours' : null
  } catch {
    return null
  }
}

/** Whether the content host has nothing left. */
function flushThrough({ contentOrigin, flushUrl, attempts }: FlushGrant): Promise<boolean> {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = 'Samsyn'
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
  const done = new Promise<boolean>((resolve) => {
    const listen = (event: MessageEvent<unknown>) => {
      if (event.source !== frame.contentWindow || event.origin !== contentOrigin) return
      const message = messageOf<FromFlush>(event.data)
      if (message?.samsyn === 'ready') {
        const flush: ToFlush = { samsyn: 'flush', attempts }
        frame.contentWindow?.postMessage(flush, contentOrigin)
      } else if (message?.samsyn === 'flushed') resolve(message.isClear)
    }
    window.addEventListener('message', listen)
    setTimeout(() => resolve(false), longestFrameMs)
  })
  frame.src = flushUrl
  document.body.append(frame)
  return done.finally(() => frame.remove())
}
