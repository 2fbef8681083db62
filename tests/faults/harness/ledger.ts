import { createHash, randomBytes } from 'node:crypto'

/** One change that content has asked for, under a marker that stands nowhere else. */
export interface Change {
  marker: string
  /** Whose: the registration that was on the screen. */
  registration: string
  device: string
  /** One player page, from its opening to its end. */
  playing: string
  /** One of content's sessions within it. */
  session: string
  order: number
  /** Session time that it told, in seconds; no other change tells the same. */
  seconds: number
  /** The whole suspend data that it set. */
  suspend?: { length: number; hash: string }
  location?: string
  completes: boolean
  /** What content was answered; null when the page went away before the answer. */
  accepted: boolean | null
  /** Content was answered "true" to its Commit or its end afterwards. */
  acknowledged: boolean
  /** The learner was told afterwards that all is saved. */
  seen: boolean
  /** The device held it when the fault came. */
  stored: boolean
  /** Why nobody can be asked to keep it any more. */
  gone?: string
}

export interface Wanted {
  suspendCharacters?: number
  location?: boolean
  completes?: boolean
}

/** What content is to set for a change: its marker, and what the test wants beside it. */
export interface Order {
  marker: string
  seconds: number
  suspend?: string
  location?: string
  completes: boolean
}

/** The test's own account of what was set, what was promised, and what the device held. */
export class Ledger {
  readonly changes: Change[] = []
  readonly #tag = `q${randomBytes(5).toString('hex')}`
  #count = 0

  /** Writes a change down before content is asked for it. */
  plan(
    at: Pick<Change, 'registration' | 'device' | 'playing' | 'session'>,
    wanted: Wanted = {},
  ): { change: Change; order: Order } {
    const order = ++this.#count
    const marker = `${this.#tag}n${String(order).padStart(5, '0')}z`
    const suspend = wanted.suspendCharacters
      ? filled(`${marker}:`, wanted.suspendCharacters)
      : undefined
    const location = wanted.location === false ? undefined : `at-${marker}`
    const change: Change = {
      ...at,
      marker,
      order,
      seconds: order,
      suspend:
        suspend === undefined ? undefined : { length: suspend.length, hash: hashOf(suspend) },
      location,
      completes: wanted.completes ?? false,
      accepted: null,
      acknowledged: false,
      seen: false,
      stored: false,
    }
    this.changes.push(change)
    const { seconds, completes } = change
    return { change, order: { marker, seconds, suspend, location, completes } }
  }

  of(at: Partial<Pick<Change, 'registration' | 'device' | 'playing' | 'session'>>): Change[] {
    return this.changes.filter((change) =>
      Object.entries(at).every(([name, value]) => change[name as keyof Change] === value),
    )
  }

  /** What a device held for a registration: the texts of its storage. */
  noteStored(at: { registration: string; device: string }, dump: string): void {
    for (const change of this.of(at)) if (dump.includes(change.marker)) change.stored = true
  }

  get registrations(): string[] {
    return [...new Set(this.changes.map(({ registration }) => registration))]
  }
}

/** Whether somebody has been told, or the device held, that it is kept. */
export function isOwed({ accepted, acknowledged, seen, stored, gone }: Change): boolean {
  if (accepted === false) return false
  return seen || (!gone && (stored || acknowledged))
}

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Text that no compression and no patch makes short. */
function filled(start: string, length: number): string {
  const missing = Math.max(0, length - start.length)
  return (
    start +
    randomBytes(Math.ceil(missing / 2))
      .toString('hex')
      .slice(0, missing)
  )
}
