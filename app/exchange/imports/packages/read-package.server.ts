import { stat } from 'node:fs/promises'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import {
  filesNamedBy,
  launchableItems,
  parseManifest,
  type ScormManifest,
} from '~/standards/scorm/manifest.ts'
import type { PackageProblem } from '~/standards/scorm/problem.ts'
import { sameFileKey, shown } from './entry-path.ts'
import type { OutlinePart } from '~/domain/catalogue/module-outline.schema.ts'
import { mediaTypeOf } from './media-types.ts'
import {
  hasForeignNames,
  listEntries,
  withPaths,
  type PackageEntry,
} from './package-entries.server.ts'
import { PackageFiles } from './package-files.ts'
import { HostScan, type FileScan, type FoundHost } from './package-hosts.ts'
import { packageLimits, type PackageLimits } from './package-limits.ts'
import { problemsOf } from './package-problems.ts'
import type { PackageSink } from './package-sink.server.ts'
import { readEntry } from './read-entry.server.ts'
import { readOutline } from './read-outline.server.ts'
import { withMetadataRead } from './read-metadata.server.ts'
import { unpackEntry } from './unpack-entry.server.ts'
import { openZip, type OpenZip } from './zip-file.server.ts'

export interface ReadPackage {
  /** Launch paths are those of `files`. */
  manifest: ScormManifest
  /** In the zip's order; the sink has their bytes, by SHA-256. */
  files: PackageFile[]
  hosts: FoundHost[]
  /** What the package tells of its own text, where it does. */
  parts: OutlinePart[]
  /** Warnings: of the manifest and of what was found on the way. */
  problems: PackageProblem[]
}

export interface PackageFile {
  /** From the manifest's folder, "/" between folders, Unicode form NFC. */
  path: string
  sha256: string
  bytes: number
  mediaType: string
}

/** What is known of a package so far, for who asks also when it is refused. */
export interface PackageFindings {
  manifest: ScormManifest | null
  /** Files in the package; 0 before they are known. */
  fileCount: number
  /** Those that have been unpacked. */
  files: PackageFile[]
  scan: HostScan
  /** All that are wrong, where more was looked at than the first. */
  refusals: Refusal[]
}

export const noFindings = (): PackageFindings => ({
  manifest: null,
  fileCount: 0,
  files: [],
  scan: new HostScan(),
  refusals: [],
})

interface ReadInput {
  /** A zip on disk; it is only read. */
  zipFile: string
  sink: PackageSink
  limits?: PackageLimits
  signal?: AbortSignal
  /** Filled in as reading goes on. */
  findings?: PackageFindings
}

/**
 * Reads a content package from a zip on disk: checks it, reads its manifest and unpacks its files into the
 * sink, one at a time. When anything goes wrong, or `signal` aborts, the sink has discarded what it had.
 * @throws Refusal package.* by name, with the clause of the standard that was broken
 */
export async function readPackage(input: ReadInput): Promise<ReadPackage> {
  const { zipFile, sink, signal, limits = packageLimits, findings = noFindings() } = input
  const { size } = await stat(zipFile)
  if (size > limits.maxZipBytes) {
    throw new Refusal('package.too-large', { megabytes: limits.maxZipBytes / 1_000_000 })
  }
  const zip = await openZip(zipFile, limits.maxDirectoryBytes)
  try {
    return await read({ zip, limits, signal, sink, findings })
  } finally {
    await zip.close()
  }
}

interface Reading {
  zip: OpenZip
  limits: PackageLimits
  signal: AbortSignal | undefined
  sink: PackageSink
  findings: PackageFindings
}

async function read(reading: Reading): Promise<ReadPackage> {
  const { zip, limits, sink, findings } = reading
  const listed = await listEntries(zip, limits)
  let found = withinManifestFolder(withPaths(listed, limits))
  findings.fileCount = found.entries.length
  const manifest = await readManifest(reading, found.manifestEntry)
  findings.manifest = manifest
  const named = filesNamedBy(manifest)
  const isForeign = hasForeignNames(listed)
  if (isForeign) {
    const keys = new Set(named.map(({ path }) => sameFileKey(path)))
    found = withinManifestFolder(withPaths(listed, limits, keys))
  }
  const paths = new PackageFiles(found.entries.map(({ path }) => path))
  const launching = withFoundFiles(manifest, paths, findings)
  findings.manifest = await withMetadataRead(launching, { ...reading, ...found, paths })
  const parts = await readOutline({ ...reading, ...found })
  await sink.begin()
  try {
    await unpackAll(reading, found.entries)
  } catch (error) {
    await sink.discard()
    throw error
  }
  const { files, scan } = findings
  const problems = problemsOf({ manifest: findings.manifest, named, paths, files, scan, isForeign })
  return { manifest: findings.manifest, files, hosts: scan.hosts, parts, problems }
}

