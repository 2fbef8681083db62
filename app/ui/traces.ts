import { clearPath } from '~/kernel/player-protocol.ts'
import { forgetLeft, hasLeft } from './left-cookie.ts'

// What content leaves on hosts of its own goes with the quick exit, from whichever page that is taken.

/** In sessionStorage: the origins of content that was opened in this tab, each with the app's own note of it. */
const openedKey = 'samsyn.opened'
/** In localStorage: those that a quick exit had no time for. */
const lateKey = 'samsyn.late'

/** What is hidden already waits no longer than this before it goes. */
const longestExitMs = 300
const longestLateMs = 3000

type Traces = Record<string, string>
type Where = 'sessionStorage' | 'localStorage'

function read(where: Where, key: string): Traces {
  try {
    return JSON.parse(window[where].getItem(key) ?? '{}') as Traces
  } catch {
    return {}
  }
}

function write(where: Where, key: string, traces: Traces): void {
  try {
    if (Object.keys(traces).length > 0) window[where].setItem(key, JSON.stringify(traces))
    else window[where].removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
}

/**
 * Notes that content of this origin is opened in the tab.
 * @param note the name of what the app keeps of it in the browser; it goes, too
 */
export function noteTraces(origin: string, note = ''): void {
  takeEarlierExit()
  write('sessionStorage', openedKey, { ...read('sessionStorage', openedKey), [origin]: note })
}

/**
 * Takes away what content that was opened in this tab has left: all but work that is not sent.
 * @returns when that is done, or has taken too long; undefined where nothing was opened
 */
export function clearTraces(): Promise<unknown> | undefined {
  const origins = openedToLate()
  return origins.length > 0 ? cleared(origins, longestExitMs) : undefined
}

/** What is not done before the page goes is done before the content is opened again. */
function openedToLate(): string[] {
  const opened = read('sessionStorage', openedKey)
  write('localStorage', lateKey, { ...read('localStorage', lateKey), ...opened })
  write('sessionStorage', openedKey, {})
  for (const note of Object.values(opened)) {
    write('sessionStorage', note, {})
    write('localStorage', note, {})
  }
  return Object.keys(opened)
}

/** Before a page's script has come, the way out is a plain link: the server says that it was taken. */
function takeEarlierExit(): void {
  if (!hasLeft()) return
  openedToLate()
  forgetLeft()
}

let late: Promise<string[]> | undefined

/** Takes away what an earlier quick exit had no time for, once for each document. @returns the origins concerned */
export function clearLateTraces(): Promise<string[]> {
  takeEarlierExit()
  const origins = Object.keys(read('localStorage', lateKey))
  late ??= (origins.length > 0 ? cleared(origins, longestLateMs) : Promise.resolve()).then(
    () => origins,
  )
  return late
}

function cleared(origins: string[], longestMs: number): Promise<unknown> {
  const tooLate = new Promise((resolve) => setTimeout(resolve, longestMs))
  return Promise.race([Promise.all(origins.map(clearedBy)), tooLate])
}

/** By a hidden frame of the origin's own, since nobody else reaches what is kept there. */
function clearedBy(origin: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = origin + clearPath
  return new Promise((resolve) => {
    window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow || source === null) return
      if ((data as { samsyn?: unknown } | null)?.samsyn !== 'cleared') return
      const { [origin]: _, ...others } = read('localStorage', lateKey)
      write('localStorage', lateKey, others)
      frame.remove()
      resolve()
    })
    document.body.append(frame)
  })
}
