import { contentFrame } from './content-frame.ts'

/** Old content may ask whether to stay; then nothing happens for a while. */
const goneWithinMs = 1500

/** Where content is shown: one frame, a new one for each item, so that nothing is left in the history. */
export class Stage {
  readonly #onView: (view: Window) => void
  #frame: HTMLIFrameElement | undefined
  /** What lies above it. */
  layers: { closeAll: () => void } | undefined

  /** @param onView called with the content's window when it is there, and each time it has loaded a document */
  constructor(onView: (view: Window) => void) {
    this.#onView = onView
  }

  show(url: string, title: string): void {
    this.clear()
    const frame = contentFrame(title)
    const tell = () => {
      if (frame.contentWindow) this.#onView(frame.contentWindow)
    }
    frame.addEventListener('load', tell)
    frame.src = url
    document.body.append(frame)
    tell()
    this.#frame = frame
  }

  focus(): void {
    this.#frame?.contentWindow?.focus()
  }

  /** Lets content end: it is told as it would be when the learner closed it. Resolves when it is gone. */
  async unload(): Promise<void> {
    this.layers?.closeAll()
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
    this.layers?.closeAll()
    this.#frame?.remove()
    this.#frame = undefined
  }
}
