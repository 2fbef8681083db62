/**
 * A text as its difference from another, the base: what lies between `start` characters that are the
 * same at the beginning and `end` that are the same at the end.
 */
export interface TextPatch {
  /** Of the base: fingerprintOf. */
  base: string
  start: number
  end: number
  text: string
}

/** What a patch costs beside its text, in characters: its names, its numbers, its fingerprint. */
const overhead = 80

/**
 * Tells texts apart by their length and two 32-bit sums of their UTF-16. Meant for two parties that
 * agree: it finds a base that is not the same, it does not withstand somebody who wants it to be.
 */
export function fingerprintOf(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13)
  }
  const hex = (sum: number) => (sum >>> 0).toString(16).padStart(8, '0')
  return `${text.length.toString(36)}.${hex(a)}${hex(b)}`
}

/**
 * The patch that makes `next` of `base`; null when it would be no shorter than `next` itself.
 * @param fingerprint the base's, for who has it already
 */
export function patchBetween(base: string, next: string, fingerprint?: string): TextPatch | null {
  const most = Math.min(base.length, next.length)
  const start = sameFrom(base, next, most)
  const end = sameTo(base, next, most - start)
  const length = next.length - start - end
  if (length + overhead >= next.length) return null
  const text = next.slice(start, start + length)
  return { base: fingerprint ?? fingerprintOf(base), start, end, text }
}

/** Pieces are compared many times as fast as characters one by one. */
const piece = 4096

/** How many characters, at most `most`, the two have in common from the beginning. */
function sameFrom(a: string, b: string, most: number): number {
  let same = 0
  while (same + piece <= most && a.slice(same, same + piece) === b.slice(same, same + piece))
    same += piece
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same
}

/** The same from the end. */
function sameTo(a: string, b: string, most: number): number {
  const tail = (text: string, same: number) =>
    text.slice(text.length - same - piece, text.length - same)
  let same = 0
  while (same + piece <= most && tail(a, same) === tail(b, same)) same += piece
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same))
    same++
  return same
}

/** What a patch makes of a base; undefined when it was made for another. */
export function applyPatch(base: string, { start, end, text, ...patch }: TextPatch) {
  if (start + end > base.length || fingerprintOf(base) !== patch.base) return undefined
  return base.slice(0, start) + text + base.slice(base.length - end)
}
