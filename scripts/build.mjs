// Builds everything that production runs: the Prisma client, the pages, the player's frame, the server.
// An unchanged source hash skips it all; `--force` builds anyway.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const sources = [
  'app',
  'server',
  'prisma',
  'courses',
  'public',
  'server.ts',
  'package-lock.json',
  'tsconfig.json',
  'remix.config.js',
  'vite.config.ts',
  'vite.player.config.ts',
  'prisma.config.ts',
  'scripts/build.mjs',
  'scripts/runtime-parts.ts',
]
const generated = path.join('app', 'platform', 'prisma-client')
const stamp = path.join('build', 'source-hash')

function* filesBelow(place) {
  if (!existsSync(place)) return
  if (statSync(place).isFile()) return yield place
  const entries = readdirSync(place, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = path.join(place, entry.name)
    if (below === generated) continue
    if (entry.isDirectory()) yield* filesBelow(below)
    else yield below
  }
}

function sourceHash() {
  const hash = createHash('sha256').update(process.version)
  for (const place of sources) {
    for (const file of filesBelow(place)) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

// What a step prints is shown only when it fails.
function run(script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) {
    process.stderr.write(
      `${stdout}${stderr}\nThe build stopped in ${path.basename(script)} ${args.join(' ')}\n`,
    )
    process.exit(status ?? 1)
  }
}

// Once and well, so that the server need not do it at each request.
function compress(folder) {
  for (const file of filesBelow(folder)) {
    if (!/\.(js|css|svg|json|txt)$/.test(file)) continue
    const content = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(content))
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}

const hash = sourceHash()
const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(generated)
if (!built || process.argv.includes('--force')) {
  process.stdout.write('Building Samsyn (about a minute, the first time only) …\n')
  rmSync(stamp, { force: true })
  run(path.resolve('scripts/generate.mjs'))
  run(
    path.join(path.dirname(require.resolve('@remix-run/dev/package.json')), 'dist', 'cli.js'),
    'vite:build',
  )
  run(
    path.join(path.dirname(require.resolve('vite/package.json')), 'bin', 'vite.js'),
    'build',
    '--config',
    'vite.player.config.ts',
  )
  await build({
    entryPoints: ['server.ts'],
    outfile: 'build/server.js',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
  })
  compress(path.join('build', 'client'))
  compress(path.join('build', 'player-frame'))
  writeFileSync(stamp, hash)
}
