import { readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '~/platform/env.server.ts'

/** What vite.player.config.ts builds. */
export const frameFolder = () => path.resolve('build/player-frame')

/** Where the built files are served on a content host. */
export const frameAssetsPath = '/_samsyn/assets/'

interface BuiltEntry {
  file: string
  name?: string
  css?: string[]
  imports?: string[]
  isEntry?: boolean
}

/**
 * frame: the player. flush: sends what earlier launches have left, and shows nothing. preview: plays what an
 * editor looks at, and sends nothing.
 */
type DocumentName = 'frame' | 'flush' | 'preview'

const known = new Map<DocumentName, string>()

/** A document of ours on a content host. It learns from the app's page, by postMessage, whom it is for. */
export function frameDocument(name: DocumentName): string {
  // In development the frame is built again while the server runs.
  if (env().NODE_ENV !== 'production') return makeDocument(name)
  const document = known.get(name) ?? makeDocument(name)
  known.set(name, document)
  return document
}

function makeDocument(name: DocumentName): string {
  const manifest = JSON.parse(
    readFileSync(path.join(frameFolder(), 'manifest.json'), 'utf8'),
  ) as Record<string, BuiltEntry>
  const entry = Object.values(manifest).find((built) => built.isEntry && built.name === name)
  if (!entry) throw new Error(`Broken assumption: the built player frame has the entry ${name}`)
  const styles = (entry.css ?? []).map(
    (file) => `<link rel="stylesheet" href="${frameAssetsPath}${file}">`,
  )
  const shared = (entry.imports ?? []).map(
    (key) => `<link rel="modulepreload" href="${frameAssetsPath}${manifest[key]!.file}">`,
  )
  return [
    '<!doctype html>',
    `<html lang="sv" data-app-origin="${env().APP_ORIGIN}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Samsyn</title>',
    ...styles,
    ...shared,
    `<script type="module" src="${frameAssetsPath}${entry.file}"></script>`,
  ].join('\n')
}
