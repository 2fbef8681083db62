/**
 * Whether a path carries its own permission, signed, so that a form sent to it needs no cookie and may come
 * from anywhere: a mail program's button for "no more of this" (RFC 8058) has no page of ours to come from.
 */
export function isSignedPath(path: string): boolean {
  return /^\/unsubscribe\/[\w-]{43}(\.data)?$/.test(path)
}
