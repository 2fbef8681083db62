import type { Readable } from 'node:stream'

/** How a blob's bytes may be packed for sending: Brotli or gzip. */
export type Packing = 'br' | 'gz'

/** The SHA-256 of the content in hex; with ".br" or ".gz" behind it, that content packed. */
export type BlobName = string

export interface KeptBlob {
  name: BlobName
  /** Of the content, not of what is packed. */
  sha256: string
  bytes: number
  /** When it was kept, or last kept again. */
  keptAt: Date
  /** False for what is left of a keep that never ended: nobody can read it. */
  isWhole: boolean
}

/** A part of a blob in bytes, both ends included. */
export interface BlobRange {
  start: number
  end: number
}

/**
 * Where the bytes of package files are, by their content. Nothing is ever changed: a name has the same
 * bytes for as long as it is there. Whoever keeps blobs that are to stay holds the sweep off meanwhile
 * (blob-lock.server.ts).
 */
export interface BlobStore {
  /**
   * Takes a file in, which is gone from where it was (or left there, when the store had it). When the
   * promise resolves it is safe: whole or not at all, also after a power cut. Kept again, it counts as
   * kept now.
   */
  keep(fromFile: string, name: BlobName): Promise<void>
  /** The bytes. @throws where there is no such blob */
  read(name: BlobName, range?: BlobRange): Promise<Readable>
  /** In bytes; undefined where there is no such blob. */
  size(name: BlobName): Promise<number | undefined>
  /** Everything there is, in no order. What comes and goes meanwhile may be missing. */
  list(): AsyncIterable<KeptBlob>
  /** Removes a blob, or what is left of a keep that never ended. Nothing happens where there is none. */
  remove(name: BlobName): Promise<void>
  /**
   * Whether the store belongs to this owner; one that is nobody's becomes theirs. Who sweeps asks first:
   * two installations that were given one store must not remove each other's files.
   */
  claim(owner: string): Promise<boolean>
}
