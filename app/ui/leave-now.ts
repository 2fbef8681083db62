import { makePressCounter } from './press-counter.ts'
import { clearLateTraces, clearTraces } from './traces.ts'

export const leavePath = '/leave'

/** By which the tabs of one browser tell each other that somebody leaves. */
const channelName = 'leave'

/**
 * Hides the page at once and leaves it for the neutral page, which takes its place in the history.
 * For whatever else may ask for it, such as the player's frame. Other tabs leave too.
 */
export function leaveNow(): void {
  hideAndLeave()
  const others = new BroadcastChannel(channelName)
  others.postMessage(channelName)
  others.close()
}

const leaving = new Set<() => void>()

/** Calls when somebody leaves, while the page is still there. @returns a function that ends it */
export function whenLeaving(tell: () => void): () => void {
  leaving.add(tell)
  return () => leaving.delete(tell)
}

/** Leaves when Esc is pressed three times, or when another tab leaves. @returns a function that ends it */
export function listenForLeaving(): () => void {
  void clearLateTraces()
  const pressed = makePressCounter(3, 2000)
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.repeat && pressed(event.timeStamp)) leaveNow()
  }
  // In the capture phase, so that nothing on the page can keep the key to itself.
  window.addEventListener('keydown', listen, true)
  const others = new BroadcastChannel(channelName)
  others.onmessage = () => {
    if (!document.documentElement.classList.contains('left')) hideAndLeave()
  }
  return () => {
    window.removeEventListener('keydown', listen, true)
    others.close()
  }
}

function hideAndLeave(): void {
  document.documentElement.classList.add('left')
  const leave = () => window.location.replace(leavePath)
  const clearing = clearTraces()
  if (clearing) void clearing.then(leave)
  else leave()
  // The page stays until the other one answers; after the call, so that nothing here can keep it from going.
  for (const tell of leaving) tell()
}
