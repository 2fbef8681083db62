import type { Packing } from '~/platform/blob-store.ts'

/** The entity tag of a file's bytes as they are sent: another one for each way of packing them. */
export function entityTagOf(sha256: string, packing: Packing | null): string {
  return `"${sha256.slice(0, 32)}${packing ? `-${packing}` : ''}"`
}

/** Whether an If-None-Match header names the tag (RFC 9110, 13.1.2: compared weakly). */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  const names = (ifNoneMatch ?? '').split(',').map((name) => name.trim().replace(/^W\//, ''))
  return names.includes(tag) || names.includes('*')
}
