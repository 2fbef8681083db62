const presses = 3
const withinMs = 2000

/**
 * Watches for Esc three times within two seconds in the content's window and the frames within it,
 * which the app's page cannot see into.
 */
export class LeaveKeys {
  readonly #leave: () => void
  readonly #watched = new WeakSet<Document>()
  #times: number[] = []

  constructor(leave: () => void) {
    this.#leave = leave
  }

  /** Watches a window's present document; call again when it shows another. */
  watch(view: Window | null | undefined): void {
    const document = documentOf(view)
    if (!view || !document || this.#watched.has(document)) return
    this.#watched.add(document)
    // In the capture phase, so that content cannot keep the key, nor a frame's coming, to itself.
    view.addEventListener('keydown', this.#pressed, true)
    document.addEventListener('load', this.#frameLoaded, true)
    for (const frame of document.querySelectorAll('iframe, frame')) this.#watchFrame(frame)
  }

  readonly #pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.repeat) return
    // Each window counts its own time; the computer's is the same in all.
    const at = Date.now()
    this.#times = [...this.#times, at].filter((time) => at - time <= withinMs).slice(-presses)
    if (this.#times.length < presses) return
    this.#times = []
    this.#leave()
  }

  readonly #frameLoaded = (event: Event) => {
    if (event.target) this.#watchFrame(event.target)
  }

  #watchFrame(element: EventTarget): void {
    if ('contentWindow' in element) this.watch(element.contentWindow as Window | null)
  }
}

/** A frame of another host is none of ours to look into. */
function documentOf(view: Window | null | undefined): Document | undefined {
  try {
    return view?.document
  } catch {
    return undefined
  }
}
