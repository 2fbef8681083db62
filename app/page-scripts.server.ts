import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Language } from './i18n/format.ts'
import type { PageScripts } from './page-scripts.ts'
import { env } from './platform/env.server.ts'
import type { IslandName } from './ui/island.tsx'

interface BuiltFile {
  file: string
  imports?: string[]
}

type Manifest = Record<string, BuiltFile | undefined>

const launch = 'app/entry.launch.ts'
const islands = 'app/entry.islands.tsx'
const parts: Partial<Record<IslandName, string>> = {
  play: 'app/components/attempt/player.tsx',
  open: 'app/components/attempt/open-module.tsx',
  preview: 'app/components/attempt/preview-module.tsx',
}
/** In development Vite serves the sources, and components want its hook for reloading them. */
const developmentHook = '/@id/__x00__virtual:remix/inject-hmr-runtime'

const known = new Map<string, PageScripts>()

/** What the page of an island runs, in the reader's language. */
export function pageScripts(island: IslandName, language: Language): PageScripts {
  const first = island === 'play' ? [launch] : []
  if (env().NODE_ENV !== 'production') {
    return {
      first: first.map(sourceUrl),
      then: [developmentHook, sourceUrl(islands)],
      imported: [],
    }
  }
  const key = `${island} ${language}`
  const scripts = known.get(key) ?? builtScripts(first, parts[island] ?? islands, language)
  known.set(key, scripts)
  return scripts
}

const sourceUrl = (source: string) => `/${source}`

function builtScripts(first: string[], part: string, language: Language): PageScripts {
  const manifest = JSON.parse(
    readFileSync(path.resolve('build/.vite/client-manifest.json'), 'utf8'),
  ) as Manifest
  const run = [...first, islands]
  const needed = withImports([...run, part, `app/i18n/${language}-core.ts`], manifest)
  for (const source of run) needed.delete(source)
  const urlOf = (source: string) => `/${builtFile(source, manifest).file}`
  return { first: first.map(urlOf), then: [urlOf(islands)], imported: [...needed].map(urlOf) }
}

function withImports(sources: string[], manifest: Manifest, found = new Set<string>()) {
  for (const source of sources) {
    if (found.has(source)) continue
    found.add(source)
    withImports(builtFile(source, manifest).imports ?? [], manifest, found)
  }
  return found
}

function builtFile(source: string, manifest: Manifest): BuiltFile {
  const built = manifest[source]
  if (!built) throw new Error(`Broken assumption: the build has ${source}`)
  return built
}
