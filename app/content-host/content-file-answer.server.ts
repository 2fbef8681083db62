import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { ContentFile } from '~/domain/attempt/content-file.server.ts'
import { factsFile } from '~/domain/catalogue/package-facts.ts'
import type { BlobRange, Packing } from '~/platform/blob-store.ts'
import { blobs } from '~/platform/blobs.server.ts'
import { byteRangeOf } from './byte-range.ts'
import { codingOf, isPackable, packingFor } from './content-coding.ts'
import { entityTagOf, namesTag } from './entity-tag.ts'
import { answerFacts } from './facts-answer.server.ts'
import { packedBlob } from './packed-blob.server.ts'

const yearSeconds = 31_536_000

/**
 * Answers a file of a package: whole, packed, in part, or "you have it". What an address means never
 * changes, since it holds the policy (and on an open host the package); at one made under an earlier policy
 * the file comes with today's and is asked for again. So is the one file of which the words are today's: the
 * facts that a module of ours cites (facts-answer.server.ts).
 * @param find what the address means on this host
 * @returns false when there is no such file
 */
export async function answerContentFile(
  request: Request,
  response: Response,
  find: () => Promise<ContentFile | undefined>,
): Promise<boolean> {
  // A service worker would answer pages in the package's stead, without any policy.
  if (request.headers['service-worker'] !== undefined) return false
  const file = await find()
  if (!file) return false
  if (file.path === factsFile && (await answerFacts(request, response, file))) return true
  const range = wantedRange(request, file)
  if (range === 'unsatisfiable') {
    setFileHeaders(response, file, entityTagOf(file.sha256, null))
    response.status(416).setHeader('Content-Range', `bytes */${file.bytes}`)
    response.setHeader('Cache-Control', 'no-store').end()
    return true
  }
  const body = await bodyOf(request, file, range)
  const tag = entityTagOf(file.sha256, body.packing)
  if (range === 'whole' && namesTag(request.headers['if-none-match'], tag)) {
    setFileHeaders(response, file, tag)
    response.status(304).end()
    return true
  }
  // Opened before anything is said: a file that is gone must not be answered as one that stays for ever.
  const bytes = request.method === 'HEAD' || body.bytes === 0 ? null : await body.open()
  setFileHeaders(response, file, tag)
  response.setHeader('Content-Type', file.mediaType)
  response.setHeader('Content-Length', body.bytes)
  if (body.packing) response.setHeader('Content-Encoding', codingOf[body.packing])
  if (range !== 'whole') {
    const { start, end } = range
    response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${file.bytes}`)
  }
  if (bytes) await pipeline(bytes, response).catch(ignoreLeaving)
  else response.end()
  return true
}

function wantedRange(request: Request, file: ContentFile): ReturnType<typeof byteRangeOf> {
  if (request.method !== 'GET') return 'whole'
  const ifRange = request.headers['if-range']
  if (ifRange !== undefined && ifRange !== entityTagOf(file.sha256, null)) return 'whole'
  return byteRangeOf(request.headers.range, file.bytes)
}

interface Body {
  packing: Packing | null
  bytes: number
  open: () => Promise<Readable>
}

/** What is sent. A part is a part of the file as it is. */
async function bodyOf(
  request: Request,
  { sha256, bytes, mediaType }: ContentFile,
  range: BlobRange | 'whole',
): Promise<Body> {
  const store = blobs()
  if (range !== 'whole') {
    const length = range.end - range.start + 1
    return { packing: null, bytes: length, open: () => store.read(sha256, range) }
  }
  const packing = isPackable(mediaType, bytes)
    ? packingFor(request.headers['accept-encoding'])
    : null
  const packed = packing && (await packedBlob(sha256, packing))
  if (packed) return { packing, bytes: packed.bytes, open: () => store.read(packed.name) }
  return { packing: null, bytes, open: () => store.read(sha256) }
}

function setFileHeaders(response: Response, file: ContentFile, tag: string): void {
  response.setHeader('ETag', tag)
  response.setHeader(
    'Cache-Control',
    file.isOutdated ? 'private, no-cache' : `private, max-age=${yearSeconds}, immutable`,
  )
  response.set(file.policy)
  response.setHeader('Accept-Ranges', 'bytes')
  const varies = [
    ...(isPackable(file.mediaType, file.bytes) ? ['Accept-Encoding'] : []),
    // What was kept in the frame is not shown as a page of its own.
    ...(isPage(file.mediaType) ? ['Sec-Fetch-Dest'] : []),
  ]
  if (varies.length > 0) response.setHeader('Vary', varies.join(', '))
}

/** Whether scripts run in what a browser makes of it. */
const isPage = (mediaType: string) => /^(text\/html|.*[/+]xml)$/.test(mediaType)

/** A learner who turns the page while a film loads is no failure. */
function ignoreLeaving(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}
