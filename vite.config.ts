import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

/** What pages are made with, whoever reads them. */
const pageLibraries =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//

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
        // Small pieces travel together: each request costs more than it carries.
        experimentalMinChunkSize: 2500,
        // What changes with its own versions only stays in browsers when Samsyn changes.
        manualChunks: (id) => (pageLibraries.test(id) ? 'remix' : undefined),
      },
    },
  },
})
