import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const places = ['app', 'scripts', 'prisma', 'tests', 'bench', 'courses', 'server', 'server.ts']

/** The command line of dependency-cruiser for a working copy; the rules are in .dependency-cruiser.cjs. */
export function cruise(root: string, format: 'err-long' | 'json'): string[] {
  return [
    path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    format,
    ...places.filter((place) => existsSync(path.join(root, place))),
  ]
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const root = path.resolve(process.argv[2] ?? '.')
  const run = spawnSync(process.execPath, cruise(root, 'err-long'), { cwd: root, stdio: 'inherit' })
  process.exitCode = run.status ?? 1
}
