import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { findContentFile } from '~/domain/attempt/content-file.server.ts'
import { readBlob } from '~/platform/blobs.server.ts'
import { byteRangeOf } from './byte-range.ts'
import { contentPolicy } from './content-headers.server.ts'

const yearSeconds = 31_536_000

/**
 * Answers a file of the registration's package: whole, in part, or "you have it". What an address
 * means never changes, since a registration stays with its version.
 * @returns false when the package has no such file
 */
export async function answerContentFile(
  request: Request,
  response: Response,
  hostLabel: string,
  encodedPath: string,
): Promise<boolean> {
  const file = await findContentFile(hostLabel, encodedPath)
  if (!file) return false
  const etag = `"${file.sha256.slice(0, 32)}"`
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', `private, max-age=${yearSeconds}, immutable`)
  response.setHeader('Content-Security-Policy', contentPolicy())
  response.setHeader('Accept-Ranges', 'bytes')
  if (request.headers['if-none-match']?.includes(etag)) {
    response.status(304).end()
    return true
  }
  response.setHeader('Content-Type', file.mediaType)
  const changed = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag
  const range = changed ? 'whole' : byteRangeOf(request.headers.range, file.bytes)
  await send(request, response, file, range)
  return true
}

async function send(
  request: Request,
  response: Response,
  file: { sha256: string; bytes: number },
  range: ReturnType<typeof byteRangeOf>,
): Promise<void> {
  if (range === 'unsatisfiable') {
    response.status(416).setHeader('Content-Range', `bytes */${file.bytes}`).end()
    return
  }
  const part = range === 'whole' ? { start: 0, end: file.bytes - 1 } : range
  if (range !== 'whole') {
    response.status(206).setHeader('Content-Range', `bytes ${part.start}-${part.end}/${file.bytes}`)
  }
  response.setHeader('Content-Length', part.end - part.start + 1)
  if (request.method === 'HEAD' || file.bytes === 0) {
    response.end()
    return
  }
  await pipeline(readBlob(file.sha256, part), response).catch(ignoreLeaving)
}

/** A learner who turns the page while a film loads is no failure. */
function ignoreLeaving(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}
