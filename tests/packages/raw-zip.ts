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

/** A zip written byte by byte, for what no honest library makes (APPNOTE.TXT 4.3). */
export function rawZip(entries: RawEntry[], { count = entries.length } = {}): Buffer {
  const parts: Buffer[] = []
  const placed: Placed[] = []
  let offset = 0
  for (const entry of entries) {
    const shared = entry.sameBytesAs === undefined ? undefined : placed[entry.sameBytesAs]
    const one = shared ? { ...shared, entry, name: Buffer.from(entry.name) } : place(entry, offset)
    placed.push(one)
    if (shared) continue
    const header = localHeader(one)
    parts.push(header, one.packed)
    offset += header.length + one.packed.length
  }
  const directory = Buffer.concat(placed.map(directoryHeader))
  return Buffer.concat([...parts, directory, directoryEnd(count, directory.length, offset)])
}

function place(entry: RawEntry, offset: number): Placed {
  const content = Buffer.from(entry.content ?? '')
  const packed = (entry.method ?? 8) === 8 ? deflateRawSync(content) : content
  const name = Buffer.from(entry.name)
  return { entry, name, packed, bytes: content.length, crc: crc32(content), offset }
}

function localHeader({ entry, name, packed, bytes, crc }: Placed): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  writeShared(header, 6, { entry, packed, bytes, crc })
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function directoryHeader({ entry, name, packed, bytes, crc, offset }: Placed): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE((3 << 8) | 20, 4)
  header.writeUInt16LE(20, 6)
  writeShared(header, 8, { entry, packed, bytes, crc })
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(entry.extra?.length ?? 0, 30)
  header.writeUInt32LE((entry.externalAttributes ?? 0) >>> 0, 38)
  header.writeUInt32LE(entry.declared?.offset ?? offset, 42)
  return Buffer.concat([header, name, entry.extra ?? Buffer.alloc(0)])
}

/** Flags to sizes, which local and directory header have in the same order. */
function writeShared(
  header: Buffer,
  at: number,
  { entry, packed, bytes, crc }: Pick<Placed, 'entry' | 'packed' | 'bytes' | 'crc'>,
): void {
  header.writeUInt16LE(entry.flags ?? 0x800, at)
  header.writeUInt16LE(entry.method ?? 8, at + 2)
  header.writeUInt32LE(entry.declared?.crc ?? crc, at + 8)
  header.writeUInt32LE(entry.declared?.packed ?? packed.length, at + 12)
  header.writeUInt32LE(entry.declared?.bytes ?? bytes, at + 16)
}

function directoryEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count & 0xffff, 8)
  end.writeUInt16LE(count & 0xffff, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
