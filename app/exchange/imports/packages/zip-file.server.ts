import { read } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '~/kernel/refusal.ts'

/** A zip on disk whose list of contents can be read; `close` it. */
export interface OpenZip {
  bytes: number
  entries: AsyncIterable<Entry>
  /** Where an entry's packed bytes begin. */
  startOf(entry: Entry): Promise<number>
  /** The packed bytes of an entry. */
  packedBytes(entry: Entry, start: number): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** @throws Refusal package.not-a-zip */
export async function openZip(path: string): Promise<OpenZip> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const zip = await readDirectoryEnd(handle, size)
    return {
      bytes: size,
      entries: zip.eachEntry(),
      startOf: async (entry) =>
        (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart,
      packedBytes: (entry, start) => bytesOf(handle, start, entry.compressedSize),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readDirectoryEnd(handle: FileHandle, size: number): Promise<ZipFile> {
  try {
    const zip = await fromRandomAccessReaderPromise(new BoundedReader(handle, size), size, {
      autoClose: false,
      decodeStrings: false,
      // Sizes and checksums are held against the bytes that come, by us.
      validateEntrySizes: false,
    })
    // Errors reach us through eachEntry; without a listener of its own, a late one would end the process.
    zip.on('error', () => undefined)
    return zip
  } catch (error) {
    if (isSystemError(error)) throw error
    throw new Refusal('package.not-a-zip', {}, { clause: 'APPNOTE.TXT 4.3.6' })
  }
}

/**
 * yauzl's own reader hands any 64-bit offset of the zip to fs.read, which throws inside a callback, where
 * nobody can catch it: one crafted file would end the server. This one answers with an error.
 */
class BoundedReader extends RandomAccessReader {
  readonly #handle: FileHandle
  readonly #size: number

  constructor(handle: FileHandle, size: number) {
    super()
    this.#handle = handle
    this.#size = size
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const end = position + length
    if (!Number.isSafeInteger(position) || position < 0 || end > this.#size) {
      setImmediate(callback, new Error('the zip points outside itself'))
      return
    }
    read(this.#handle.fd, buffer, offset, length, position, callback)
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(bytesOf(this.#handle, start, end - start), { objectMode: false })
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null)
  }
}

// Not a file stream: that one closes the descriptor when it is destroyed, whatever it is told, and
// the number may by then be another file's.
async function* bytesOf(handle: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length;) {
    const chunk = Buffer.allocUnsafe(Math.min(65_536, length - at))
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, start + at)
    if (bytesRead === 0) return
    yield chunk.subarray(0, bytesRead)
    at += bytesRead
  }
}

/** An error of the disk or the system, as against one of the zip. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
