import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Rollup } from 'vite'
import remixOptions from './remix.config.js'

type GetModuleInfo = Rollup.GetModuleInfo

/** What pages are made with, whoever reads them. */
const pageLibraries =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//

/** Pieces that several players share, and that weigh less than the head of a file of their own. */
const partOfPlayer =
  /\/app\/(kernel\/player-protocol\.ts|components\/attempt\/(player\.css|time-spent\.tsx?))/

const everyPage = new Set<string>()

/** Whether the root of all pages needs the module, at once and itself. */
function isOfEveryPage(id: string, getModuleInfo: GetModuleInfo): boolean {
  if (everyPage.size === 0) {
    for (const file of ['app/root.tsx', 'app/i18n/browser-texts.ts']) {
      addWithImports(path.resolve(file), getModuleInfo)
    }
  }
  return everyPage.has(id)
}

function addWithImports(id: string, getModuleInfo: GetModuleInfo): void {
  if (everyPage.has(id) || id.includes('node_modules')) return
  everyPage.add(id)
  for (const imported of getModuleInfo(id)?.importedIds ?? [])
    addWithImports(imported, getModuleInfo)
}

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: { alias: { '~': path.resolve('app') } },
  // Native code: nothing for the browser, and Vite's scan cannot read it.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // What changes with its own versions only stays in browsers when Samsyn changes; what every page
        // needs travels in one piece.
        manualChunks: (id, { getModuleInfo }) => {
          if (pageLibraries.test(id)) return 'remix'
          return partOfPlayer.test(id) || isOfEveryPage(id, getModuleInfo) ? 'shell' : undefined
        },
      },
    },
  },
})
