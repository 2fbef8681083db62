import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Bytes. Of more, the packing itself would keep others waiting: that is done beside, piece by piece. */
const most = 32_768
/** What the middleware that packs everything else takes; more costs time and gains little. */
const brotliQuality = 4

export interface PackedPage {
  body: Uint8Array<ArrayBuffer>
  encoding: 'br' | 'gzip'
}

/**
 * A page as it travels, packed at once: to hand a short one to another thread and have it back takes as
 * long again. Undefined for a long page, and for who takes neither way of packing.
 */
export function packedPage(
  page: Uint8Array<ArrayBuffer>,
  acceptEncoding: string | null,
): PackedPage | undefined {
  if (page.length > most) return undefined
  const taken = (acceptEncoding ?? '').split(',').map((name) => name.trim().toLowerCase())
  if (taken.includes('br')) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
    }
    return { body: new Uint8Array(brotliCompressSync(page, { params })), encoding: 'br' }
  }
  if (!taken.includes('gzip')) return undefined
  return { body: new Uint8Array(gzipSync(page)), encoding: 'gzip' }
}
