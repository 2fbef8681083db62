import type { PackageEntry } from './package-entries.server.ts'
import type { PackageLimits } from './package-limits.ts'
import type { PackageSink } from './package-sink.server.ts'
import { unpackEntry } from './unpack-entry.server.ts'
import type { OpenZip } from './zip-file.server.ts'

interface ReadEntry {
  zip: OpenZip
  file: PackageEntry
  limits: PackageLimits
  /** More is refused before it is held. */
  maxBytes: number
  signal: AbortSignal | undefined
}

/**
 * A file of the package whole, in memory.
 * @throws Refusal package.file-damaged, .file-too-large, .unpacked-too-large, .bomb
 */
export async function readEntry({
  zip,
  file,
  limits,
  maxBytes,
  signal,
}: ReadEntry): Promise<Buffer> {
  const pieces: Buffer[] = []
  const own = { ...limits, maxFileBytes: maxBytes }
  await unpackEntry({ zip, signal, file, limits: own, unpackedSoFar: 0 }, collectingSink(pieces))
  return Buffer.concat(pieces)
}

function collectingSink(pieces: Buffer[]): PackageSink {
  const nothing = () => Promise.resolve()
  const collect = (piece: Buffer) => Promise.resolve(void pieces.push(Buffer.from(piece)))
  return {
    begin: nothing,
    keepBytes: collect,
    open: () => Promise.resolve({ write: collect, close: nothing }),
    keepOpened: nothing,
    discard: nothing,
  }
}
