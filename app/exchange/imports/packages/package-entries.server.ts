import type { Entry } from 'yauzl'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import { entryNameOf, packagePathOf, sameFileKey, shown } from './entry-path.ts'
import type { PackageLimits } from './package-limits.ts'
import { isSystemError, type OpenZip } from './zip-file.server.ts'

/** A file of the package as it lies in the zip. */
export interface PackageEntry {
  path: string
  entry: Entry
  /** Where its packed bytes begin in the zip. */
  start: number
}

/**
 * All files in the zip, in its order, after everything that can be judged before a byte is unpacked.
 * Folders are left out, and so is what file managers leave behind.
 * @throws Refusal package.damaged, .encrypted, .compression, .link, .path-outside, .path-too-long,
 * .duplicate-name, .overlapping, .too-many-files, .directory-too-large, .unpacked-too-large
 */
export async function listEntries(zip: OpenZip, limits: PackageLimits): Promise<PackageEntry[]> {
  const found: PackageEntry[] = []
  const taken = new Set<string>()
  let directoryBytes = 0
  let declaredBytes = 0
  try {
    for await (const entry of zip.entries) {
      directoryBytes += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
      if (directoryBytes > limits.maxDirectoryBytes)
        throw new Refusal('package.directory-too-large')
      const name = entryNameOf(entry)
      refuseOddKind(entry, name)
      const path = packagePathOf(name, limits.maxPathBytes)
      if (path.endsWith('/')) continue
      if (taken.has(sameFileKey(path))) {
        throw new Refusal('package.duplicate-name', { path: shown(path) })
      }
      taken.add(sameFileKey(path))
      if (taken.size > limits.maxFiles) {
        throw new Refusal('package.too-many-files', { limit: limits.maxFiles })
      }
      declaredBytes += entry.uncompressedSize
      if (declaredBytes > limits.maxBytes) throw unpackedTooLarge(limits)
      if (!isLeftover(path)) found.push({ path, entry, start: await zip.startOf(entry) })
    }
  } catch (error) {
    throw asRefusal(error)
  }
  refuseOverlaps(found)
  return found
}

export function unpackedTooLarge(limits: PackageLimits): Refusal {
  return new Refusal('package.unpacked-too-large', { megabytes: limits.maxBytes / 1_000_000 })
}

const fileKind = 0o170000
const plainKinds = [0, 0o100000, 0o040000]
const reparsePoint = 0x400

/** Refuses what is no ordinary file or folder, and what cannot be unpacked. */
function refuseOddKind(entry: Entry, name: string): void {
  const path = shown(name)
  // The Unix mode stands in the upper half, whatever system the zip says it comes from.
  const mode = entry.externalFileAttributes >>> 16
  const isLink = !plainKinds.includes(mode & fileKind)
  if (isLink || (entry.externalFileAttributes & reparsePoint) !== 0) {
    throw new Refusal('package.link', { path }, { clause: 'APPNOTE.TXT 4.4.15' })
  }
  if (entry.isEncrypted()) {
    throw new Refusal('package.encrypted', {}, { clause: 'APPNOTE.TXT 4.4.4' })
  }
  if (!entry.canDecodeFileData()) {
    throw new Refusal('package.compression', { path }, { clause: 'APPNOTE.TXT 4.4.5' })
  }
}

/** Entries that share packed bytes unpack to many times what the zip holds, at no ratio of their own. */
function refuseOverlaps(entries: PackageEntry[]): void {
  const inOrder = [...entries].sort((a, b) => offsetOf(a) - offsetOf(b))
  let end = 0
  for (const found of inOrder) {
    if (offsetOf(found) < end) throw new Refusal('package.overlapping', { path: shown(found.path) })
    end = found.start + found.entry.compressedSize
  }
}

function offsetOf({ entry }: PackageEntry): number {
  return entry.relativeOffsetOfLocalHeader
}

function isLeftover(path: string): boolean {
  return path.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path)
}

function asRefusal(error: unknown): unknown {
  if (isRefusal(error) || isSystemError(error)) return error
  if (error instanceof Error && error.message.includes('strong encryption')) {
    return new Refusal('package.encrypted', {}, { clause: 'APPNOTE.TXT 4.4.4' })
  }
  return new Refusal('package.damaged', {}, { clause: 'APPNOTE.TXT 4.3.12' })
}
