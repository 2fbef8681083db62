import { heedLeaving, isInPlayer, openApp, tellOpenApp } from './samsyn.ts'

const presses = 3
const withinMs = 2000

interface ExitPorts {
  /** The way out: a link that works before this script does. */
  link: HTMLAnchorElement
  /** Takes away what the learner has left in the browser. */
  clear: () => void
}

/** Leaves by the link, or by Esc three times, or with Samsyn: what is on the screen is gone at once. */
export function serveQuickExit({ link, clear }: ExitPorts): void {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    hide(clear)
    if (isInPlayer(window)) pressEscape()
    else leaveFor(link.href)
  })
  heedLeaving(window, () => hide(clear))
  let times: number[] = []
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.repeat || !event.isTrusted) return
    const at = event.timeStamp
    times = [...times, at].filter((time) => at - time <= withinMs)
    if (times.length < presses) return
    hide(clear)
    if (!isInPlayer(window)) leaveFor(link.href)
  }
  // In the capture phase, so that nothing on the page can keep the key to itself.
  window.addEventListener('keydown', pressed, true)
}

function hide(clear: () => void): void {
  document.documentElement.classList.add('left')
  clear()
}

function pressEscape(): void {
  for (let press = 0; press < presses; press++) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  }
}

/** With everything around the content where that is allowed, else the content alone. */
function leaveFor(address: string): void {
  // Samsyn's page around an open module goes with all its tabs, which content itself may not do.
  if (openApp(window) !== undefined) return tellOpenApp(window, { samsyn: 'leave' })
  const outermost = window.top ?? window
  try {
    outermost.location.replace(address)
  } catch {
    window.location.replace(address)
  }
}
