import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where a package's bytes go as it is read. */
export interface PackageSink {
  begin(): Promise<void>
  /** Takes a small file whole. */
  keepBytes(bytes: Buffer, sha256: string): Promise<void>
  /** Takes a file as it comes, one at a time; `keepOpened` names it when it has been closed. */
  open(): Promise<OpenFile>
  keepOpened(sha256: string): Promise<void>
  /** Leaves nothing of what came. */
  discard(): Promise<void>
}

export interface OpenFile {
  /** Is done with the piece when it resolves. */
  write(piece: Buffer): Promise<void>
  close(): Promise<void>
}

/**
 * A folder in which each file lies under its SHA-256: no name from the package ever becomes a path on
 * disk, and the same bytes lie there once. The folder is made here and must not exist.
 */
export function stagingSink(folder: string): PackageSink {
  const partial = join(folder, 'partial')
  const kept = new Set<string>()
  return {
    begin: async () => {
      await mkdir(dirname(folder), { recursive: true })
      await mkdir(folder)
    },
    keepBytes: async (bytes, sha256) => {
      if (!kept.has(sha256)) await writeFile(join(folder, sha256), bytes)
      kept.add(sha256)
    },
    open: async () => {
      const handle = await open(partial, 'w')
      return { write: (piece) => handle.writeFile(piece), close: () => handle.close() }
    },
    keepOpened: async (sha256) => {
      await rename(partial, join(folder, sha256))
      kept.add(sha256)
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

/** For a check: everything is read, and nothing is kept. */
export const nullSink: PackageSink = {
  begin: () => Promise.resolve(),
  keepBytes: () => Promise.resolve(),
  open: () => Promise.resolve({ write: () => Promise.resolve(), close: () => Promise.resolve() }),
  keepOpened: () => Promise.resolve(),
  discard: () => Promise.resolve(),
}
