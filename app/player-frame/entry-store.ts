import type { CommitMark } from '~/kernel/player-protocol.ts'
import { applyPatch, fingerprintOf, patchBetween, type TextPatch } from '~/kernel/text-patch.ts'
import { keysFrom, outboxPrefix, type Store } from './outbox-keys.ts'

/** What a store holds of an entry beside its values. */
interface EntryHead {
  order: number
  item: string
  session: string
}

export interface StoredEntry extends EntryHead {
  /** See Entry. */
  part: number
  id: string
  marks: CommitMark[]
  elements: Record<string, string>
  final: boolean
}

/** Characters from which on a small change of a value is stored as a difference. */
const longValue = 1000
/** What the server takes for a sequence. */
const mostSequence = 1_000_000_000

/** A value as it lies in the store: `whole`, and the difference that makes the present one of it. */
interface StoredValue {
  whole: string
  fingerprint?: string
  patch: string | null
}

/**
 * Entries as they lie in the browser's store: a key for the head, one for each value, one for each
 * number that the entry has been sent under, one for its end. So a change of content's is one write, all
 * or nothing, a small one does not write a large one again, and what two windows write is never in one
 * key. A head is written first and removed last.
 */
export class EntryStore {
  readonly #store: Store
  readonly #prefix: string
  /** What this window has written or read, by key of the value. */
  readonly #values = new Map<string, StoredValue>()

  constructor(store: Store, attemptId: string) {
    this.#store = store
    this.#prefix = `${outboxPrefix}${attemptId}.`
  }

  // Each of these throws where the store is full or forbidden.

  putHead({ id, order, item, session }: EntryHead & { id: string }): void {
    // The room lets an entry be numbered, and so be known for one that was sent, in a store that is full.
    const head = { order, item, session, room: ' '.repeat(150) }
    this.#store.setItem(this.#key(id, 'h'), JSON.stringify(head))
  }

  putValue(id: string, name: string, value: string): void {
    const key = this.#key(id, 'v', name)
    const held = this.#values.get(key)
    if (held?.whole === value) return this.#dropPatch(id, name, held)
    const patch = held && value.length >= longValue ? shortPatch(held, value) : null
    if (held && patch !== null) {
      this.#store.setItem(this.#key(id, 'p', name), patch)
      held.patch = patch
      return
    }
    // A difference from an earlier value no longer fits, so it need not go in the same moment.
    this.#store.setItem(key, value)
    this.#values.set(key, { whole: value, patch: null })
    if (held) this.#dropPatch(id, name, held)
  }

  putEnd(id: string): void {
    this.#store.setItem(this.#key(id, 'f'), '1')
  }

  putMark(entry: EntryHead & { id: string }, { writer, sequence }: CommitMark): void {
    const key = this.#key(entry.id, 'm', `${writer}.${sequence}`)
    try {
      this.#store.setItem(key, '1')
    } catch {
      const { id, order, item, session } = entry
      this.#store.setItem(this.#key(id, 'h'), JSON.stringify({ order, item, session }))
      this.#store.setItem(key, '1')
    }
  }

  hasHead(id: string): boolean {
    return this.#store.getItem(this.#key(id, 'h')) !== null
  }

