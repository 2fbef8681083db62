import { crc32 } from 'node:zlib'

/**
 * A zip whose files are stored as they are (APPNOTE.TXT 4.3.6), with no more in it than they take: what
 * another reader finds in it is what was put there, whatever the zip looked like that they came from.
 * @param files path (ASCII) -> bytes
 */
export function storedZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of files) {
    const name = Buffer.from(path, 'utf8')
    const facts = factsOf(name, bytes)
    const local = Buffer.concat([signature(0x04034b50), facts, name, bytes])
    const attributes = Buffer.alloc(14)
    attributes.writeUInt32LE(offset, 10)
    const entry = Buffer.concat([signature(0x02014b50), versionBytes, facts, attributes, name])
    parts.push(local)
    directory.push(entry)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...parts, list, endOf(files.size, list.length, offset)])
}

const versionBytes = Buffer.from([20, 0])

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Version, flags, method, time and day, checksum, sizes and lengths: the same in both headers. */
function factsOf(name: Buffer, bytes: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x800, 2)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(bytes.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

function endOf(count: number, bytes: number, start: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(start, 16)
  return end
}
