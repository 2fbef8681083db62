import type { AttemptRules } from '~/domain/catalogue/module-rule.ts'
import { invariant } from '~/kernel/invariant.ts'
import { applyPatch } from '~/kernel/text-patch.ts'
import type { CmiElements } from '~/standards/scorm/cmi.ts'
import type { ScormEdition } from '~/standards/scorm/edition.ts'
import { runtimeRules } from '~/standards/scorm/runtime-rules.ts'
import {
  applyCommit,
  notBegun,
  standingOf,
  type AppliedCommit,
  type ItemFacts,
  type Progress,
} from './commit-rules.ts'
import { restoredElements, restoredText } from './element-text.ts'
import { textHeld, type TrailEntry } from './trail-entry.ts'
import { sealOf } from './trail-seal.ts'

/** What of an attempt stays as it is while the attempt goes on. */
export interface AttemptFacts {
  edition: ScormEdition
  rules: AttemptRules
  /** All that can be launched, in the package's order. */
  items: readonly (ItemFacts & { identifier: string })[]
}

/** What an attempt holds of an item that has been begun. */
export interface ItemHeld extends Progress {
  /** Null where they have not been read, since no commit at hand is of this item. */
  elements: CmiElements | null
  /** That of its latest commit. */
  session: string | null
  /** Content has ended that session itself. */
  isEnded: boolean
}

/** What an attempt holds after some of its commits: all that the next one needs. */
export interface AttemptHeld {
  /** Of the latest commit; 0 before the first. */
  sequence: number
  /** Seals the latest commit and all before it; "" where there is no seal. */
  hash: string
  lastItem: string | null
  progress: Progress
  /** Those that have been begun, by identifier. */
  items: ReadonlyMap<string, ItemHeld>
  /** What content told last of each session's time. */
  sessions: ReadonlyMap<string, string>
}

/** What an attempt holds before its first commit. */
export const nothingHeld: AttemptHeld = {
  sequence: 0,
  hash: '',
  lastItem: null,
  progress: notBegun,
  items: new Map(),
  sessions: new Map(),
}

export interface AppliedEntry {
  held: AttemptHeld
  /** What it changes in its item. */
  item: AppliedCommit
}

/** Why a commit cannot be applied: its package has no such item, or a patch is of another text. */
export type EntryFault = 'item-unknown' | 'base-unknown'

/**
 * What one commit makes of an attempt. Both the way in which commits are taken and the proof that trail
 * and state agree go through here, so that the two cannot come apart.
 * @param entry the next in the trail; its sequence is not looked at
 */
export function applyEntry(
  facts: AttemptFacts,
  held: AttemptHeld,
  entry: TrailEntry,
): AppliedEntry | EntryFault {
  const item = facts.items.find(({ identifier }) => identifier === entry.item)
  if (!item) return 'item-unknown'
  const runtime = runtimeRules(facts.edition)
  const before = held.items.get(entry.item)
  const known = knownElements(before)
  const changed = changesOf(known, entry)
  if (!changed) return 'base-unknown'
  const { session, final } = entry
  const applied = applyCommit(
    item,
    {
      progress: before ?? notBegun,
      elements: known,
      lastSession: before?.session ?? null,
      sessionTime: held.sessions.get(session),
    },
    { session, final, elements: changed },
    runtime,
    facts.rules,
  )
  const begun = { ...applied.progress, elements: applied.elements, session, isEnded: final }
  const items = new Map(held.items).set(entry.item, begun)
  const told = changed[runtime.sessionTime]
  const next: AttemptHeld = {
    sequence: entry.sequence,
    hash: sealOf(held.hash, entry),
    lastItem: entry.item,
    progress: standingWith(facts, items, held.progress),
    items,
    sessions: told === undefined ? held.sessions : new Map(held.sessions).set(session, told),
  }
  return { held: next, item: applied }
}

/** The elements that an item holds; none where it has not been begun. */
export function knownElements(item: ItemHeld | undefined): CmiElements {
  if (!item) return {}
  invariant(item.elements, 'the elements of the item that a commit is of have been read')
  return item.elements
}

/** What a commit sets, patched texts whole; undefined where a patch is of another text. */
function changesOf(
  known: CmiElements,
  { elements, patches }: TrailEntry,
): Record<string, string> | undefined {
  const changed = restoredElements(elements)
  for (const [name, patch] of Object.entries(patches ?? {})) {
    const value = applyPatch(textHeld(known, name), { ...patch, text: restoredText(patch.text) })
    if (value === undefined) return undefined
    changed[name] = value
  }
  return changed
}

function standingWith(
  { items, rules }: AttemptFacts,
  begun: AttemptHeld['items'],
  before: Progress,
): Progress {
  const standings = items.map(({ identifier, type, tracked }) => {
    const { completion, success, scoreScaled, totalSeconds } = begun.get(identifier) ?? notBegun
    return { type, tracked, completion, success, scoreScaled, totalSeconds }
  })
  return standingOf(standings, before.completion, rules)
}

/** A trail that does not come to anything: at which commit, and why. */
export interface TrailFault {
  sequence: number
  fault: EntryFault | 'sequence-missing' | 'seal-broken'
}

/**
 * What an attempt holds after its trail, commit by commit, each held against its seal. Commits from
 * before there were seals have an empty one, and stand before all others.
 * @param from nothing, or what the oldest part of the trail came to
 * @param rows in the order of their sequence
 */
export function replayTrail(
  facts: AttemptFacts,
  from: AttemptHeld,
  rows: Iterable<TrailEntry & { hash: string }>,
): AttemptHeld | TrailFault {
  let held = from
  for (const { hash, ...entry } of rows) {
    const { sequence } = entry
    if (sequence !== held.sequence + 1) return { sequence, fault: 'sequence-missing' }
    const applied = applyEntry(facts, held, entry)
    if (typeof applied === 'string') return { sequence, fault: applied }
    const isUnsealed = hash === '' && held.hash === ''
    if (!isUnsealed && applied.held.hash !== hash) return { sequence, fault: 'seal-broken' }
    held = { ...applied.held, hash }
  }
  return held
}
