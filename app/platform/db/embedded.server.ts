import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

export interface EmbeddedDatabase {
  /** What `pg` connects to: the folder of a Unix socket. */
  connection: { host: string; port: number; user: string; database: string }
  /** A copy of the whole database, for a test to start from. */
  dump: () => Promise<Blob>
  close: () => Promise<void>
}

/** Another process has the folder open; the message says what to do. */
export class EmbeddedInUse extends Error {}

/**
 * Opens the embedded PostgreSQL (PGlite) and serves it on a Unix socket of this process.
 * Nothing in PGlite stops a second process from opening the same folder, hence the lock file.
 * @param folder where it lives; undefined keeps it in memory (tests)
 * @param image a dump to start from (tests)
 * @throws EmbeddedInUse
 */
export async function openEmbedded(folder?: string, image?: Blob): Promise<EmbeddedDatabase> {
  const unlock = folder ? lock(folder) : () => undefined
  try {
    const database = folder ? path.join(folder, 'pg') : undefined
    const pglite = await PGlite.create({ dataDir: database, loadDataDir: image })
    // Unix socket paths end at about 107 bytes, so the temporary folder rather than the data folder.
    const socketFolder = mkdtempSync(path.join(tmpdir(), 'samsyn-'))
    const server = new PGLiteSocketServer({
      db: pglite,
      path: path.join(socketFolder, '.s.PGSQL.5432'),
      // The pool holds one connection, but drops it after a failed query and opens the next at once.
      maxConnections: 4,
    })
    await server.start()
    return {
      connection: { host: socketFolder, port: 5432, user: 'postgres', database: 'postgres' },
      dump: () => pglite.dumpDataDir('none'),
      close: async () => {
        await server.stop()
        await pglite.close()
        rmSync(socketFolder, { recursive: true, force: true })
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'pg.lock')
  if (existsSync(file) && isAlive(Number(readFileSync(file, 'utf8')))) {
    throw new EmbeddedInUse(
      `The database in ${folder} is already open in process ${readFileSync(file, 'utf8').trim()}. Stop that one first, or set DATA_FOLDER to another folder.`,
    )
  }
  rmSync(file, { force: true })
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
  } catch {
    throw new EmbeddedInUse(`The database in ${folder} is being opened by another process.`)
  }
  return () => rmSync(file, { force: true })
}

// A container that starts again often gets the same process id: our own id means an old lock.
function isAlive(pid: number): boolean {
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
