/** Milliseconds: how often to look for the next page of a window that has lost its own, and for how long. */
const lookEvery = 10
const lookFor = 10_000

/**
 * Follows content's window and the frames within it, which the app's page cannot see into: tells of each
 * document that is shown in one of them.
 */
export class ContentWindows {
  readonly #shows: (view: Window) => void
  readonly #known = new WeakSet<Document>()

  /**
   * @param shows called for each document, once before the first page of a frame has loaded, and again when
   *   content has written a document anew, which takes away what listened to it and to its window
   */
  constructor(shows: (view: Window) => void) {
    this.#shows = shows
  }

  /** Follows a window's present document; call again when it shows another. */
  watch(view: Window | null | undefined): void {
    const document = documentOf(view)
    if (!view || !document || this.#known.has(document)) return
    this.#known.add(document)
    this.#listen(view, document)
    // A frame's first page may speak as it loads: its window is there as soon as the frame is.
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => target === document)) this.#listen(view, document)
      for (const { addedNodes } of changes) for (const node of addedNodes) this.#watchFrames(node)
    }).observe(document, { childList: true, subtree: true })
    this.#watchFrames(document)
    if (document.URL === 'about:blank') this.#expect(view)
  }

  #listen(view: Window, document: Document): void {
    this.#shows(view)
    // In the capture phase, so that content cannot keep a frame's coming to itself.
    document.addEventListener('load', this.#loaded, true)
    view.addEventListener('pagehide', this.#left)
  }

  readonly #left = ({ currentTarget }: Event) => this.#expect(currentTarget as Window)

  /** No event tells of a page that has begun to load, only of one that has done so. */
  #expect(view: Window): void {
    const before = documentOf(view)
    const until = performance.now() + lookFor
    const timer = setInterval(() => {
      const isThere = documentOf(view) !== before
      if (isThere) this.watch(view)
      if (isThere || performance.now() > until) clearInterval(timer)
    }, lookEvery)
  }

  readonly #loaded = ({ target }: Event) => {
    if (target) this.#watchFrame(target)
  }

  #watchFrames(node: Node): void {
    if (!('querySelectorAll' in node)) return
    this.#watchFrame(node)
    for (const frame of (node as ParentNode).querySelectorAll('iframe, frame')) {
      this.#watchFrame(frame)
    }
  }

  #watchFrame(element: EventTarget): void {
    if ('contentWindow' in element) this.watch(element.contentWindow as Window | null)
  }
}

/** The frames in a window, and those in them. */
export function windowsWithin(view: Window): Window[] {
  const frames = Array.from({ length: view.length }, (_, index) => view[index]!)
  return frames.flatMap((frame) => [frame, ...windowsWithin(frame)])
}

/** A frame of another host is none of ours to look into. */
function documentOf(view: Window | null | undefined): Document | undefined {
  try {
    return view?.document
  } catch {
    return undefined
  }
}