/**
 * Finds the manifest at the top, or else in the one folder at the top that has one (people often pack the
 * folder instead of what is in it), and makes all paths relative to where it lies. What lies beside that
 * folder is no part of the package.
 */
function withinManifestFolder(all: PackageEntry[]): {
  manifestEntry: PackageEntry
  entries: PackageEntry[]
} {
  const manifests = all.filter(({ path }) => /^([^/]+\/)?imsmanifest\.xml$/i.test(path))
  const top = manifests.find(({ path }) => !path.includes('/'))
  const clause = 'SCORM 1.2 CAM 2.3, imsmanifest.xml'
  if (!top && manifests.length > 1) throw new Refusal('package.several-packages', {}, { clause })
  const manifest = top ?? manifests[0]
  if (!manifest) throw new Refusal('package.no-manifest', {}, { clause })
  const folder = manifest.path.slice(0, manifest.path.lastIndexOf('/') + 1)
  const entries = all
    .filter(({ path }) => path.startsWith(folder))
    .map((entry) => ({ ...entry, path: entry.path.slice(folder.length) }))
  return { manifestEntry: manifest, entries }
}

async function readManifest(
  { zip, signal, limits }: Reading,
  file: PackageEntry,
): Promise<ScormManifest> {
  const { maxManifestBytes } = limits
  try {
    return parseManifest(await readEntry({ zip, signal, file, limits, maxBytes: maxManifestBytes }))
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'package.file-too-large') throw error
    throw new Refusal('package.manifest-too-large', { megabytes: maxManifestBytes / 1_000_000 })
  }
}

/** How many missing launch files are told at once. */
const mostRefusals = 20

/** The manifest with launch paths spelled as the files are. */
function withFoundFiles(
  manifest: ScormManifest,
  paths: PackageFiles,
  { refusals }: PackageFindings,
): ScormManifest {
  const items = manifest.items.map((item) => {
    if (item.launchPath === null) return item
    const launchPath = paths.find(item.launchPath)
    if (launchPath !== undefined) return { ...item, launchPath }
    const detail = { path: shown(item.launchPath), item: shown(item.title) }
    const clause = 'SCORM 1.2 CAM 2.3, <resource> href'
    const refusal = new Refusal('package.launch-missing', detail, { clause })
    if (refusals.length < mostRefusals) refusals.push(refusal)
    return item
  })
  if (refusals[0]) throw refusals[0]
  refuseFlashOnly({ items })
  return { ...manifest, items }
}

/** A browser would show nothing of it, and no editor's decision could change that. */
function refuseFlashOnly(manifest: Pick<ScormManifest, 'items'>): void {
  const launches = launchableItems(manifest).map(({ launchPath }) => launchPath)
  const [first] = launches
  if (first === undefined || !launches.every((path) => /\.swf$/i.test(path))) return
  throw new Refusal('package.flash-only', { path: shown(first) })
}

async function unpackAll(reading: Reading, entries: PackageEntry[]): Promise<void> {
  const { signal, sink, findings } = reading
  const { files, scan } = findings
  let unpackedSoFar = 0
  for (const file of entries) {
    signal?.throwIfAborted()
    const look = new FileLook(file.path, scan)
    const watch = (piece: Buffer) => look.see(piece)
    const { sha256, bytes } = await unpackEntry({ ...reading, file, unpackedSoFar, watch }, sink)
    look.end()
    unpackedSoFar += bytes
    files.push({ path: file.path, sha256, bytes, mediaType: look.mediaType })
  }
}

/** What a file is, and the hosts that its text names, from its bytes as they pass. */
class FileLook {
  mediaType: string
  #isBegun = false
  #text: FileScan | undefined

  constructor(
    readonly path: string,
    readonly scan: HostScan,
  ) {
    this.mediaType = mediaTypeOf(path)
  }

  /** Pieces after the first may be of any size; the first is the file, or long enough to tell. */
  see(piece: Buffer): void {
    if (!this.#isBegun) {
      this.#isBegun = true
      this.mediaType = mediaTypeOf(this.path, piece)
      this.#text = this.scan.fileOf(this.path, this.mediaType)
    }
    this.#text?.write(piece)
  }

  end(): void {
    this.#text?.end()
  }
}
