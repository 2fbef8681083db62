import { createHash } from 'node:crypto'
import type { TrailEntry } from './trail-entry.ts'

/**
 * What a commit is sealed with: SHA-256 in base64url over the seal before it and all that its row holds,
 * so that a seal covers the whole trail up to its commit.
 * @param previous the seal before; "" for the first of a trail
 */
export function sealOf(previous: string, entry: TrailEntry): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalForm(entry)}`)
    .digest('base64url')
}

/** The same text for the same row, however the database orders what is in it. */
function canonicalForm(entry: TrailEntry): string {
  const { patches, refused } = entry
  return JSON.stringify([
    entry.attemptId,
    entry.sequence,
    entry.entry,
    entry.item,
    entry.receivedAt.toISOString(),
    entry.source,
    entry.writer,
    entry.session,
    entry.final,
    byName(entry.elements),
    patches &&
      byName(patches).map(([name, { base, start, end, text }]) => [name, base, start, end, text]),
    refused && refused.map(({ element, code, clause }) => [element, code, clause]),
    entry.bytes,
  ])
}

const byName = <Value>(values: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
