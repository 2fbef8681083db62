import { readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '~/platform/env.server.ts'

/** What vite.player.config.ts builds. */
export const frameFolder = () => path.resolve('build/player-frame')

/** Where the built files are served on a content host. */
export const frameAssetsPath = '/_samsyn/assets/'

interface BuiltEntry {
  file: string
  css?: string[]
  isEntry?: boolean
}

let known: string | undefined

/** The player frame's document. It learns from the app's page, by postMessage, whom and what it plays. */
export function frameDocument(): string {
  // In development the frame is built again while the server runs.
  if (env().NODE_ENV !== 'production') return makeDocument()
  known ??= makeDocument()
  return known
}

function makeDocument(): string {
  const manifest = JSON.parse(
    readFileSync(path.join(frameFolder(), 'manifest.json'), 'utf8'),
  ) as Record<string, BuiltEntry>
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('Broken assumption: the built player frame has an entry')
  const styles = (entry.css ?? []).map(
    (file) => `<link rel="stylesheet" href="${frameAssetsPath}${file}">`,
  )
  return [
    '<!doctype html>',
    `<html lang="sv" data-app-origin="${env().APP_ORIGIN}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Samsyn</title>',
    ...styles,
    `<script type="module" src="${frameAssetsPath}${entry.file}"></script>`,
  ].join('\n')
}
