import type { CommitMark, CommitMessage, CommitSource } from '~/kernel/player-protocol.ts'
import { randomId } from './random-id.ts'

/** The part of localStorage that the outbox uses. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Changes of one session of one item. Numbered when they are about to be sent, and unchanged from then on. */
export interface Entry {
  id: string
  /** Later entries are applied after earlier ones, whatever the computer's clock says. */
  order: number
  /** The launch that numbered it; null until then. */
  mark: CommitMark | null
  item: string
  session: string
  elements: Record<string, string>
  final: boolean
  source: CommitSource
}

/**
 * What the server does not hold yet, kept in this browser before it is sent and until the server has
 * said that it holds it. One key for each entry, so that a change is one write, all or nothing. The key
 * names the attempt: nothing here is ever sent for another.
 */
export class Outbox {
  readonly #store: Store | null
  readonly #prefix: string
  #entries: Entry[]
  /** What the store has of each entry, by id. */
  readonly #texts = new Map<string, string>()
  /** Entries whose latest change the store would not take. */
  readonly #unstored = new Set<string>()

  /** @param store null where the browser keeps nothing: then entries live as long as the page */
  constructor(store: Store | null, attemptId: string) {
    this.#store = store
    this.#prefix = `samsyn.outbox.${attemptId}.`
    this.#entries = this.#load()
  }

  /** Oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** How many changed values wait. */
  get changes(): number {
    return this.#entries.reduce(
      (sum, { elements }) => sum + Math.max(1, Object.keys(elements).length),
      0,
    )
  }

  /** Whether all that waits outlives this page. */
  get isStored(): boolean {
    return this.#unstored.size === 0
  }

  /** Keeps a change of content's, now. */
  record(item: string, session: string, name: string, value: string): void {
    const entry = this.#open(item, session)
    entry.elements[name] = value
    this.#keep(entry)
  }

  /** Keeps that a session has begun, for items that say nothing themselves. */
  begin(item: string, session: string): void {
    this.#keep(this.#open(item, session))
  }

  /** Keeps that content has called LMSFinish. */
  finish(item: string, session: string): void {
    const entry = this.#open(item, session)
    entry.final = true
    this.#keep(entry)
  }

  /**
   * Numbers what is not numbered, after `lastSequence` and what is numbered already.
   * @returns all entries, to be sent in this order
   */
  seal(writer: string, lastSequence: number, source: CommitSource): readonly Entry[] {
    let sequence = this.#entries.reduce(
      (highest, { mark }) => Math.max(highest, mark?.sequence ?? 0),
      lastSequence,
    )
    for (const entry of this.#entries) {
      if (entry.mark) continue
      sequence++
      entry.mark = { writer, sequence }
      entry.source = entry.source === 'replayed' ? 'replayed' : source
      this.#keep(entry)
    }
    return this.#entries
  }

  /** The server holds everything of this writer up to and with the sequence. */
  heldUpTo(writer: string, sequence: number): void {
    this.#release(({ mark }) => mark?.writer === writer && mark.sequence <= sequence)
  }

  /** What may have been sent already. */
  get marks(): CommitMark[] {
    return this.#entries.flatMap(({ mark }) => mark ?? [])
  }

  /**
   * After a launch has asked the server what it holds: that is let go, the rest becomes this launch's to
   * send, under new numbers.
   */
  takeStock(held: readonly CommitMark[]): void {
    this.#release(({ mark }) =>
      held.some(({ writer, sequence }) => writer === mark?.writer && sequence === mark.sequence),
    )
    for (const entry of this.#entries) {
      entry.mark = null
      entry.source = 'replayed'
      this.#keep(entry)
    }
  }

  /** The entry that takes further changes of a session, or a new one. */
  #open(item: string, session: string): Entry {
    const last = this.#entries.at(-1)
    const takesMore = last && !last.mark && !last.final
    if (takesMore && last.item === item && last.session === session) return last
    const order = (last?.order ?? 0) + 1
    const id = `${String(order).padStart(6, '0')}.${randomId()}`
    const entry: Entry = {
      id,
      order,
      mark: null,
      item,
      session,
      elements: {},
      final: false,
      source: 'live',
    }
    this.#entries.push(entry)
    return entry
  }

  #keep(entry: Entry): void {
    const text = JSON.stringify(entry)
    this.#unstored.add(entry.id)
    if (!this.#store) return
    try {
      this.#store.setItem(this.#prefix + entry.id, text)
      this.#texts.set(entry.id, text)
      this.#unstored.delete(entry.id)
    } catch {
      // Full or forbidden: isStored says so, and the entry stays in memory to be sent.
    }
  }

  #release(isHeld: (entry: Entry) => boolean): void {
    for (const entry of this.#entries.filter(isHeld)) {
      const key = this.#prefix + entry.id
      // What another window has added to it meanwhile has not been sent: that stays for the next launch.
      const text = this.#texts.get(entry.id)
      if (text !== undefined && this.#store?.getItem(key) === text) this.#store.removeItem(key)
      this.#texts.delete(entry.id)
      this.#unstored.delete(entry.id)
    }
    this.#entries = this.#entries.filter((entry) => !isHeld(entry))
  }

  #load(): Entry[] {
    const entries: Entry[] = []
    for (let i = 0; i < (this.#store?.length ?? 0); i++) {
      const key = this.#store?.key(i)
      const text = key?.startsWith(this.#prefix) ? this.#store?.getItem(key) : null
      const entry = text ? readEntry(text) : undefined
      if (!entry || !text) continue
      this.#texts.set(entry.id, text)
      entries.push(entry)
    }
    return entries.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
  }
}

function readEntry(text: string): Entry | undefined {
  try {
    return JSON.parse(text) as Entry
  } catch {
    return undefined
  }
}

/** An entry as it is sent. */
export function messageOfEntry({ mark, ...entry }: Entry): CommitMessage {
  const { item, session, elements, final, source } = entry
  return { sequence: mark?.sequence ?? 0, item, session, elements, final, source }
}
