import type { CommitMessage, CommitRequest } from '~/kernel/player-protocol.ts'
import { patchBetween, type TextPatch } from '~/kernel/text-patch.ts'
import { nameOf, type Entry } from './outbox.ts'

/** Characters from which on a value goes as its difference from what the server holds, where that is shorter. */
const longValue = 1000
/** Commits in one request; a large outbox goes in several. */
const mostCommits = 50

/** How entries are sent: long values as differences from those that the server is known to hold. */
export class Wire {
  /** By item and name. */
  readonly #held = new Map<string, string>()
  /** Entries, by id, whose differences did not fit: they go whole. */
  readonly #whole = new Set<string>()

  /** What the server holds of an item, as it told at launch. */
  knows(item: string, elements: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(elements)) {
      if (value.length >= longValue) this.#held.set(keyOf(item, name), value)
      else this.#held.delete(keyOf(item, name))
    }
  }

  /** The server holds these now. */
  acknowledged(entries: readonly Entry[]): void {
    for (const { id, item, elements } of entries) {
      this.knows(item, elements)
      this.#whole.delete(id)
    }
  }

  /** @returns false when it was whole already */
  sendWhole({ id, item, elements }: Entry): boolean {
    for (const name of Object.keys(elements)) this.#held.delete(keyOf(item, name))
    if (this.#whole.has(id)) return false
    this.#whole.add(id)
    return true
  }

  /** As many entries as have room, from the first on: bytes of the request as JSON. */
  request(entries: readonly Entry[], room: number): { request: CommitRequest; bytes: number } {
    // Each commit is applied to what those before it in the same request have made.
    const bases = new Map<string, string>()
    const commits: CommitMessage[] = []
    let bytes = bytesOf({ commits: [] })
    for (const entry of entries.slice(0, mostCommits)) {
      const message = this.#message(entry, bases)
      const more = bytesOf(message) + 1
      if (bytes + more > room) break
      bytes += more
      commits.push(message)
    }
    return { request: { commits }, bytes }
  }

  #message(entry: Entry, bases: Map<string, string>): CommitMessage {
    const { id, mark, item, session, final, source } = entry
    const elements: Record<string, string> = {}
    const patches: Record<string, TextPatch> = {}
    for (const [name, value] of Object.entries(entry.elements)) {
      const key = keyOf(item, name)
      const base = bases.get(key) ?? this.#held.get(key)
      const isLong = value.length >= longValue
      const patch = isLong && base && !this.#whole.has(id) ? patchBetween(base, value) : null
      if (patch) patches[name] = patch
      else elements[name] = value
      if (isLong) bases.set(key, value)
    }
    const hasPatches = Object.keys(patches).length > 0
    return {
      sequence: mark?.sequence ?? 0,
      entry: nameOf(entry),
      item,
      session,
      elements,
      ...(hasPatches && { patches }),
      final,
      source,
    }
  }
}

const keyOf = (item: string, name: string) => `${item}\n${name}`

const encoder = new TextEncoder()
const bytesOf = (value: object) => encoder.encode(JSON.stringify(value)).length
