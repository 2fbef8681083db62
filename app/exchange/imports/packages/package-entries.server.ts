import { Refusal } from '~/kernel/refusal.ts'
import { decodedName, nameEncodings, unicodeNameOf, type NameEncoding } from './entry-name.ts'
import { packagePathOf, sameFileKey, shown } from './entry-path.ts'
import type { PackageLimits } from './package-limits.ts'
import { damaged, type ZipEntry } from './zip-directory.ts'
import type { LocalHeader, OpenZip } from './zip-file.server.ts'

/** A file of the package as it lies in the zip. */
export interface PackageEntry {
  path: string
  entry: ZipEntry
  /** Where its packed bytes begin in the zip. */
  start: number
}

/** A file whose name is still to be decoded. */
export type ListedEntry = Omit<PackageEntry, 'path'>

/**
 * All files in the zip, in its order, after everything that can be judged before a byte is unpacked.
 * Folders are left out, and so is what file managers leave behind.
 * @throws Refusal package.damaged, .encrypted, .compression, .link, .path-outside, .path-too-long,
 * .names-differ, .overlapping, .too-many-files, .unpacked-too-large, .bomb
 */
export async function listEntries(zip: OpenZip, limits: PackageLimits): Promise<ListedEntry[]> {
  const found: (ListedEntry & LocalHeader)[] = []
  for (const entry of filesOf(zip, limits)) {
    found.push({ entry, ...(await zip.localHeader(entry)) })
  }
  refuseOverlaps(found)
  for (const { entry, isSameName, method } of found) {
    if (!isSameName) {
      const detail = { path: shown(nameOf(entry, 'cp437')) }
      throw new Refusal('package.names-differ', detail, { clause: 'APPNOTE.TXT 4.3.7' })
    }
    if (method !== entry.method) throw damaged()
  }
  return found
}

function* filesOf(zip: OpenZip, limits: PackageLimits): Generator<ZipEntry> {
  const tooMany = new Refusal('package.too-many-files', { limit: limits.maxFiles })
  let entries = 0
  let files = 0
  let declaredBytes = 0
  for (const entry of zip.entries()) {
    // Folders cost less than files, but something.
    if (++entries > 2 * limits.maxFiles) throw tooMany
    const name = nameOf(entry, 'cp437')
    refuseOddKind(entry, name)
    const path = packagePathOf(name, limits.maxPathBytes)
    if (isFolder(entry, path)) continue
    if (++files > limits.maxFiles) throw tooMany
    declaredBytes += entry.bytes
    const refusal = refusalForAll(declaredBytes, zip, path, limits)
    if (refusal) throw refusal
    if (!isLeftover(path)) yield entry
  }
}

/**
 * The files with their paths. Names that are not in Unicode are read in the encoding in which most of
 * them are names that the manifest has.
 * @param named `sameFileKey` of the files that the manifest names; none before it is read
 * @throws Refusal package.duplicate-name
 */
export function withPaths(
  listed: ListedEntry[],
  limits: PackageLimits,
  named: ReadonlySet<string> = new Set(),
): PackageEntry[] {
  const encoding = encodingOf(listed, named)
  const taken = new Set<string>()
  return listed.map(({ entry, start }) => {
    const path = packagePathOf(nameOf(entry, encoding), limits.maxPathBytes)
    const key = sameFileKey(path)
    if (taken.has(key)) throw new Refusal('package.duplicate-name', { path: shown(path) })
    taken.add(key)
    return { path, entry, start }
  })
}

/** Whether the manifest is needed to tell how the names are written. */
export function hasForeignNames(listed: ListedEntry[]): boolean {
  return listed.some(({ entry }) => unicodeNameOf(entry) === undefined)
}

function encodingOf(listed: ListedEntry[], named: ReadonlySet<string>): NameEncoding {
  const foreign = named.size === 0 ? [] : listed.filter((each) => !unicodeNameOf(each.entry))
  // Whole paths end alike, wherever the manifest lies.
  const ends = new Set([...named].map((key) => key.slice(key.lastIndexOf('/') + 1)))
  const hits = (encoding: NameEncoding) =>
    foreign.filter(({ entry }) => {
      const name = decodedName(entry.rawName, encoding).replaceAll('\\', '/')
      return ends.has(sameFileKey(name.slice(name.lastIndexOf('/') + 1)))
    }).length
  return nameEncodings.reduce((best, next) => (hits(next) > hits(best) ? next : best))
}

function nameOf(entry: ZipEntry, encoding: NameEncoding): string {
  return unicodeNameOf(entry) ?? decodedName(entry.rawName, encoding)
}

/**
 * Why all files up to one are too much, if they are; asked of what the zip declares and of what comes.
 * @param bytes of all of them
 */
export function refusalForAll(
  bytes: number,
  zip: Pick<OpenZip, 'bytes'>,
  path: string,
  limits: PackageLimits,
): Refusal | undefined {
  if (bytes > limits.maxBytes) {
    return new Refusal('package.unpacked-too-large', { megabytes: limits.maxBytes / 1_000_000 })
  }
  const isBomb = bytes > limits.packageRatioFreeBytes && bytes > limits.maxRatio * zip.bytes
  return isBomb ? new Refusal('package.bomb', { path: shown(path) }) : undefined
}

const fileKind = 0o170000
const plainKinds = [0, 0o100000, 0o040000]
const windowsFolder = 0x10
const reparsePoint = 0x400
/** Encrypted, strongly encrypted, or with a list of contents that is. */
const encryptedFlags = 0x1 | 0x40 | 0x2000

/** Refuses what is no ordinary file or folder, and what cannot be unpacked. */
function refuseOddKind(entry: ZipEntry, name: string): void {
  const path = shown(name)
  // The Unix mode stands in the upper half, whatever system the zip says it comes from.
  const mode = entry.externalAttributes >>> 16
  const isLink = !plainKinds.includes(mode & fileKind)
  if (isLink || (entry.externalAttributes & reparsePoint) !== 0) {
    throw new Refusal('package.link', { path }, { clause: 'APPNOTE.TXT 4.4.15' })
  }
  if ((entry.flags & encryptedFlags) !== 0) {
    throw new Refusal('package.encrypted', {}, { clause: 'APPNOTE.TXT 4.4.4' })
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw new Refusal('package.compression', { path }, { clause: 'APPNOTE.TXT 4.4.5' })
  }
}

/** Some tools mark folders by attribute alone. */
function isFolder({ externalAttributes, bytes }: ZipEntry, path: string): boolean {
  return path.endsWith('/') || ((externalAttributes & windowsFolder) !== 0 && bytes === 0)
}

/** Entries that share packed bytes unpack to many times what the zip holds, at no ratio of their own. */
function refuseOverlaps(entries: ListedEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.entry.headerOffset - b.entry.headerOffset)
  let end = 0
  for (const { entry, start } of inOrder) {
    if (entry.headerOffset < end) {
      throw new Refusal('package.overlapping', { path: shown(nameOf(entry, 'cp437')) })
    }
    end = start + entry.packedBytes
  }
}

function isLeftover(path: string): boolean {
  return (
    /(^|\/)__MACOSX\//.test(path) ||
    /(^|\/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path)
  )
}
