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
export function isInSamsyn(view: Window): boolean {
  return playerRoot(view) !== undefined
}

/** What Samsyn speaks around the content: "sv". */
export function samsynLanguage(view: Window): string | undefined {
  return playerRoot(view)?.lang
}

/** Calls when the learner leaves by Samsyn's own way out: the page is about to go. */
export function heedLeaving(view: Window, left: () => void): void {
  view.addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
    // Nobody else is to take away what the learner has written.
    if (source !== view.parent || origin !== view.location.origin) return
    if ((data as { samsyn?: unknown } | null | undefined)?.samsyn === 'left') left()
  })
}
