import type { RequestHandler } from 'express'
import compressedFiles from 'express-static-gzip'

/** In milliseconds. */
const year = 31_536_000_000

/** Headers that say nothing of a script or a style. The content's policy stays. */
const ofDocuments = [
  'X-Request-Id',
  'X-DNS-Prefetch-Control',
  'X-Robots-Tag',
  'Referrer-Policy',
  'Permissions-Policy',
]

/**
 * Answers the built files of a folder, packed beforehand, whose names hold the hash of their content. They
 * never change, so nothing is said by which a browser could ask again, and little else: on a page of many
 * small files the headers weigh as much as some of them.
 */
export function lastingFiles(folder: string): RequestHandler {
  return compressedFiles(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: {
      immutable: true,
      maxAge: year,
      redirect: false,
      etag: false,
      lastModified: false,
      acceptRanges: false,
      setHeaders: (response) => {
        for (const header of ofDocuments) response.removeHeader(header)
        response.setHeader('X-Content-Type-Options', 'nosniff')
      },
    },
  })
}