  hasValue(id: string, name: string): boolean {
    const held = this.#values.get(this.#key(id, 'v', name))
    if (!held || this.#store.getItem(this.#key(id, 'v', name)) === null) return false
    return held.patch === null || this.#store.getItem(this.#key(id, 'p', name)) !== null
  }

  /** The store has lost it: the next value is written whole. */
  forgetValue(id: string, name: string): void {
    this.#values.delete(this.#key(id, 'v', name))
    this.#store.removeItem(this.#key(id, 'p', name))
  }

  /** All numbers that the entry has been sent under, by whichever window. */
  marksOf(id: string): CommitMark[] {
    const start = this.#key(id, 'm', '')
    // One that content has made up must not keep the others from being asked about.
    return this.#keys(start)
      .map((key) => markOf(key.slice(start.length)))
      .filter(
        ({ writer, sequence }) => writer.length <= 64 && sequence >= 1 && sequence <= mostSequence,
      )
  }

  /**
   * Lets go of what this window has read or written of an entry and the server holds. What another has
   * added meanwhile has not been sent: it stays, unnumbered, for the next launch.
   */
  remove(id: string, names: readonly string[], isFinal: boolean): void {
    const values = names.map((name) => ({ name, isAsKnown: this.#isAsKnown(id, name) }))
    const known = new Set(names)
    const added = this.#namesOf(id).filter((name) => !known.has(name))
    const hasOthers =
      added.length > 0 ||
      values.some(({ isAsKnown }) => !isAsKnown) ||
      (!isFinal && this.#store.getItem(this.#key(id, 'f')) !== null)
    // Numbers say that all of it may have been sent: they go before or after the rest accordingly.
    if (hasOthers) {
      this.#removeMarks(id)
      this.#beginPart(id)
    }
    for (const { name, isAsKnown } of values) if (isAsKnown) this.#removeValue(id, name)
    if (hasOthers) return
    this.#store.removeItem(this.#key(id, 'f'))
    this.#removeMarks(id)
    this.#store.removeItem(this.#key(id, 't'))
    this.#store.removeItem(this.#key(id, 'h'))
  }

  /** What is left goes under a name of its own: the server knows the one that it has had. */
  #beginPart(id: string): void {
    this.#store.setItem(this.#key(id, 't'), String(this.#partOf(id) + 1))
  }

  #partOf(id: string): number {
    return Number(this.#store.getItem(this.#key(id, 't')) ?? 0)
  }

  /** Oldest first. What cannot be read stays where it is. */
  load(): StoredEntry[] {
    const heads = this.#keys(this.#prefix).flatMap((key) => {
      const id = /^(\d{1,20}\.\w{1,40})\.h$/.exec(key.slice(this.#prefix.length))?.[1]
      const head = id === undefined ? undefined : readJson<EntryHead>(this.#store.getItem(key))
      return id !== undefined && head && isHead(head) ? [{ ...head, id }] : []
    })
    return heads
      .map(({ id, order, item, session }) => ({
        ...{ id, order, item, session },
        part: this.#partOf(id),
        marks: this.marksOf(id),
        elements: this.#loadValues(id),
        final: this.#store.getItem(this.#key(id, 'f')) !== null,
      }))
      .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
  }

  #loadValues(id: string): Record<string, string> {
    const values = this.#namesOf(id).flatMap((name): [string, string][] => {
      const whole = this.#store.getItem(this.#key(id, 'v', name))
      if (whole === null) return []
      const text = this.#store.getItem(this.#key(id, 'p', name))
      const patch = readJson<TextPatch>(text)
      const patched = patch && applyPatch(whole, patch)
      this.#values.set(this.#key(id, 'v', name), { whole, patch: text })
      return [[name, patched ?? whole]]
    })
    return Object.fromEntries(values)
  }

  #dropPatch(id: string, name: string, held: StoredValue): void {
    if (held.patch !== null) this.#store.removeItem(this.#key(id, 'p', name))
    held.patch = null
  }

  #isAsKnown(id: string, name: string): boolean {
    const held = this.#values.get(this.#key(id, 'v', name))
    const whole = this.#store.getItem(this.#key(id, 'v', name))
    // One that the store never took, or that was emptied out of it, is not there to be let go.
    if (!held || whole === null) return whole === null
    const patch = this.#store.getItem(this.#key(id, 'p', name))
    return whole === held.whole && patch === held.patch
  }

  #removeValue(id: string, name: string): void {
    this.#store.removeItem(this.#key(id, 'p', name))
    this.#store.removeItem(this.#key(id, 'v', name))
    this.#values.delete(this.#key(id, 'v', name))
  }

  #removeMarks(id: string): void {
    for (const key of this.#keys(this.#key(id, 'm', ''))) this.#store.removeItem(key)
  }

  #namesOf(id: string): string[] {
    const start = this.#key(id, 'v', '')
    return this.#keys(start).map((key) => key.slice(start.length))
  }

  #keys(start: string): string[] {
    return keysFrom(this.#store, start)
  }

  #key(id: string, kind: 'h' | 'v' | 'p' | 'm' | 'f' | 't', rest?: string): string {
    return `${this.#prefix}${id}.${kind}${rest === undefined ? '' : `.${rest}`}`
  }
}

/** The difference to be stored instead of the value, where that is much shorter. */
function shortPatch(held: StoredValue, value: string): string | null {
  if (held.whole.length < longValue) return null
  held.fingerprint ??= fingerprintOf(held.whole)
  const patch = patchBetween(held.whole, value, held.fingerprint)
  return patch && patch.text.length < value.length / 4 ? JSON.stringify(patch) : null
}

/** Whether the server could read it: content can write to the store, and a cleaner may damage it. */
const isHead = ({ order, item, session }: EntryHead) =>
  Number.isFinite(order) && isText(item, /^[^\0]{1,400}$/) && isText(session, /^[\w-]{1,64}$/)

const isText = (value: unknown, form: RegExp) => typeof value === 'string' && form.test(value)

function markOf(text: string): CommitMark {
  const at = text.lastIndexOf('.')
  return { writer: text.slice(0, at), sequence: Number(text.slice(at + 1)) }
}

function readJson<Value>(text: string | null): Value | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined
  }
}
