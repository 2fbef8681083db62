import { crc32 } from 'node:zlib'
import { Refusal } from '~/kernel/refusal.ts'

// The list of contents of a zip (APPNOTE.TXT 4.3.12 to 4.3.16), read from bytes that others have fetched.
// Of our own because general readers stop at what self-extracting packages bring before the zip, believe a
// count that lies, and fetch each entry apart.

/** Where the list of contents lies, as the end of the zip tells it. */
export interface DirectoryPlace {
  /** In the file. */
  start: number
  bytes: number
  /** How many entries it is said to have. */
  count: number
  /** What stands before the zip in the file: a program that unpacks it, or nothing. */
  prefix: number
}

/** An entry of the list, as it stands; offsets are in the file. */
export interface ZipEntry {
  rawName: Buffer
  /** The name in the Info-ZIP Unicode path field, where it belongs to `rawName`; undecoded. */
  unicodeName: Buffer | null
  flags: number
  method: number
  crc32: number
  packedBytes: number
  bytes: number
  externalAttributes: number
  headerOffset: number
}

const endBytes = 22
const locatorBytes = 20
const end64Bytes = 56
/** How much of a file's end can hold what tells where the list is: a comment of 65,535 bytes and the ends. */
export const longestEnd = 65_535 + endBytes + locatorBytes + end64Bytes

const endSignature = 0x06054b50
const locatorSignature = 0x07064b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const in64 = 0xffff_ffff

/**
 * Finds the end of the list of contents. Its comment must reach to the end of the file, so what looks like
 * an end within a comment or a file is not taken for one.
 * @param tail the file's last bytes, `longestEnd` of them or all
 * @throws Refusal package.not-a-zip
 */
export function directoryPlaceOf(tail: Buffer, fileBytes: number): DirectoryPlace {
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    if (at + endBytes + tail.readUInt16LE(at + 20) !== tail.length) continue
    const place = placeAt(tail, at, fileBytes - tail.length)
    if (place) return place
  }
  throw new Refusal('package.not-a-zip', {}, { clause: 'APPNOTE.TXT 4.3.6' })
}

/**
 * Undefined where the numbers cannot be true, or where the zip goes on in another file. The zip64 end stands
 * right before its locator, and that right before the end (4.3.15).
 */
function placeAt(tail: Buffer, at: number, tailStart: number): DirectoryPlace | undefined {
  const locator = at - locatorBytes
  const is64 = locator >= 0 && tail.readUInt32LE(locator) === locatorSignature
  const end = is64 ? locator - end64Bytes : at
  if (is64 && (end < 0 || tail.readUInt32LE(end) !== end64Signature)) return undefined
  const { disk, count, bytes, offset } = is64 ? toldBy64(tail, end) : toldBy(tail, end)
  const prefix = tailStart + end - bytes - offset
  const isTrue = [count, bytes, offset, prefix].every((n) => Number.isSafeInteger(n) && n >= 0)
  return isTrue && disk === 0 ? { start: offset + prefix, bytes, count, prefix } : undefined
}

function toldBy(tail: Buffer, at: number) {
  return {
    disk: tail.readUInt16LE(at + 4),
    count: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  }
}

function toldBy64(tail: Buffer, at: number) {
  return {
    disk: tail.readUInt32LE(at + 16),
    count: Number(tail.readBigUInt64LE(at + 32)),
    bytes: Number(tail.readBigUInt64LE(at + 40)),
    offset: Number(tail.readBigUInt64LE(at + 48)),
  }
}

/**
 * The entries of a list of contents, in its order. It must hold as many as it says and nothing else:
 * what is counted twice or not at all would be seen by one reader and not by another.
 * @throws Refusal package.damaged
 */
export function* entriesOf(
  directory: Buffer,
  { count, prefix }: DirectoryPlace,
): Generator<ZipEntry> {
  let at = 0
  for (let read = 0; read < count; read++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) throw damaged()
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const end = extraEnd + directory.readUInt16LE(at + 32)
    if (end > directory.length) throw damaged()
    yield entryOf(
      directory.subarray(at, at + 46),
      directory.subarray(at + 46, nameEnd),
      extraFieldsOf(directory.subarray(nameEnd, extraEnd)),
      prefix,
    )
    at = end
  }
  if (at !== directory.length) throw damaged()
}

function entryOf(
  header: Buffer,
  rawName: Buffer,
  extra: Map<number, Buffer>,
  prefix: number,
): ZipEntry {
  const wide = new WideNumbers(extra.get(1))
  // In this order they stand in the zip64 field, each only where the short one says so (4.5.3).
  const bytes = wide.or(header.readUInt32LE(24))
  const packedBytes = wide.or(header.readUInt32LE(20))
  const offset = wide.or(header.readUInt32LE(42))
  return {
    rawName,
    unicodeName: unicodeNameOf(extra.get(0x7075), rawName),
    flags: header.readUInt16LE(8),
    method: header.readUInt16LE(10),
    crc32: header.readUInt32LE(16),
    packedBytes,
    bytes,
    externalAttributes: header.readUInt32LE(38),
    headerOffset: offset + prefix,
  }
}

/** What stands in the zip64 field, taken one by one. */
class WideNumbers {
  #at = 0
  constructor(readonly field: Buffer | undefined) {}

  or(short: number): number {
    if (short !== in64) return short
    if (!this.field || this.#at + 8 > this.field.length) throw damaged()
    const wide = Number(this.field.readBigUInt64LE(this.#at))
    this.#at += 8
    if (!Number.isSafeInteger(wide)) throw damaged()
    return wide
  }
}

/** By number; what is no field of that form is passed over, for tools fill up with all sorts of bytes. */
function extraFieldsOf(extra: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>()
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (end > extra.length) break
    const id = extra.readUInt16LE(at)
    if (!fields.has(id)) fields.set(id, extra.subarray(at + 4, end))
    at = end
  }
  return fields
}

/** The field counts only beside the very name that it was made for (APPNOTE.TXT 4.6.9). */
function unicodeNameOf(field: Buffer | undefined, rawName: Buffer): Buffer | null {
  if (!field || field.length < 6 || field[0] !== 1) return null
  return field.readUInt32LE(1) === crc32(rawName) ? field.subarray(5) : null
}

export function damaged(): Refusal {
  return new Refusal('package.damaged', {}, { clause: 'APPNOTE.TXT 4.3.12' })
}
