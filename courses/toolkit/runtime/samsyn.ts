import type { Outcome } from './outcome.ts'

// What the module knows of Samsyn's player, whose frame is around it on the same host. In any other system
// none of it is there.

/** The document of the player around the content. */
function playerRoot(view: Window): HTMLElement | undefined {
  try {
    const root = view.parent === view ? undefined : view.parent.document.documentElement
    return root && 'appOrigin' in root.dataset ? root : undefined
  } catch {
    // A page of another host is none of ours to look into.
    return undefined
  }
}

/** Samsyn's player around the content hears Esc three times in it, and leaves with all its pages. */
export function isInPlayer(view: Window): boolean {
  return playerRoot(view) !== undefined
}

/** Whether Samsyn is around the content, with a learner signed in or without. */
export function isInSamsyn(view: Window): boolean {
  return isInPlayer(view) || openApp(view) !== undefined
}

/** What Samsyn speaks around the content: "sv". */
export function samsynLanguage(view: Window): string | undefined {
  const around = openApp(view) === undefined ? undefined : asked(view).get('lang')
  return playerRoot(view)?.lang ?? around ?? undefined
}

const asked = (view: Window) => new URLSearchParams(view.location.search)

/**
 * The origin of Samsyn's page around a module that is taken without signing in. It stands in the address, since
 * that page is on another host; only hosts of Samsyn's, which nobody else may frame, are told it.
 */
export function openApp(view: Window): string | undefined {
  if (view.parent === view || !/^o-[a-z2-7]{26}\./.test(view.location.hostname)) return undefined
  return asked(view).get('app') ?? undefined
}

/** What the module tells that page. Where there is none, nobody is told. */
export type ToOpenApp =
  | { samsyn: 'leave' }
  /** How far the learner has come; `isKept` where the device keeps it when the tab is closed. */
  | ({ samsyn: 'open-outcome'; isKept: boolean } & Outcome)
  /** All that is kept of it, for a learner who has signed in and takes it along. */
  | { samsyn: 'open-progress'; text: string }
  | { samsyn: 'open-forgotten' }

export function tellOpenApp(view: Window, message: ToOpenApp): void {
  const app = openApp(view)
  if (app !== undefined) view.parent.postMessage(message, app)
}

/** Calls when that page wants something of the module. */
export function heedAsking(view: Window, asked: Record<Asked, () => void>): void {
  for (const word of ['open-outcome?', 'open-progress?', 'open-forget'] as const) {
    heed(view, word, asked[word])
  }
}

/** How far the learner has come; what is kept of it; to forget that. */
export type Asked = 'open-outcome?' | 'open-progress?' | 'open-forget'

/** Calls when the learner leaves by Samsyn's own way out: the page is about to go. */
export function heedLeaving(view: Window, left: () => void): void {
  heed(view, 'left', left)
}

function heed(view: Window, word: string, heard: () => void): void {
  view.addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
    // Nobody else is to take away what the learner has written.
    if (source !== view.parent || ![view.location.origin, openApp(view)].includes(origin)) return
    if ((data as { samsyn?: unknown } | null | undefined)?.samsyn === word) heard()
  })
}
