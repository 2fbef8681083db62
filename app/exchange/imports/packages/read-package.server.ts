import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import { parseManifest, type ScormManifest } from '~/standards/scorm/manifest.ts'
import { sameFileKey, shown } from './entry-path.ts'
import { mediaTypeOf } from './media-types.ts'
import { listEntries, type PackageEntry } from './package-entries.server.ts'
import { packageLimits, type PackageLimits } from './package-limits.ts'
import { unpackEntry } from './unpack-entry.server.ts'
import { openZip, type OpenZip } from './zip-file.server.ts'

export interface ReadPackage {
  /** Of the zip itself. */
  sha256: string
  /** Of the zip itself. */
  bytes: number
  /** Launch paths are those of `files`. */
  manifest: ScormManifest
  /** In the zip's order; the bytes lie in the staging folder under `sha256`. */
  files: PackageFile[]
}

export interface PackageFile {
  /** From the manifest's folder, "/" between folders, Unicode form NFC. */
  path: string
  sha256: string
  bytes: number
  mediaType: string
}

/**
 * Reads a content package from a zip on disk: checks it, reads its manifest and unpacks its files, one
 * stream at a time. The staging folder belongs to this import alone: it is made here and must not exist;
 * when anything goes wrong, or `signal` aborts, it is gone again.
 * @throws Refusal package.* by name, with the clause of the standard that was broken
 */
export async function readPackage(
  zipPath: string,
  stagingFolder: string,
  limits: PackageLimits = packageLimits,
  signal?: AbortSignal,
): Promise<ReadPackage> {
  const { size } = await stat(zipPath)
  if (size > limits.maxZipBytes) {
    throw new Refusal('package.too-large', { megabytes: limits.maxZipBytes / 1_000_000 })
  }
  const zip = await openZip(zipPath)
  try {
    return await stage(zipPath, zip, stagingFolder, limits, signal)
  } finally {
    await zip.close()
  }
}

async function stage(
  zipPath: string,
  zip: OpenZip,
  stagingFolder: string,
  limits: PackageLimits,
  signal?: AbortSignal,
): Promise<ReadPackage> {
  const { manifestEntry, entries } = withinManifestFolder(await listEntries(zip, limits))
  const source = { zip, limits, signal }
  const manifest = withFoundFiles(await readManifest(source, manifestEntry), entries)
  await mkdir(dirname(stagingFolder), { recursive: true })
  await mkdir(stagingFolder)
  try {
    const files = await unpackAll(source, entries, stagingFolder)
    return { sha256: await sha256Of(zipPath, signal), bytes: zip.bytes, manifest, files }
  } catch (error) {
    await rm(stagingFolder, { recursive: true, force: true })
    throw error
  }
}

/**
 * Finds the manifest at the top, or one folder down when that is all there is (people often pack the
 * folder instead of what is in it), and makes all paths relative to where it lies.
 */
function withinManifestFolder(all: PackageEntry[]): {
  manifestEntry: PackageEntry
  entries: PackageEntry[]
} {
  const folders = new Set(all.map(({ path }) => path.slice(0, path.indexOf('/') + 1)))
  const [only = ''] = folders.size === 1 ? folders : []
  for (const folder of new Set(['', only])) {
    const entries = all.map((entry) => ({ ...entry, path: entry.path.slice(folder.length) }))
    const manifestEntry = entries.find(({ path }) => sameFileKey(path) === 'imsmanifest.xml')
    if (manifestEntry) return { manifestEntry, entries }
  }
  throw new Refusal('package.no-manifest', {}, { clause: 'SCORM 1.2 CAM 2.3, imsmanifest.xml' })
}

type Source = { zip: OpenZip; limits: PackageLimits; signal?: AbortSignal }

async function readManifest(source: Source, file: PackageEntry): Promise<ScormManifest> {
  const { maxManifestBytes } = source.limits
  const limits = { ...source.limits, maxFileBytes: maxManifestBytes }
  const chunks: Buffer[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  try {
    await unpackEntry({ ...source, file, limits, unpackedSoFar: 0 }, sink)
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'package.file-too-large') throw error
    throw new Refusal('package.manifest-too-large', { megabytes: maxManifestBytes / 1_000_000 })
  }
  const manifest = parseManifest(Buffer.concat(chunks))
  if (manifest.edition !== '1.2') {
    throw new Refusal('package.edition-not-yet', { edition: manifest.edition })
  }
  return manifest
}

/** The manifest with launch paths spelled as the files are: Windows tools mind no capitals. */
function withFoundFiles(manifest: ScormManifest, entries: PackageEntry[]): ScormManifest {
  const pathByKey = new Map(entries.map(({ path }) => [sameFileKey(path), path]))
  const items = manifest.items.map((item) => {
    if (item.launchPath === null) return item
    const launchPath = pathByKey.get(sameFileKey(item.launchPath))
    if (launchPath !== undefined) return { ...item, launchPath }
    const detail = { path: shown(item.launchPath), item: shown(item.title) }
    throw new Refusal('package.launch-missing', detail, {
      clause: 'SCORM 1.2 CAM 2.3, <resource> href',
    })
  })
  return { ...manifest, items }
}

async function unpackAll(
  source: Source,
  entries: PackageEntry[],
  stagingFolder: string,
): Promise<PackageFile[]> {
  const files: PackageFile[] = []
  const partial = join(stagingFolder, 'partial')
  let unpackedSoFar = 0
  for (const file of entries) {
    source.signal?.throwIfAborted()
    const sink = createWriteStream(partial)
    const { sha256, bytes } = await unpackEntry({ ...source, file, unpackedSoFar }, sink)
    // Two files with the same bytes become one.
    await rename(partial, join(stagingFolder, sha256))
    unpackedSoFar += bytes
    files.push({ path: file.path, sha256, bytes, mediaType: mediaTypeOf(file.path) })
  }
  return files
}

async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, { signal })
  return hash.digest('hex')
}
