import path from 'node:path'
import { defineConfig } from 'vite'
import { leaveOutOfRuntimes } from './scripts/runtime-parts.ts'

/** The player frame: what a content host serves below /_samsyn/assets/. No React, nothing of the app's pages. */
export default defineConfig({
  plugins: [leaveOutOfRuntimes()],
  base: '/_samsyn/assets/',
  publicDir: false,
  resolve: { alias: { '~': path.resolve('app') } },
  build: {
    outDir: 'build/player-frame',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '',
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: {
        frame: 'app/player-frame/main.ts',
        flush: 'app/player-frame/flush.ts',
        preview: 'app/player-frame/preview.ts',
      },
      output: {
        entryFileNames: '[name]-[hash].js',
        assetFileNames: 'frame-[hash][extname]',
        // What both runtimes share comes with the frame: fetched apart it would be one more wait.
        experimentalMinChunkSize: 20_000,
      },
    },
  },
})
