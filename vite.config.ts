import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: { alias: { '~': path.resolve('app') } },
  // Native code: nothing for the browser, and Vite's scan cannot read it.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Small pieces travel together: each request costs more than it carries.
    rollupOptions: { output: { experimentalMinChunkSize: 10_000 } },
  },
})
