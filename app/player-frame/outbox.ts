import type { CommitMark, CommitSource } from '~/kernel/player-protocol.ts'
import { EntryStore } from './entry-store.ts'
import type { Store } from './outbox-keys.ts'
import { randomId } from './random-id.ts'

/** Changes of one session of one item. Numbered when they are about to be sent, and unchanged from then on. */
export interface Entry {
  id: string
  /** How often a part of it has been sent and another window's addition been left. */
  part: number
  /** Later entries are applied after earlier ones, whatever the computer's clock says. */
  order: number
  /** The number that it is sent under now; null until it has one. */
  mark: CommitMark | null
  /** All that it has been sent under: a request of an earlier launch may arrive late. */
  marks: CommitMark[]
  item: string
  session: string
  elements: Record<string, string>
  final: boolean
  source: CommitSource
}

/** Characters from which on a value that is set to what it is already is not a change. */
const longValue = 1000

/**
 * What the server does not hold yet, kept in this browser before it is sent and until the server has
 * said that it holds it. The keys name the attempt: nothing here is ever sent for another.
 */
export class Outbox {
  readonly #store: Store | null
  readonly #stored: EntryStore | null
  readonly #writerKey: string
  #writer: string | null = null
  #entries: Entry[]
  /** Entries, by id, of which the store does not have everything. */
  readonly #unstored = new Set<string>()
  /** Entries up to this one take no more: another window may be sending them. */
  #closedUpTo = 0
  /** Items with an entry that the server does not understand: theirs wait, so that they go in order one day. */
  readonly #heldBack = new Set<string>()
  /** The latest long values, by session and name. */
  readonly #latest = new Map<string, string>()

