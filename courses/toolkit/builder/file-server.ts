import type { ServerResponse } from 'node:http'
import path from 'node:path'
import type { PackageFile } from './package-zip.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.vtt': 'text/vtt; charset=utf-8',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
}

/**
 * Answers a path below a package's root with its file: "" is the document itself.
 * @returns false where there is no such file
 */
export function answerFile(
  files: readonly PackageFile[],
  wanted: string,
  response: ServerResponse,
): boolean {
  const name = decodeURIComponent(wanted) || 'index.html'
  const file = files.find((one) => one.path === name)
  if (!file) return false
  response.setHeader('Content-Type', mediaTypes[path.extname(name)] ?? 'application/octet-stream')
  response.setHeader('Cache-Control', 'no-store')
  response.end(file.content)
  return true
}
