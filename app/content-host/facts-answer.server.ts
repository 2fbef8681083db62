import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import type { ContentPolicy } from '~/domain/attempt/content-policy.server.ts'
import { currentFactsFile } from '~/domain/catalogue/package-facts.ts'
import { readPackageFacts } from '~/domain/catalogue/package-facts.server.ts'
import type { Packing } from '~/platform/blob-store.ts'
import { blobs } from '~/platform/blobs.server.ts'
import { codingOf, isPackable, packingFor } from './content-coding.ts'
import { entityTagOf, namesTag } from './entity-tag.ts'

const mediaType = 'application/json'

/** Ours are 50 kB at most; what is larger is none of ours, and is not held in memory for a look. Bytes. */
const longestFacts = 1_000_000

/** The facts' file of a package as it was built, and the policy to send with it. */
export interface BuiltFacts {
  packageId: string
  sha256: string
  bytes: number
  policy: ContentPolicy
}

/**
 * Answers a package's facts' file with the words of today, asked for again each time and sent only where they have
 * changed.
 * @returns false where the built file is none of ours, and nothing has been said
 */
export async function answerFacts(
  request: Request,
  response: Response,
  { packageId, sha256, bytes, policy }: BuiltFacts,
): Promise<boolean> {
  if (bytes > longestFacts) return false
  const built = await text(await blobs().read(sha256))
  const told = currentFactsFile(built, await readPackageFacts(packageId))
  if (told === undefined) return false
  const body = Buffer.from(told)
  const packing = isPackable(mediaType, body.length)
    ? packingFor(request.headers['accept-encoding'])
    : null
  const tag = entityTagOf(createHash('sha256').update(body).digest('hex'), packing)
  response.setHeader('ETag', tag)
  response.setHeader('Cache-Control', 'private, no-cache')
  response.set(policy)
  response.setHeader('Vary', 'Accept-Encoding')
  if (namesTag(request.headers['if-none-match'], tag)) {
    response.status(304).end()
    return true
  }
  const sent = packing ? await packed(body, packing) : body
  response.setHeader('Content-Type', mediaType)
  response.setHeader('Content-Length', sent.length)
  if (packing) response.setHeader('Content-Encoding', codingOf[packing])
  response.end(request.method === 'HEAD' ? undefined : sent)
  return true
}

/** Quick rather than small: it is packed anew for each who has not got it. */
async function packed(body: Buffer, packing: Packing): Promise<Buffer> {
  if (packing === 'gz') return promisify(gzip)(body)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  return promisify(brotliCompress)(body, { params })
}
