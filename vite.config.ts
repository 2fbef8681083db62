import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin, type Rollup } from 'vite'
import remixOptions from './remix.config.js'

type GetModuleInfo = Rollup.GetModuleInfo

/** What draws pages, and what leads from one to another: the player's page does without the second. */
const react = /node_modules\/(react|react-dom|scheduler)\/|commonjsHelpers/
const router = /node_modules\/(react-router|react-router-dom|@remix-run|turbo-stream)\//

/** Pieces that several players share, and that weigh less than the head of a file of their own. */
const partOfPlayers =
  /\/app\/(kernel\/player-protocol\.ts|components\/attempt\/(player\.css|time-spent\.tsx?))|preload-helper/

/** Pages' scripts beside that of Remix (decision 0029). */
const launch = 'app/entry.launch.ts'
const islands = 'app/entry.islands.tsx'

function ownEntries(): Plugin {
  return {
    name: 'own-entries',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    buildStart() {
      for (const id of [launch, islands]) {
        const name = path.basename(id).split('.')[1]!
        // Without a file beside it that only hands it on.
        this.emitFile({ type: 'chunk', id, name, preserveSignature: false })
      }
    },
  }
}

const known = new Map<string, Set<string>>()

/** Whether one of the files needs the module, at once and itself. */
function isOf(files: string[], id: string, getModuleInfo: GetModuleInfo): boolean {
  const key = files.join()
  let modules = known.get(key)
  if (!modules) {
    known.set(key, (modules = new Set()))
    for (const file of files) addWithImports(path.resolve(file), modules, getModuleInfo)
  }
  return modules.has(id)
}

function addWithImports(id: string, modules: Set<string>, getModuleInfo: GetModuleInfo): void {
  if (modules.has(id) || id.includes('node_modules')) return
  modules.add(id)
  for (const imported of getModuleInfo(id)?.importedIds ?? [])
    addWithImports(imported, modules, getModuleInfo)
}

export default defineConfig({
  plugins: [remix(remixOptions), ownEntries()],
  resolve: { alias: { '~': path.resolve('app') } },
  // Native code: nothing for the browser, and Vite's scan cannot read it.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Read by app/page-scripts.server.ts.
    manifest: true,
    rollupOptions: {
      output: {
        // What changes with its own versions only stays in browsers when Samsyn changes. Of what every page
        // needs, each piece goes as far as the smallest page that runs it.
        manualChunks: (id, { getModuleInfo }) => {
          if (react.test(id)) return 'react'
          if (router.test(id)) return 'remix'
          const isShared =
            partOfPlayers.test(id) ||
            isOf(['app/root.tsx', 'app/i18n/browser-texts.ts'], id, getModuleInfo)
          if (!isShared) return undefined
          if (isOf([launch], id, getModuleInfo)) return 'first'
          return partOfPlayers.test(id) || isOf([islands], id, getModuleInfo) ? 'kit' : 'shell'
        },
      },
    },
  },
})
