import type { CommitMessage, CommitSource } from '~/kernel/player-protocol.ts'
import { applyPatch, type TextPatch } from '~/kernel/text-patch.ts'
import type { CmiElements } from '~/standards/scorm/cmi.ts'
import type { RuntimeRules } from '~/standards/scorm/runtime-rules.ts'
import { storedText } from './element-text.ts'

/** What content set and was not taken, and why; never the value. */
export interface RefusedElement {
  element: string
  code: string
  /** The standard's own rule. */
  clause: string
}

/** A commit as its row in the trail holds it; texts are as element-text.ts stores them. */
export interface TrailEntry {
  attemptId: string
  sequence: number
  /** The browser's own name of it; null where it gave none. */
  entry: string | null
  item: string
  /** To the millisecond. */
  receivedAt: Date
  source: CommitSource
  writer: string
  session: string
  final: boolean
  elements: Readonly<Record<string, string>>
  patches: Readonly<Record<string, TextPatch>> | null
  refused: readonly RefusedElement[] | null
  /** As it was sent. */
  bytes: number
}

/** Of one commit, how many refused elements are noted: hostile content could make them millions. */
const mostRefused = 200

/** What is known of a commit beside what was sent. */
export interface Received {
  attemptId: string
  writer: string
  receivedAt: Date
  /** As it was sent. */
  bytes: number
}

export interface CommitContext {
  /** What the item holds before the commit. */
  known: CmiElements
  refusalOf: RuntimeRules['refusalOf']
  /** Whether the standard's own lengths bind. */
  strict: boolean
}

/**
 * What of a commit goes into the trail: what content may set, and by which clause the rest is refused.
 * 'base-unknown' where a patch is of another text than the item holds, and then nothing of it counts.
 */
export function entryOf(
  sent: CommitMessage,
  received: Received,
  { known, refusalOf, strict }: CommitContext,
): TrailEntry | 'base-unknown' {
  const refused: RefusedElement[] = []
  const held = (name: string) => sent.elements[name] ?? known[name]
  const isTaken = (name: string, value: string): boolean => {
    const refusal = refusalOf(name, value, { strict, held })
    if (refusal && refused.length < mostRefused) refused.push(refusal)
    return !refusal
  }
  const elements: Record<string, string> = {}
  for (const [name, value] of Object.entries(sent.elements)) {
    if (isTaken(name, value)) elements[name] = storedText(value)
  }
  const patches: Record<string, TextPatch> = {}
  for (const [name, patch] of Object.entries(sent.patches ?? {})) {
    const value = applyPatch(textHeld(known, name), patch)
    if (value === undefined) return 'base-unknown'
    if (isTaken(name, value)) patches[name] = { ...patch, text: storedText(patch.text) }
  }
  const { sequence, entry = null, item, session, final, source } = sent
  return {
    ...received,
    sequence,
    entry,
    item,
    source,
    session,
    final,
    elements,
    patches: orNull(patches, Object.keys(patches).length),
    refused: orNull(refused, refused.length),
  }
}

const orNull = <Value>(value: Value, count: number): Value | null => (count > 0 ? value : null)

/** The text that a patch is made for: "" where the element has not been set. */
export function textHeld(known: CmiElements, name: string): string {
  // Names come from content, and some are those of every object.
  return Object.hasOwn(known, name) ? known[name]! : ''
}
