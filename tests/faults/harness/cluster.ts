import { execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A PostgreSQL of the tests' own, which they may stop as they please. */
export interface Cluster {
  /** Of its database "samsyn". */
  url: string
  /** "immediate" ends it as a power cut would, "fast" as an administrator does. */
  stop: (how: 'fast' | 'immediate') => Promise<void>
  start: () => Promise<void>
  remove: () => Promise<void>
}

/** Where PostgreSQL's own programs are: Debian keeps them beside the path. Undefined where there are none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : []
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return folders.find((folder) =>
    ['postgres', 'initdb', 'pg_ctl'].every((name) => existsSync(path.join(folder, name))),
  )
}

/**
 * Starts a cluster in a folder of its own.
 * @param template the folder of a cluster that has been stopped, to be copied; otherwise an empty one
 */
export async function startCluster(template?: string): Promise<Cluster & { folder: string }> {
  const programs = findPostgres()
  if (!programs) throw new Error('These tests need PostgreSQL’s programs (Debian: postgresql)')
  const owner = clusterOwner()
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-faults-db-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = path.join(folder, 'data')
  const run = (program: string, words: string[]) =>
    ended(path.join(programs, program), words, folder, owner)
  if (template) {
    cpSync(path.join(template, 'data'), data, { recursive: true, preserveTimestamps: true })
    if (owner) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, data])
    execFileSync('chmod', ['700', data])
  } else {
    await run('initdb', [
      `--pgdata=${data}`,
      '--username=samsyn',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ])
  }
  const port = await freePort()
  const options = [
    `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`,
    // What is committed must outlive the server's end, not the machine's: no waiting for the disk.
    '-c fsync=off -c synchronous_commit=on -c max_connections=60 -c shared_buffers=64MB',
    '-c max_parallel_workers_per_gather=0',
  ].join(' ')
  const start = () =>
    run('pg_ctl', [
      'start',
      '--wait',
      `--pgdata=${data}`,
      `--log=${path.join(folder, 'log')}`,
      `--options=${options}`,
    ])
  const stop = (how: string) =>
    run('pg_ctl', ['stop', '--wait', `--mode=${how}`, `--pgdata=${data}`])
  await start()
  const isRunning = () => existsSync(path.join(data, 'postmaster.pid'))
  return {
    folder,
    url: `postgres://samsyn@127.0.0.1:${port}/samsyn`,
    start,
    stop,
    remove: async () => {
      if (isRunning()) await stop('immediate').catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A port that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

interface Owner {
  uid: number
  gid: number
}

/** PostgreSQL refuses root. */
function clusterOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const [, , uid, gid] =
    ['postgres', 'nobody'].flatMap((name) => users.filter(([user]) => user === name))[0] ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

function ended(program: string, words: string[], folder: string, owner?: Owner): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...owner,
    })
    let complaint = ''
    child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
    child.on('error', reject)
    // What a started server still writes is not waited for.
    child.on('exit', (status) => {
      child.stderr.destroy()
      if (status === 0) resolve()
      else
        reject(
          new Error(`${path.basename(program)} ${words[0]} ended with ${status}\n${complaint}`),
        )
    })
  })
}
