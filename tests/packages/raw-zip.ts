import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as it is to stand in the zip, however odd: nothing here is checked. */
export interface RawEntry {
  name: string | Buffer
  content?: string | Buffer
  /** General purpose flags; 0x800 (the name is UTF-8) unless told. */
  flags?: number
  /** 8 (deflated) unless told; anything but 8 is stored as it is. */
  method?: number
  externalAttributes?: number
  extra?: Buffer
  /** What the entry itself says its name is, where the list of contents says another. */
  localName?: string | Buffer
  /** Sizes and checksum behind the bytes instead of before them, as tools that stream write them. */
  isStreamed?: boolean
  /** Sizes and place in the zip64 field. */
  isWide?: boolean
  /** What the zip says of the content, where it is to lie. */
  declared?: { bytes?: number; packed?: number; crc?: number; offset?: number }
  /** Index of the entry whose packed bytes this one points at, instead of bringing its own. */
  sameBytesAs?: number
}

type Placed = {
  entry: RawEntry
  name: Buffer
  packed: Buffer
  bytes: number
  crc: number
  offset: number
}

export interface RawZip {
  /** How many entries the end says there are. */
  count?: number
  comment?: string | Buffer
  /** What stands before the zip. */
  prefix?: Buffer
  /** With an end of zip64. */
  isWide?: boolean
  /** The number of the disk that the end says it stands on. */
  disk?: number
}

/** A zip written byte by byte, for what no honest library makes (APPNOTE.TXT 4.3). */
export function rawZip(entries: RawEntry[], zip: RawZip = {}): Buffer {
  const parts: Buffer[] = []
  const placed: Placed[] = []
  let offset = 0
  for (const entry of entries) {
    const shared = entry.sameBytesAs === undefined ? undefined : placed[entry.sameBytesAs]
    const one = shared ? { ...shared, entry, name: Buffer.from(entry.name) } : place(entry, offset)
    placed.push(one)
    if (shared) continue
    const pieces = [localHeader(one), one.packed, ...(entry.isStreamed ? [descriptor(one)] : [])]
    parts.push(...pieces)
    offset += pieces.reduce((sum, piece) => sum + piece.length, 0)
  }
  const directory = Buffer.concat(placed.map(directoryHeader))
  const end = directoryEnd(zip, zip.count ?? entries.length, directory.length, offset)
  return Buffer.concat([zip.prefix ?? Buffer.alloc(0), ...parts, directory, end])
}

function place(entry: RawEntry, offset: number): Placed {
  const content = Buffer.from(entry.content ?? '')
  const packed = (entry.method ?? 8) === 8 ? deflateRawSync(content) : content
  const name = Buffer.from(entry.name)
  return { entry, name, packed, bytes: content.length, crc: crc32(content), offset }
}

function localHeader({ entry, name: listed, packed, bytes, crc }: Placed): Buffer {
  const header = Buffer.alloc(30)
  const name = entry.localName === undefined ? listed : Buffer.from(entry.localName)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  writeShared(header, 6, { entry, packed, bytes, crc })
  if (entry.isStreamed) header.fill(0, 14, 26)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ packed, bytes, crc }: Placed): Buffer {
  const behind = Buffer.alloc(16)
  behind.writeUInt32LE(0x08074b50, 0)
  behind.writeUInt32LE(crc, 4)
  behind.writeUInt32LE(packed.length, 8)
  behind.writeUInt32LE(bytes, 12)
  return behind
}

function directoryHeader(one: Placed): Buffer {
  const { entry, name, offset } = one
  const header = Buffer.alloc(46)
  const extra = Buffer.concat([...(entry.isWide ? [wideField(one)] : []), entry.extra ?? nothing])
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE((3 << 8) | 20, 4)
  header.writeUInt16LE(20, 6)
  writeShared(header, 8, one)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE((entry.externalAttributes ?? 0) >>> 0, 38)
  header.writeUInt32LE(entry.declared?.offset ?? offset, 42)
  if (entry.isWide) {
    header.fill(0xff, 20, 28)
    header.fill(0xff, 42, 46)
  }
  return Buffer.concat([header, name, extra])
}

const nothing = Buffer.alloc(0)

function wideField({ bytes, packed, offset }: Placed): Buffer {
  const field = Buffer.alloc(28)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(24, 2)
  for (const [i, value] of [bytes, packed.length, offset].entries()) {
    field.writeBigUInt64LE(BigInt(value), 4 + 8 * i)
  }
  return field
}

/** Flags to sizes, which local and directory header have in the same order. */
function writeShared(
  header: Buffer,
  at: number,
  { entry, packed, bytes, crc }: Pick<Placed, 'entry' | 'packed' | 'bytes' | 'crc'>,
): void {
  header.writeUInt16LE((entry.flags ?? 0x800) | (entry.isStreamed ? 8 : 0), at)
  header.writeUInt16LE(entry.method ?? 8, at + 2)
  header.writeUInt32LE(entry.declared?.crc ?? crc, at + 8)
  header.writeUInt32LE(entry.declared?.packed ?? packed.length, at + 12)
  header.writeUInt32LE(entry.declared?.bytes ?? bytes, at + 16)
}

function directoryEnd(
  { isWide, disk, comment = '' }: RawZip,
  count: number,
  length: number,
  offset: number,
): Buffer {
  const words = Buffer.from(comment)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(disk ?? 0, 4)
  end.writeUInt16LE(isWide ? 0xffff : count & 0xffff, 8)
  end.writeUInt16LE(isWide ? 0xffff : count & 0xffff, 10)
  end.writeUInt32LE(isWide ? 0xffff_ffff : length, 12)
  end.writeUInt32LE(isWide ? 0xffff_ffff : offset, 16)
  end.writeUInt16LE(words.length, 20)
  return Buffer.concat([...(isWide ? [wideEnd(count, length, offset)] : []), end, words])
}

function wideEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  for (const [i, value] of [count, count, length, offset].entries()) {
    end.writeBigUInt64LE(BigInt(value), 24 + 8 * i)
  }
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + length), 64)
  end.writeUInt32LE(1, 72)
  return end
}
