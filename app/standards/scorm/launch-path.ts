/** Where a reference of a manifest leads. `query` is '' or begins with "?" or "#". */
export type ResolvedHref =
  | { kind: 'inside'; path: string; query: string }
  /** Leaves the package ("..", an absolute path, a drive) or could not be a path in one. */
  | { kind: 'outside' }
  /** Has a scheme or a host of its own: "https://…", "javascript:…". */
  | { kind: 'foreign' }

/** The folder that references start from; made by `baseBelow`, once for all that stand below it. */
export interface Base {
  kind: 'inside' | 'outside' | 'foreign'
  folders: readonly string[]
}

export const packageBase: Base = { kind: 'inside', folders: [] }

/** The base that an `xml:base` makes of the one above it (XML Base; RFC 3986, 5.2). */
export function baseBelow(above: Base, xmlBase: string | undefined): Base {
  if (!xmlBase || above.kind !== 'inside') return above
  const { path } = partsOf(xmlBase)
  return walk(above.folders, path.slice(0, path.lastIndexOf('/') + 1), path)
}

/**
 * Resolves a reference (RFC 3986, 5.2). The path comes percent-decoded, with "/" between folders and in
 * Unicode form NFC; a malformed percent escape stands for itself. Backslashes count as "/", since
 * Windows tools write them.
 */
export function resolveHref(base: Base, href: string): ResolvedHref {
  const { path, query } = partsOf(href)
  const { kind, folders } = base.kind === 'inside' ? walk(base.folders, path, path) : base
  if (kind !== 'inside') return { kind }
  if (query.length > longestQuery) return { kind: 'outside' }
  return { kind, path: folders.join('/').normalize('NFC'), query: safeQuery(query) }
}

/** Whether a reference names a folder ("bilder/", "."), as some tools list them. */
export function namesFolder(href: string): boolean {
  return /(^|\/)\.{0,2}$/.test(partsOf(href).path)
}

function partsOf(reference: string): { path: string; query: string } {
  const trimmed = reference.trim()
  const end = trimmed.search(/[?#]/)
  const path = (end < 0 ? trimmed : trimmed.slice(0, end)).replaceAll('\\', '/')
  return { path, query: end < 0 ? '' : trimmed.slice(end) }
}

/**
 * No file system of those that authors use has longer paths; and a manifest may repeat one `xml:base`
 * a hundred thousand times.
 */
const longestReference = 1_000
/** What servers take of a URL. A hundred thousand items may share one reference, so it is not left open. */
const longestQuery = 4_000

/** Goes along a path from a folder. `whole` is the reference that the path begins. */
function walk(from: readonly string[], path: string, whole: string): Base {
  const folders = [...from]
  const outside: Base = { kind: 'outside', folders: [] }
  if (whole.startsWith('//') || /^[a-z][a-z0-9+.-]+:/i.test(whole)) {
    return { kind: 'foreign', folders: [] }
  }
  if (whole.startsWith('/') || /^[a-z]:/i.test(whole)) return outside
  if (whole.length > longestReference) return outside
  for (const escaped of path.split('/')) {
    const segment = decoded(escaped)
    if (segment === '' || segment === '.') continue
    if (segment === '..') {
      if (folders.pop() === undefined) return outside
    } else if (isSafeSegment(segment)) {
      folders.push(segment)
    } else {
      return outside
    }
  }
  return { kind: 'inside', folders }
}

/** Whether one decoded part of a path is a plain name: no separator or control character hides in it. */
export function isSafeSegment(segment: string): boolean {
  // eslint-disable-next-line no-control-regex
  return segment !== '..' && !/[/\\\u0000-\u001f\u007f]/.test(segment)
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Percent-encodes what may not stand in a query or fragment; what is already escaped stays. */
function safeQuery(query: string): string {
  return query.replace(/[^\x21-\x7e]+|["<>\\^`{|}]+/g, (odd) =>
    encodeURIComponent(odd.replace(/\p{Surrogate}/gu, '\ufffd')),
  )
}

/** Whether an item's `parameters` are no longer than a URL may be. */
export function areUsableParameters(parameters: string): boolean {
  return parameters.length <= longestQuery
}

/**
 * Adds an item's `parameters` to a launch's query. The steps are those that SCORM 2004 4th edition
 * spells out (CAM 3.4.1, <item> parameters); SCORM 1.2 has the attribute and its examples only, which agree.
 */
export function withParameters(query: string, parameters: string | null): string {
  const cleaned = safeQuery((parameters ?? '').trim()).replace(/^[?&]+/, '')
  if (cleaned === '') return query
  if (cleaned.startsWith('#')) return query.includes('#') ? query : query + cleaned
  const hash = query.indexOf('#')
  const before = hash < 0 ? query : query.slice(0, hash)
  const after = hash < 0 ? '' : query.slice(hash)
  const separator = before === '' ? '?' : before === '?' || before.endsWith('&') ? '' : '&'
  return `${before}${separator}${cleaned}${after}`
}

/** The launch as a relative URL, percent-encoded: "kapitel%201/start.html?fraga=2". */
export function launchUrlOf(item: { launchPath: string; launchQuery: string }): string {
  return item.launchPath.split('/').map(encodeURIComponent).join('/') + item.launchQuery
}
