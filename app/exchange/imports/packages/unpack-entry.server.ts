import { createHash, type Hash } from 'node:crypto'
import { PassThrough, Transform, type TransformCallback, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { Refusal } from '~/kernel/refusal.ts'
import { shown } from './entry-path.ts'
import { unpackedTooLarge, type PackageEntry } from './package-entries.server.ts'
import type { PackageLimits } from './package-limits.ts'
import type { OpenZip } from './zip-file.server.ts'

export interface UnpackEntry {
  zip: OpenZip
  file: PackageEntry
  limits: PackageLimits
  /** Bytes that the package's other files have already come to. */
  unpackedSoFar: number
  signal?: AbortSignal
}

/**
 * Streams one file out of the zip. What counts are the bytes that come, not those that the zip declares.
 * @throws Refusal package.file-damaged, .file-too-large, .unpacked-too-large, .bomb
 */
export async function unpackEntry(
  { zip, file, limits, unpackedSoFar, signal }: UnpackEntry,
  sink: Writable,
): Promise<{ sha256: string; bytes: number }> {
  const { entry, path } = file
  const decoder = entry.compressionMethod === 8 ? createInflateRaw() : new PassThrough()
  const meter = new Meter((bytes) => refusalFor(bytes, file, limits, unpackedSoFar))
  try {
    await pipeline(zip.packedBytes(entry, file.start), decoder, meter, sink, { signal })
  } catch (error) {
    if (isZlibError(error)) throw damaged(path)
    throw error
  }
  if (meter.bytes !== entry.uncompressedSize || meter.crc !== entry.crc32) throw damaged(path)
  return { sha256: meter.sha256(), bytes: meter.bytes }
}

function refusalFor(
  bytes: number,
  { entry, path }: PackageEntry,
  limits: PackageLimits,
  unpackedSoFar: number,
): Refusal | undefined {
  const detail = { path: shown(path) }
  if (bytes > limits.ratioFreeBytes && bytes > limits.maxRatio * entry.compressedSize) {
    return new Refusal('package.bomb', detail)
  }
  if (bytes > limits.maxFileBytes) {
    const megabytes = limits.maxFileBytes / 1_000_000
    return new Refusal('package.file-too-large', { ...detail, megabytes })
  }
  return unpackedSoFar + bytes > limits.maxBytes ? unpackedTooLarge(limits) : undefined
}

function damaged(path: string): Refusal {
  return new Refusal('package.file-damaged', { path: shown(path) }, { clause: 'APPNOTE.TXT 4.4.7' })
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

/** Counts, sums and hashes what passes, and lets no byte pass beyond what is allowed. */
class Meter extends Transform {
  bytes = 0
  crc = 0
  readonly #hash: Hash = createHash('sha256')
  readonly #refusalFor: (bytes: number) => Refusal | undefined

  constructor(refusalFor: (bytes: number) => Refusal | undefined) {
    super()
    this.#refusalFor = refusalFor
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length
    const refusal = this.#refusalFor(this.bytes)
    if (refusal) return done(refusal)
    this.crc = crc32(chunk, this.crc)
    this.#hash.update(chunk)
    done(null, chunk)
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}
