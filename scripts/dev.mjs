// `npm run dev`: the server from source, with Vite reloading pages as they change.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

await import('./generate.mjs')
const require = createRequire(import.meta.url)
const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin', 'vite.js')
const tsx = require.resolve('tsx/cli')
const env = { ...process.env, NODE_ENV: 'development' }
const children = [
  spawn(
    process.execPath,
    [vite, 'build', '--watch', '--config', 'vite.player.config.ts', '--logLevel', 'warn'],
    { stdio: ['ignore', 'inherit', 'inherit'], env },
  ),
  spawn(process.execPath, [tsx, 'server.ts'], { stdio: 'inherit', env }),
]
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) if (other !== child) other.kill('SIGTERM')
    process.exitCode ||= code ?? 0
  })
}
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')))
