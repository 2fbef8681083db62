import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { BlobName, Packing } from '~/platform/blob-store.ts'
import { blobs, newStagingPath } from '~/platform/blobs.server.ts'
import { log } from '~/platform/log.server.ts'

/** A blob to send, and how many bytes that is. */
export interface SentBlob {
  name: BlobName
  bytes: number
}

/** Packing takes a thread of the few that also read files. */
const packedAtOnce = 2
/** Whoever asks when so many wait gets the file as it is. */
const mostWaiting = 32

const underWay = new Map<BlobName, Promise<SentBlob>>()

/**
 * A file's bytes packed: kept beside the file, and made the first time that somebody asks, once however
 * many ask meanwhile. Null where the file had better be sent as it is, since too much is being packed
 * or the packing failed.
 */
export async function packedBlob(sha256: string, packing: Packing): Promise<SentBlob | null> {
  const name = `${sha256}.${packing}`
  const bytes = await blobs().size(name)
  if (bytes !== undefined) return { name, bytes }
  if (!underWay.has(name) && underWay.size >= mostWaiting) return null
  try {
    return await packedOnce(sha256, packing, name)
  } catch (error) {
    log().warn({ sha256, packing, error: String(error) }, 'a file could not be packed')
    return null
  }
}

function packedOnce(sha256: string, packing: Packing, name: BlobName): Promise<SentBlob> {
  const known = underWay.get(name)
  if (known) return known
  const begun = inTurn(() => pack(sha256, packing, name)).finally(() => underWay.delete(name))
  underWay.set(name, begun)
  return begun
}

async function pack(sha256: string, packing: Packing, name: BlobName): Promise<SentBlob> {
  const store = blobs()
  const file = newStagingPath()
  await mkdir(path.dirname(file), { recursive: true })
  try {
    const size = (await store.size(sha256)) ?? 0
    await pipeline(await store.read(sha256), packer(packing, size), createWriteStream(file))
    await store.keep(file, name)
    return { name, bytes: (await store.size(name))! }
  } finally {
    await rm(file, { force: true })
  }
}

/** Levels that pack some 10 MB a second: a few percent larger than the best, in a tenth of the time. */
function packer(packing: Packing, size: number): Transform {
  if (packing === 'gz') return createGzip({ level: 7 })
  return createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 7,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  })
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= packedAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
