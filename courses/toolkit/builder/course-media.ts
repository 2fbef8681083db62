import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReadMedia } from './module-package.ts'

/** Reads pictures and recordings from a course's folder. */
export function mediaIn(folder: string): ReadMedia {
  return ({ slug, media }, name) => {
    const place = media.includes(name) ? path.join('modules', slug) : ''
    return readFileSync(path.join(folder, place, 'media', name))
  }
}
