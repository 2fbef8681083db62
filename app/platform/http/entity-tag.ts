import { createHash } from 'node:crypto'

/**
 * A weak entity tag over a text (RFC 9110, 8.8.3): weak, since answers with the same tag may differ
 * in what the text leaves out, and in how they are compressed.
 */
export function weakTag(text: string | Buffer): string {
  return `W/"${createHash('sha256').update(text).digest('base64url')}"`
}

/** Whether an If-None-Match header names the tag, by weak comparison (RFC 9110, 13.1.2). */
export function namesTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = (each: string) => each.trim().replace(/^W\//, '')
  return ifNoneMatch.split(',').some((each) => opaque(each) === opaque(tag))
}
