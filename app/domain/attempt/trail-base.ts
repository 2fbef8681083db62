import { createHash } from 'node:crypto'
import { restoredElements, storedElements } from './element-text.ts'
import { knownElements, type AttemptHeld, type ItemHeld } from './trail.ts'

/** Commits of one launch that follow upon each other, first and last included. */
export interface WriterSpan {
  writer: string
  from: number
  to: number
}

/** What the oldest part of a trail came to, as the database has it (trail_base.state). */
export interface BaseState {
  lastItem: string | null
  progress: AttemptHeld['progress']
  /** By identifier; texts are as element-text.ts stores them. */
  items: Record<string, ItemHeld>
  /** What content told last of each session's time. */
  sessions: Record<string, string>
  /** Who sent which commit: a launch that comes back after a year is still told what has arrived. */
  writers: WriterSpan[]
  /** The browsers' own names of the commits, for a browser that was killed and does not know their numbers. */
  entries: string[]
}

/** A base in the place of the commits up to and with `sequence`. */
export interface TrailBase {
  sequence: number
  /** The seal of the last commit in it, on which the next one's rests. */
  hash: string
  state: BaseState
  /** Seals the base itself. */
  baseHash: string
}

/** The base of an attempt whose commits so far have come to this. */
export function baseOf(
  attemptId: string,
  held: AttemptHeld,
  { writers, entries }: Pick<BaseState, 'writers' | 'entries'>,
): TrailBase {
  const { sequence, hash, lastItem, progress } = held
  const items = [...held.items].map(([identifier, item]): [string, ItemHeld] => [
    identifier,
    { ...item, elements: storedElements(knownElements(item)) },
  ])
  const state = {
    lastItem,
    progress,
    items: Object.fromEntries(items),
    sessions: Object.fromEntries(held.sessions),
    writers,
    entries,
  }
  return { sequence, hash, state, baseHash: baseSealOf(attemptId, { sequence, hash, state }) }
}

/** What the commits in a base came to. */
export function heldOfBase({ sequence, hash, state }: TrailBase): AttemptHeld {
  const { lastItem, progress, items, sessions } = state
  const restored = Object.entries(items).map(([identifier, item]): [string, ItemHeld] => [
    identifier,
    { ...item, elements: restoredElements(knownElements(item)) },
  ])
  return {
    sequence,
    hash,
    lastItem,
    progress,
    items: new Map(restored),
    sessions: new Map(Object.entries(sessions)),
  }
}

/** SHA-256 in base64url over all that a base holds, however the database orders it. */
export function baseSealOf(
  attemptId: string,
  { sequence, hash, state }: Omit<TrailBase, 'baseHash'>,
): string {
  const { lastItem, progress, items, sessions, writers, entries } = state
  const canonical = [
    attemptId,
    sequence,
    hash,
    lastItem,
    canonicalProgress(progress),
    byName(items).map(([identifier, item]) => [
      identifier,
      canonicalProgress(item),
      byName(knownElements(item)),
      item.session,
      item.isEnded,
    ]),
    byName(sessions),
    writers.map(({ writer, from, to }) => [writer, from, to]),
    entries,
  ]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url')
}

const canonicalProgress = (progress: AttemptHeld['progress']) => [
  progress.completion,
  progress.success,
  progress.scoreScaled,
  progress.totalSeconds,
]

const byName = <Value>(values: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))

/** Who sent which commit, with the next ones of the trail. */
export function withWriters(
  spans: readonly WriterSpan[],
  entries: Iterable<{ writer: string; sequence: number }>,
): WriterSpan[] {
  const all = spans.map((span) => ({ ...span }))
  for (const { writer, sequence } of entries) {
    const last = all.at(-1)
    if (last?.writer === writer && last.to === sequence - 1) last.to = sequence
    else all.push({ writer, from: sequence, to: sequence })
  }
  return all
}
