import { all } from './dom.ts'

/**
 * A Swedish voice of the device itself. Many browsers also offer voices that send what they read to their
 * maker; a learner's reading is nobody else's business.
 */
function swedishVoice(): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined
  return speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && /^sv\b/i.test(lang.replace('_', '-')))
}

const readable =
  'h2, h3, h4, p, li, legend, figcaption, dt, dd, td, th, .option-text, .pair label, .choice'

/** Reads a page aloud, a paragraph at a time, and shows which. */
export class ReadAloud {
  /** Hears when reading begins and ends, and when a voice is found. */
  changed: () => void = () => undefined
  #queue: HTMLElement[] = []
  #now: HTMLElement | undefined

  constructor() {
    // Browsers find their voices after a while.
    window.speechSynthesis?.addEventListener?.('voiceschanged', () => this.changed())
    window.addEventListener('pagehide', () => this.stop())
  }

  get isPossible(): boolean {
    return swedishVoice() !== undefined
  }

  get isReading(): boolean {
    return this.#now !== undefined
  }

  start(page: HTMLElement): void {
    this.stop()
    this.#queue = all(page, readable).filter(
      (part) =>
        part.getClientRects().length > 0 &&
        !part.closest('.reviewed, .actions, .unseen, [aria-hidden]') &&
        // A paragraph within a list's line is read with the line.
        !part.parentElement?.closest('li, legend, dd, figcaption'),
    )
    this.#next()
  }

  stop(): void {
    this.#queue = []
    const wasReading = this.isReading
    this.#show(undefined)
    if (!wasReading) return
    speechSynthesis.cancel()
    this.changed()
  }

  #next(): void {
    const voice = swedishVoice()
    const part = this.#queue.shift()
    if (!voice || !part) return this.stop()
    const isBeginning = !this.isReading
    this.#show(part)
    // A paragraph at a time: some browsers fall silent after a quarter of a minute.
    const words = new SpeechSynthesisUtterance(part.innerText)
    words.voice = voice
    words.lang = voice.lang
    words.onend = () => {
      if (this.#now === part) this.#next()
    }
    words.onerror = words.onend
    speechSynthesis.speak(words)
    if (isBeginning) this.changed()
  }

  #show(part: HTMLElement | undefined): void {
    this.#now?.classList.remove('is-read')
    this.#now = part
    part?.classList.add('is-read')
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    part?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
  }
}
