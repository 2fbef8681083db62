import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { build as bundle } from 'esbuild'
import { build as buildFrame } from 'vite'

/** One line of the product made wrong: what stands in a file, and what stands there instead. */
interface Plant {
  file: string
  from: string | RegExp
  to: string
}

/** Defects that the random runs must find, by what they come to. */
const plants: Record<string, Plant> = {
  // lost
  'released-before-the-answer': {
    file: 'app/player-frame/saver.ts',
    from: /const answer = await (this\.#ports\.send\(.*, false\))/,
    to: 'const sent = $1; this.#ports.outbox.heldUpTo(this.#writer, 1e9); const answer = await sent',
  },
  'not-stored': {
    file: 'app/player-frame/entry-store.ts',
    from: /this\.#store\.setItem\(/g,
    to: 'void (',
  },
  // doubled
  'held-ignored-at-launch': {
    file: 'app/player-frame/outbox.ts',
    from: /known\.has\(nameOf\(entry\)\) \|\| entry\.marks\.some\(.*\)/,
    to: 'entry.id === "" && arrived.size > 0 && known.size > 0',
  },
  // misattributed
  'attempt-of-the-first-launch': {
    file: 'app/domain/attempt/launch-token.server.ts',
    from: /return \{ attemptId, hostLabel, writer/,
    to: 'return { attemptId: (globalThis.firstAttempt ??= attemptId), hostLabel, writer',
  },
}

export const plantNames = Object.keys(plants)

/**
 * Builds a copy of the server and of the player's frame with a defect.
 * @returns the folder to start it in
 * @throws Error when the line that is to be made wrong is not there any more
 */
export async function buildPlanted(name: string, folder: string): Promise<string> {
  const plant = plants[name]
  if (!plant) throw new Error(`There is no plant "${name}". There are: ${plantNames.join(', ')}.`)
  const file = path.resolve(plant.file)
  const sound = readFileSync(file, 'utf8')
  const planted = sound.replace(plant.from, plant.to)
  if (planted === sound)
    throw new Error(`"${name}" is to change ${plant.file}, which has no such line`)
  mkdirSync(path.join(folder, 'build'), { recursive: true })
  for (const same of [
    'node_modules',
    'prisma',
    'public',
    'package.json',
    'build/.vite',
    'build/client',
    'build/server',
  ]) {
    symlinkSync(path.resolve(same), path.join(folder, same))
  }
  for (const own of ['build/player-frame', 'build/server.js']) {
    cpSync(path.resolve(own), path.join(folder, own), { recursive: true })
  }
  if (plant.file.startsWith('app/player-frame/')) await frameWith(file, planted, folder)
  else await serverWith(file, planted, folder)
  return folder
}

async function frameWith(file: string, planted: string, folder: string): Promise<void> {
  await buildFrame({
    configFile: path.resolve('vite.player.config.ts'),
    logLevel: 'error',
    build: { outDir: path.join(folder, 'build/player-frame') },
    plugins: [
      {
        name: 'planted',
        enforce: 'pre',
        load: (id) => (id.split('?')[0] === file ? planted : undefined),
      },
    ],
  })
}

async function serverWith(file: string, planted: string, folder: string): Promise<void> {
  await bundle({
    entryPoints: ['server.ts'],
    outfile: path.join(folder, 'build/server.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
    plugins: [
      {
        name: 'planted',
        setup: (build) =>
          build.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
            loaded === file ? { contents: planted, loader: 'ts' } : undefined,
          ),
      },
    ],
  })
}
