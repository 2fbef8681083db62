import { messageOf, type FromFrame, type ToFrame } from '~/kernel/player-protocol.ts'
import { leaveNow, whenLeaving } from '~/ui/leave-now.ts'
import { clearLateTraces, noteTraces } from '~/ui/traces.ts'
import { unsentNotes, type UnsentNotes } from './unsent-notes.ts'

/** What the player's page begins with, and what its frame is launched with. */
export interface Launch {
  registrationId: string
  readerId: string
  contentOrigin: string
  token: string
  item: string
  language: string
  contentTitle: string
  closeLabel: string
}

type Listener = (message: FromFrame) => void

/**
 * The page's end of the line to the player's frame. It launches the frame as soon as that calls, without
 * waiting for what the page is drawn with, and keeps what is said until somebody listens.
 */
export class FrameLine {
  readonly #launch: Launch
  readonly #notes: UnsentNotes | null
  /** Tells this opening of the module from others in other tabs. */
  readonly #opening = Math.random().toString(36).slice(2)
  #said: FromFrame[] = []
  #listener: Listener = (message) => this.#said.push(message)

  constructor(launch: Launch) {
    this.#launch = launch
    this.#notes = unsentNotes(launch.readerId)
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      const isFrame = event.source === this.#frame?.contentWindow
      if (!isFrame || event.origin !== launch.contentOrigin) return
      const message = messageOf<FromFrame>(event.data)
      if (message) this.#hear(message)
    })
    whenLeaving(() => this.tell({ samsyn: 'left' }))
    // A page that the browser shows again from memory holds a token and a state of long ago.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) window.location.reload()
    })
  }

  tell(message: ToFrame): void {
    this.#frame?.contentWindow?.postMessage(message, this.#launch.contentOrigin)
  }

  /** Gives the keyboard to the content. */
  focusContent(): void {
    this.#frame?.focus()
    this.tell({ samsyn: 'focus' })
  }

  /** From now on, and first of all what the frame has said before. */
  listen(listener: Listener): void {
    this.#listener = listener
    for (const message of this.#said.splice(0)) listener(message)
  }

  get #frame(): HTMLIFrameElement | null {
    return document.querySelector<HTMLIFrameElement>('iframe.player-frame')
  }

  #hear(message: FromFrame): void {
    const { registrationId, contentOrigin, token, item, language, contentTitle, closeLabel } =
      this.#launch
    if (message.samsyn === 'ready') {
      // Before content begins, until all is saved: the reader's other pages see to what is left.
      this.#notes?.add(registrationId, this.#opening)
      noteTraces(contentOrigin)
      const launch = { samsyn: 'launch', token, item, language, contentTitle, closeLabel } as const
      // The frame heeds the first of them: it asks until it is launched.
      void clearLateTraces().then(() => this.tell(launch))
    } else if (message.samsyn === 'leave') leaveNow()
    else if (message.samsyn === 'restored') window.location.reload()
    else {
      if (message.samsyn === 'ended' && message.isSaved) {
        this.#notes?.remove(registrationId, this.#opening)
      }
      this.#listener(message)
    }
  }
}
