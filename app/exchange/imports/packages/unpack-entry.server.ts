import { createHash, type Hash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { Refusal } from '~/kernel/refusal.ts'
import { shown } from './entry-path.ts'
import { refusalForAll, type PackageEntry } from './package-entries.server.ts'
import type { PackageLimits } from './package-limits.ts'
import type { PackageSink } from './package-sink.server.ts'
import type { OpenZip } from './zip-file.server.ts'

export interface UnpackEntry {
  zip: OpenZip
  file: PackageEntry
  limits: PackageLimits
  /** Bytes that the package's other files have already come to. */
  unpackedSoFar: number
  signal?: AbortSignal
  /** Sees the bytes as they pass, and must be done with a piece when it returns. */
  watch?: (piece: Buffer) => void
}

/** Files up to this size are unpacked at once: a stream for each of ten thousand costs far more. */
const smallBytes = 262_144

/**
 * Brings one file out of the zip into the sink. What counts are the bytes that come, not those that the
 * zip declares.
 * @throws Refusal package.file-damaged, .file-too-large, .unpacked-too-large, .bomb
 */
export async function unpackEntry(
  input: UnpackEntry,
  sink: PackageSink,
): Promise<{ sha256: string; bytes: number }> {
  const { entry } = input.file
  const isSmall = entry.bytes <= smallBytes && entry.packedBytes <= smallBytes
  return (isSmall && (await unpackSmall(input, sink))) || unpackStream(input, sink)
}

/** Undefined for what comes to more than it declares: where that ends, the stream tells. */
async function unpackSmall(input: UnpackEntry, sink: PackageSink) {
  const { zip, file, watch } = input
  const { entry, path, start } = file
  const packed = await zip.packedBytes(entry, start)
  const content = entry.method === 8 ? inflated(packed, entry.bytes, path) : packed
  if (content === undefined) return undefined
  const refusal = refusalFor(content.length, input)
  if (refusal) throw refusal
  if (content.length !== entry.bytes || crc32(content) !== entry.crc32) throw damaged(path)
  watch?.(content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  await sink.keepBytes(content, sha256)
  return { sha256, bytes: content.length }
}

function inflated(packed: Buffer, bytes: number, path: string): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) })
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw isZlibError(error) ? damaged(path) : error
  }
}

async function unpackStream(input: UnpackEntry, sink: PackageSink) {
  const { zip, file, signal, watch } = input
  const { entry, path, start } = file
  const meter = new Meter()
  const out = await sink.open()
  const take = async (piece: Buffer) => {
    signal?.throwIfAborted()
    meter.add(piece)
    const refusal = refusalFor(meter.bytes, input)
    if (refusal) throw refusal
    watch?.(piece)
    await out.write(piece)
  }
  try {
    if (entry.method === 8) await inflate(zip.packedPieces(entry, start), take)
    else for await (const piece of zip.packedPieces(entry, start, 'one buffer')) await take(piece)
  } catch (error) {
    throw isZlibError(error) ? damaged(path) : error
  } finally {
    await out.close()
  }
  if (meter.bytes !== entry.bytes || meter.crc !== entry.crc32) throw damaged(path)
  const sha256 = meter.sha256()
  await sink.keepOpened(sha256)
  return { sha256, bytes: meter.bytes }
}

async function inflate(
  packed: AsyncIterable<Buffer>,
  take: (piece: Buffer) => Promise<void>,
): Promise<void> {
  await pipeline(packed, createInflateRaw(), async (unpacked: AsyncIterable<Buffer>) => {
    for await (const piece of unpacked) await take(piece)
  })
}

function refusalFor(
  bytes: number,
  { zip, file: { entry, path }, limits, unpackedSoFar }: UnpackEntry,
): Refusal | undefined {
  const detail = { path: shown(path) }
  if (bytes > limits.ratioFreeBytes && bytes > limits.maxRatio * entry.packedBytes) {
    return new Refusal('package.bomb', detail)
  }
  if (bytes > limits.maxFileBytes) {
    const megabytes = limits.maxFileBytes / 1_000_000
    return new Refusal('package.file-too-large', { ...detail, megabytes })
  }
  return refusalForAll(unpackedSoFar + bytes, zip, path, limits)
}

function damaged(path: string): Refusal {
  return new Refusal('package.file-damaged', { path: shown(path) }, { clause: 'APPNOTE.TXT 4.4.7' })
}

function isZlibError(error: unknown): boolean {
  return codeOf(error).startsWith('Z_')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Counts, sums and hashes what passes. */
class Meter {
  bytes = 0
  crc = 0
  readonly #hash: Hash = createHash('sha256')

  add(piece: Buffer): void {
    this.bytes += piece.length
    this.crc = crc32(piece, this.crc)
    this.#hash.update(piece)
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}
