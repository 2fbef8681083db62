/** Old content may ask whether to stay; then nothing happens for a while. */
const goneWithinMs = 1500

/** What content may do; not open windows, nor lead the page elsewhere. */
const allowed = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-modals',
  'allow-downloads',
].join(' ')

/** Where content is shown: one frame, a new one for each item, so that nothing is left in the history. */
export class Stage {
  readonly #onView: (view: Window) => void
  #frame: HTMLIFrameElement | undefined

  /** @param onView called with the content's window each time it has loaded a document */
  constructor(onView: (view: Window) => void) {
    this.#onView = onView
  }

  show(url: string, title: string): void {
    this.clear()
    const frame = document.createElement('iframe')
    frame.title = title
    frame.setAttribute('sandbox', allowed)
    frame.setAttribute('allow', 'autoplay; fullscreen')
    frame.addEventListener('load', () => {
      if (frame.contentWindow) this.#onView(frame.contentWindow)
    })
    frame.src = url
    document.body.append(frame)
    this.#frame = frame
  }

  /** Lets content end: it is told as it would be when the learner closed it. Resolves when it is gone. */
  async unload(): Promise<void> {
    const frame = this.#frame
    if (!frame?.contentWindow) return
    const gone = new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve(), { once: true })
      setTimeout(resolve, goneWithinMs)
    })
    frame.contentWindow.location.replace('about:blank')
    await gone
    this.clear()
  }

  clear(): void {
    this.#frame?.remove()
    this.#frame = undefined
  }
}
