import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { ZipFile } from 'yazl'
import { manifest12 } from '../tests/packages/manifest-xml.ts'
import type { Imported } from './package-import/import-process.ts'

const film = 180_000_000
const smallFiles = 10_000
const smallBytes = 16_000
/** What an import may take of a server's memory beyond what the idle server has. */
const limitMb = 200

/**
 * Imports a package of 300 MB, a film and ten thousand small files, in a process of its own, as the
 * server would: on the embedded database in a temporary folder, or on the one that DATABASE_URL names.
 * `overIdleMb` is what the import takes beyond the idle process, and `withinLimit` tells whether that is no
 * more than `limitMb`; `floorSeconds` is what it costs to copy and sum the same bytes and nothing more.
 */
export async function measure() {
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-bench-'))
  try {
    const zipFile = path.join(folder, 'package.zip')
    await writePackage(zipFile)
    const { size: bytes } = await stat(zipFile)
    const floorSeconds = await copySeconds(zipFile, path.join(folder, 'copy.zip'))
    const { seconds, ...memory } = await imported(zipFile, path.join(folder, 'data'))
    return {
      what: 'import of a package',
      database: process.env.DATABASE_URL ? 'served' : 'embedded',
      bytes,
      files: smallFiles + 3,
      seconds: rounded(seconds),
      mbPerSecond: rounded(bytes / 1e6 / seconds),
      floorSeconds: rounded(floorSeconds),
      ratio: rounded(seconds / floorSeconds),
      ...memory,
      limitMb,
      withinLimit: memory.overIdleMb <= limitMb,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

async function writePackage(file: string): Promise<void> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(manifest12()), 'imsmanifest.xml')
  zip.addBuffer(Buffer.from('<!doctype html><title>Sida</title>'), 'index.html')
  zip.addReadStream(Readable.from(noise(film)), 'film.mp4', { compress: false })
  for (let i = 0; i < smallFiles; i++) {
    // Half noise, half text: pictures and pages pack to about as much.
    const content = Buffer.concat([
      randomBytes(smallBytes / 2),
      Buffer.alloc(smallBytes / 2, `${i} `),
    ])
    const name = i % 2 ? `bilder/${i}.png` : `sidor/${i}.html`
    zip.addBuffer(content, name, { compress: i % 2 === 0 })
  }
  zip.end()
  await pipeline(zip.outputStream as Readable, createWriteStream(file))
}

function* noise(bytes: number) {
  for (let left = bytes; left > 0; left -= 1_000_000) yield randomBytes(Math.min(left, 1_000_000))
}

async function copySeconds(from: string, to: string): Promise<number> {
  const begun = performance.now()
  const hash = createHash('sha256')
  async function* summed(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece)
      yield piece
    }
  }
  await pipeline(createReadStream(from), summed, createWriteStream(to))
  const copy = await open(to, 'r')
  await copy.sync()
  await copy.close()
  return (performance.now() - begun) / 1_000
}

/** In a process of its own, so that what this one needed to build the package counts for nothing. */
async function imported(zipFile: string, dataFolder: string): Promise<Imported> {
  const script = path.join(import.meta.dirname, 'package-import', 'import-process.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, zipFile],
    { env: { ...process.env, DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent' } },
  )
  return JSON.parse(stdout) as Imported
}
