import { open, type FileHandle } from 'node:fs/promises'
import { Refusal } from '~/kernel/refusal.ts'
import { damaged, directoryPlaceOf, entriesOf, longestEnd, type ZipEntry } from './zip-directory.ts'

/** What an entry says of itself beside its bytes. */
export interface LocalHeader {
  /** Whether it has the name that the list of contents gives it; "\" and "/" count as the same. */
  isSameName: boolean
  method: number
  /** Where the packed bytes begin in the file. */
  start: number
}

/** A zip on disk; `close` it. */
export interface OpenZip {
  bytes: number
  /** @throws Refusal package.damaged, also midway */
  entries(): Iterable<ZipEntry>
  /** @throws Refusal package.damaged where none is there, or its bytes reach into the list of contents */
  localHeader(entry: ZipEntry): Promise<LocalHeader>
  /**
   * The packed bytes of an entry in pieces; with 'one buffer', each is overwritten by the next: a film in
   * new buffers fills the memory faster than it is tidied.
   */
  packedPieces(entry: ZipEntry, start: number, memory?: 'one buffer'): AsyncIterable<Buffer>
  /** The packed bytes of an entry at once; for small ones. */
  packedBytes(entry: ZipEntry, start: number): Promise<Buffer>
  close(): Promise<void>
}

/**
 * Opens a zip and reads its list of contents.
 * @param maxDirectoryBytes the longest list that is held in memory
 * @throws Refusal package.not-a-zip, package.directory-too-large
 */
export async function openZip(path: string, maxDirectoryBytes: number): Promise<OpenZip> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const tail = Math.min(size, longestEnd)
    const place = directoryPlaceOf(await bytesAt(handle, size - tail, tail), size)
    if (place.bytes > maxDirectoryBytes) throw new Refusal('package.directory-too-large')
    const directory = await bytesAt(handle, place.start, place.bytes)
    return {
      bytes: size,
      entries: () => entriesOf(directory, place),
      localHeader: (entry) => localHeaderOf(handle, entry, place.start),
      packedPieces: ({ packedBytes }, start, memory) =>
        piecesAt(handle, start, packedBytes, memory),
      packedBytes: ({ packedBytes }, start) => bytesAt(handle, start, packedBytes),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function localHeaderOf(
  handle: FileHandle,
  { headerOffset, rawName, packedBytes }: ZipEntry,
  end: number,
): Promise<LocalHeader> {
  const longest = Math.min(30 + rawName.length, end - headerOffset)
  if (longest < 30) throw damaged()
  const header = await bytesAt(handle, headerOffset, longest)
  if (header.readUInt32LE(0) !== 0x04034b50) throw damaged()
  const nameBytes = header.readUInt16LE(26)
  const start = headerOffset + 30 + nameBytes + header.readUInt16LE(28)
  if (start + packedBytes > end) throw damaged()
  const isSameName = nameBytes === rawName.length && isSame(header.subarray(30), rawName)
  return { isSameName, method: header.readUInt16LE(8), start }
}

function isSame(name: Buffer, other: Buffer): boolean {
  const plain = (byte: number | undefined) => (byte === 0x5c ? 0x2f : byte)
  return name.length === other.length && name.every((byte, i) => plain(byte) === plain(other[i]))
}

/** @throws Refusal package.damaged where the file has no such bytes */
async function bytesAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  for (let at = 0; at < length;) {
    const { bytesRead } = await handle.read(bytes, at, length - at, start + at)
    if (bytesRead === 0) throw damaged()
    at += bytesRead
  }
  return bytes
}

// Not a file stream: that one closes the descriptor when it is destroyed, whatever it is told, and
// the number may by then be another file's.
async function* piecesAt(
  handle: FileHandle,
  start: number,
  length: number,
  memory?: 'one buffer',
): AsyncGenerator<Buffer> {
  const next = () => Buffer.allocUnsafe(Math.min(pieceBytes, length))
  let piece = next()
  for (let at = 0; at < length;) {
    const wanted = Math.min(piece.length, length - at)
    const { bytesRead } = await handle.read(piece, 0, wanted, start + at)
    if (bytesRead === 0) return
    yield piece.subarray(0, bytesRead)
    if (memory !== 'one buffer') piece = next()
    at += bytesRead
  }
}

const pieceBytes = 65_536
