/** The part of the app's localStorage that the notes use. */
export type NoteStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Which registrations may have work in this browser that the server does not hold: noted before content
 * begins, and taken away only when the frame has said that all is saved. A browser that is killed leaves
 * the note, and the reader's next page sees to it (flush-unsent.ts). A note is of one reader and one
 * opening of a module; it says nothing but their ids.
 */
export class UnsentNotes {
  readonly #store: NoteStore
  readonly #prefix: string

  /** @param readerId whose notes: another person's on the same computer are never read */
  constructor(store: NoteStore, readerId: string) {
    this.#store = store
    this.#prefix = `samsyn.unsent.${readerId}.`
  }

  /** @param opening tells openings of the module in several tabs apart */
  add(registrationId: string, opening: string): void {
    try {
      this.#store.setItem(`${this.#prefix}${registrationId}.${opening}`, '1')
    } catch {
      // Without a note what is left is sent when the module is opened again.
    }
  }

  remove(registrationId: string, opening: string): void {
    this.#store.removeItem(`${this.#prefix}${registrationId}.${opening}`)
  }

  /** By registration, the openings that have been noted. */
  read(): Map<string, string[]> {
    const notes = new Map<string, string[]>()
    for (let i = 0; i < this.#store.length; i++) {
      const key = this.#store.key(i)
      if (!key?.startsWith(this.#prefix)) continue
      const [registrationId = '', opening = ''] = key.slice(this.#prefix.length).split('.')
      notes.set(registrationId, [...(notes.get(registrationId) ?? []), opening])
    }
    return notes
  }
}

/** The reader's notes in this browser; null where it keeps none. */
export function unsentNotes(readerId: string): UnsentNotes | null {
  try {
    return new UnsentNotes(window.localStorage, readerId)
  } catch {
    return null
  }
}
