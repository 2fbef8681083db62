import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LaunchSeed } from '~/kernel/player-protocol.ts'
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

type Runtime = LaunchSeed['runtime']

const runtimeSources: Record<Runtime, string> = {
  '1.2': 'app/player-frame/scorm12-api.ts',
  '2004': 'app/player-frame/scorm2004-api.ts',
}

const known = new Map<string, string>()

/**
 * A document of ours on a content host. It learns from the app's page, by postMessage, whom it is for.
 * @param wanted the runtime that will be played, fetched beside the document's own script; else none
 */
export function frameDocument(name: DocumentName, wanted?: string | null): string {
  const runtime = wanted === '1.2' || wanted === '2004' ? wanted : undefined
  // In development the frame is built again while the server runs.
  if (env().NODE_ENV !== 'production') return makeDocument(name, runtime)
  const key = `${name} ${runtime}`
  const document = known.get(key) ?? makeDocument(name, runtime)
  known.set(key, document)
  return document
}

function makeDocument(name: DocumentName, runtime: Runtime | undefined): string {
  const manifest = JSON.parse(
    readFileSync(path.join(frameFolder(), 'manifest.json'), 'utf8'),
  ) as Record<string, BuiltEntry>
  const entry = Object.values(manifest).find((built) => built.isEntry && built.name === name)
  if (!entry) throw new Error(`Broken assumption: the built player frame has the entry ${name}`)
  const imported = (entry.imports ?? []).map((key) => manifest[key]!)
  // What two entries share is a part of its own, and its style comes with it.
  const styles = [entry, ...imported]
    .flatMap(({ css = [] }) => css)
    .map((file) => `<link rel="stylesheet" href="${frameAssetsPath}${file}">`)
  const wanted = runtime ? [manifest[runtimeSources[runtime]]!] : []
  const needed = [...imported, ...wanted].map(
    ({ file }) => `<link rel="modulepreload" href="${frameAssetsPath}${file}">`,
  )
  return [
    '<!doctype html>',
    `<html lang="sv" data-app-origin="${env().APP_ORIGIN}"${runtime ? ` data-runtime="${runtime}"` : ''}>`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Samsyn</title>',
    ...styles,
    ...needed,
    `<script type="module" src="${frameAssetsPath}${entry.file}"></script>`,
  ].join('\n')
}
