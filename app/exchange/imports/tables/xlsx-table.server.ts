import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { readSheet } from 'read-excel-file/universal'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import { listEntries, withPaths, type PackageEntry } from '../packages/package-entries.server.ts'
import { packageLimits } from '../packages/package-limits.ts'
import { openZip, type OpenZip } from '../packages/zip-file.server.ts'
import { guardSheet } from './sheet-guard.ts'
import { storedZip } from './stored-zip.ts'
import { tableLimits, type Cell } from './table-limits.ts'

const inflate = promisify(inflateRaw)

/** A spreadsheet is a zip like any other, but a small one. */
const zipLimits = {
  ...packageLimits,
  maxZipBytes: tableLimits.maxBytes,
  maxBytes: tableLimits.maxUnpackedBytes,
  maxFileBytes: tableLimits.maxUnpackedBytes,
  maxFiles: 500,
  maxDirectoryBytes: 200_000,
}

/**
 * The first sheet of a spreadsheet (XLSX), days as dates at midnight UTC. The zip and its parts are
 * checked by us before the reader sees them, in a zip of our own making.
 * @throws Refusal table.not-a-table, table.too-many-rows, table.too-many-columns
 */
export async function xlsxTable(path: string): Promise<Cell[][]> {
  try {
    const parts = await xmlPartsOf(path)
    for (const part of parts.values()) await guardSheet(part.toString('utf8'))
    const zip = new Uint8Array(storedZip(parts))
    return (await readSheet(zip.buffer)) as Cell[][]
  } catch (error) {
    throw asRefusal(error)
  }
}

async function xmlPartsOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await openZip(path, zipLimits.maxDirectoryBytes)
  try {
    const files = withPaths(await listEntries(zip, zipLimits), zipLimits)
    const parts = new Map<string, Buffer>()
    for (const file of files.filter((each) => /\.(xml|rels)$/.test(each.path))) {
      parts.set(file.path, await unpacked(zip, file))
    }
    return parts
  } finally {
    await zip.close()
  }
}

/** All together stay below `maxBytes`: what an entry declares is counted, and no more is unpacked. */
async function unpacked(zip: OpenZip, { entry, start }: PackageEntry): Promise<Buffer> {
  const packed = await zip.packedBytes(entry, start)
  const bytes =
    entry.method === 8
      ? await inflate(packed, { maxOutputLength: Math.max(1, entry.bytes) })
      : packed
  if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc32) throw notATable()
  return bytes
}

const notATable = () => new Refusal('table.not-a-table', {}, { field: 'file' })

// The zip's own refusals speak of packages, and the reader's errors of its insides.
function asRefusal(error: unknown): unknown {
  if (isRefusal(error) && error.code.startsWith('table.')) return error
  const isSystemError = error instanceof Error && 'syscall' in error
  return isSystemError ? error : notATable()
}