  /** @param store null where the browser keeps nothing: then entries live as long as the page */
  constructor(store: Store | null, attemptId: string) {
    this.#store = store
    this.#stored = store && new EntryStore(store, attemptId)
    this.#writerKey = `samsyn.writer.${attemptId}`
    this.#entries = (this.#stored?.load() ?? []).map((entry) => ({
      ...entry,
      mark: entry.marks.at(-1) ?? null,
      source: 'replayed',
    }))
  }

  /** Oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** Those that are not held back. */
  get sendable(): readonly Entry[] {
    return this.#entries.filter(({ item }) => !this.#heldBack.has(item))
  }

  /** Keeps an item's entries from being sent: what comes after one that is not taken must not overtake it. */
  holdBack(item: string): void {
    this.#heldBack.add(item)
    for (const entry of this.#entries) if (entry.item === item) entry.mark = null
    this.#closedUpTo = this.#entries.at(-1)?.order ?? 0
  }

  /** All may be sent again. */
  holdBackNone(): void {
    this.#heldBack.clear()
  }

  /** What waits of an item, the later over the earlier. */
  workOf(item: string): Record<string, string> {
    const own = this.#entries.filter((entry) => entry.item === item)
    return Object.assign({}, ...own.map(({ elements }) => elements)) as Record<string, string>
  }

  /** How many changed values wait. */
  get changes(): number {
    return this.#entries.reduce(
      (sum, { elements }) => sum + Math.max(1, Object.keys(elements).length),
      0,
    )
  }

  /** Whether all that waits outlives this page, as far as its latest change told. */
  get isStored(): boolean {
    return this.#unstored.size === 0
  }

  /** What is kept here is from now on this launch's, which other windows see. */
  claim(writer: string): void {
    this.#writer = writer
    try {
      this.#store?.setItem(this.#writerKey, writer)
    } catch {
      // Without room for it they learn from the server's answer.
    }
  }

  /** Whether another window of this browser has claimed the attempt since. */
  get isOvertaken(): boolean {
    if (this.#writer === null) return false
    const writer = this.#store?.getItem(this.#writerKey) ?? null
    return writer !== null && writer !== this.#writer
  }

  /** Whether the store's key and value, as a storage event tells them, are such a claim. */
  isClaim({ key, newValue }: { key: string | null; newValue: string | null }): boolean {
    return key === this.#writerKey && newValue !== null && newValue !== this.#writer
  }

  /** Keeps a change of content's, now. */
  record(item: string, session: string, name: string, value: string): void {
    const place = `${session} ${name}`
    if (this.#latest.get(place) === value && this.isStored) return
    if (value.length >= longValue) this.#latest.set(place, value)
    else this.#latest.delete(place)
    const entry = this.#open(item, session)
    entry.elements[name] = value
    this.#keep(entry, (stored) => stored.putValue(entry.id, name, value))
  }

  /** Keeps that a session has begun, for items that say nothing themselves. */
  begin(item: string, session: string): void {
    this.#open(item, session)
  }

  /** Keeps that content has called LMSFinish. */
  finish(item: string, session: string): void {
    const entry = this.#open(item, session)
    entry.final = true
    this.#keep(entry, (stored) => stored.putEnd(entry.id))
  }

  /**
   * Stores again what has gone from the store while the page lived: content, another tab or a cleaner may
   * empty it. What another window has taken over is that one's to keep.
   * @returns whether all that waits outlives this page
   */
  secure(): boolean {
    if (!this.#stored || this.isOvertaken) return this.isStored
    if (this.#writer !== null && this.#store?.getItem(this.#writerKey) === null) {
      this.claim(this.#writer)
    }
    for (const entry of this.#entries) {
      const stored = this.#stored
      if (this.#unstored.has(entry.id) || !isWhole(stored, entry)) {
        this.#keep(entry, () => restore(stored, entry))
      }
    }
    return this.isStored
  }

  /**
   * Numbers what is not numbered nor held back, after `lastSequence` and what is numbered already.
   * @returns all that is not held back, to be sent in this order
   */
  seal(writer: string, lastSequence: number, source: CommitSource): readonly Entry[] {
    this.secure()
    let sequence = this.#entries.reduce(
      (highest, { mark }) => Math.max(highest, mark?.sequence ?? 0),
      lastSequence,
    )
    for (const entry of this.sendable) {
      if (entry.mark) continue
      sequence++
      const mark = { writer, sequence }
      entry.mark = mark
      entry.marks.push(mark)
      entry.source = entry.source === 'replayed' ? 'replayed' : source
      this.#keep(entry, (stored) => stored.putMark(entry, mark))
    }
    return this.sendable
  }

  /** Those that have a number. */
  get numbered(): readonly Entry[] {
    return this.#entries.filter(({ mark }) => mark !== null)
  }

  /** The server holds everything of this writer up to and with the sequence. */
  heldUpTo(writer: string, sequence: number): Entry[] {
    return this.#release(({ mark }) => mark?.writer === writer && mark.sequence <= sequence)
  }

  /** What may have been sent already, also by another window since. */
  get marks(): CommitMark[] {
    for (const entry of this.#entries) {
      const known = new Set(entry.marks.map(markText))
      const others = this.#stored?.marksOf(entry.id).filter((mark) => !known.has(markText(mark)))
      entry.marks.push(...(others ?? []))
    }
    return this.#entries.flatMap(({ marks }) => marks)
  }

  /**
   * After a launch has asked the server what it holds: that is let go, the rest becomes this launch's to
   * send, under new numbers.
   */
  takeStock(held: readonly CommitMark[], heldEntries: readonly string[] = []): void {
    const arrived = new Set(held.map(markText))
    const known = new Set(heldEntries)
    this.#release(
      (entry) =>
        known.has(nameOf(entry)) || entry.marks.some((mark) => arrived.has(markText(mark))),
    )
    // Somebody else may have written: what content sets is a change again, though it be the same.
    this.#latest.clear()
    for (const entry of this.#entries) {
      entry.mark = null
    }
    this.#closedUpTo = this.#entries.at(-1)?.order ?? 0
  }

  /** The entry that takes further changes of a session, or a new one. */
  #open(item: string, session: string): Entry {
    const last = this.#entries.at(-1)
    const takesMore = last && !last.mark && !last.final && last.order > this.#closedUpTo
    if (takesMore && last.item === item && last.session === session) {
      if (!this.isOvertaken || last.order > this.#closeForOthers()) return last
    }
    const order = (last?.order ?? 0) + 1
    const entry: Entry = {
      id: `${String(order).padStart(6, '0')}.${randomId()}`,
      part: 0,
      order,
      mark: null,
      marks: [],
      item,
      session,
      elements: {},
      final: false,
      source: 'live',
    }
    this.#entries.push(entry)
    this.#keep(entry, (stored) => stored.putHead(entry))
    return entry
  }

  #hasClosedForOthers = false
  /** Once, when another window has taken over: what there is now it may be sending. */
  #closeForOthers(): number {
    if (!this.#hasClosedForOthers) this.#closedUpTo = this.#entries.at(-1)?.order ?? 0
    this.#hasClosedForOthers = true
    return this.#closedUpTo
  }

  /** Writes what has changed of an entry; all of it where the store has missed something before. */
  #keep(entry: Entry, write: (stored: EntryStore) => void): void {
    const hasMissed = this.#unstored.has(entry.id)
    this.#unstored.add(entry.id)
    if (!this.#stored) return
    try {
      if (hasMissed) restore(this.#stored, entry)
      else write(this.#stored)
      this.#unstored.delete(entry.id)
    } catch {
      // Full or forbidden: isStored says so, and the entry stays in memory to be sent.
    }
  }

  #release(isHeld: (entry: Entry) => boolean): Entry[] {
    const released = this.#entries.filter(isHeld)
    this.#entries = this.#entries.filter((entry) => !released.includes(entry))
    for (const { id, elements, final } of released) {
      this.#unstored.delete(id)
      this.#stored?.remove(id, Object.keys(elements), final)
    }
    return released
  }
}

/** What the server is told that an entry is called: the same under whatever number it is sent. */
export const nameOf = ({ id, part }: Pick<Entry, 'id' | 'part'>) =>
  part === 0 ? id : `${id}-${part}`

const markText = ({ writer, sequence }: CommitMark) => `${writer}.${sequence}`

/** Whether the store has all of the entry still. */
function isWhole(stored: EntryStore, { id, elements }: Entry): boolean {
  return stored.hasHead(id) && Object.keys(elements).every((name) => stored.hasValue(id, name))
}

/** Writes whatever the store does not have of the entry, and what may have changed. */
function restore(stored: EntryStore, entry: Entry): void {
  const { id, elements, final, marks } = entry
  if (!stored.hasHead(id)) stored.putHead(entry)
  // First of all, since that it may have been sent must be known whatever else has room.
  for (const mark of marks) stored.putMark(entry, mark)
  for (const [name, value] of Object.entries(elements)) {
    if (!stored.hasValue(id, name)) stored.forgetValue(id, name)
    stored.putValue(id, name, value)
  }
  if (final) stored.putEnd(id)
}
