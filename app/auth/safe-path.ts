/** Stands in for our own origin: a path that leaves it is somebody else's address. */
const here = 'http://here.invalid'

/**
 * Where to lead after sign-in: a path of our own pages, or else `otherwise`. Addresses of other
 * sites, however they are written ("//x", "/\\x", "/<tab>/x"), are not followed.
 */
export function safePath(asked: string | null | undefined, otherwise = '/home'): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, here)) return otherwise
  const { origin, pathname, search } = new URL(asked, here)
  // "/..//x" becomes "//x", which a browser would read as another site.
  return origin === here && !pathname.startsWith('//') ? pathname + search : otherwise
}
