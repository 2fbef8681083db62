import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { fetchFrom } from '../../e2e/setup/loopback.ts'
import type { Verification } from '~/domain/attempt/verify-attempts.server.ts'
import { onServer, withDatabase } from '../../setup/server-databases.ts'
import { verifyLeftAttempts } from '../../setup/verify-attempts.ts'
import { freePort, startCluster, type Cluster } from './cluster.ts'
import { FaultProxy } from './fault-proxy.ts'
import { pollUntil } from './poll.ts'

/** A world that has been made once: the folders of a stopped cluster and of a server's data. */
export interface Template {
  cluster: string
  data: string
}

/** Makes the template in a folder of its own below `folder`. */
export async function makeTemplate(folder: string): Promise<Template> {
  mkdirSync(folder, { recursive: true })
  const data = path.join(folder, 'data')
  const cluster = await startCluster()
  try {
    await onServer(withDatabase(cluster.url, 'postgres'), 'create database samsyn')
    execFileSync(process.execPath, ['--import', 'tsx', 'tests/faults/harness/make-world.ts'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEMO: '1', DATA_FOLDER: data, DATABASE_URL: cluster.url },
    })
    await cluster.stop('fast')
    cpSync(cluster.folder, path.join(folder, 'cluster'), { recursive: true })
  } finally {
    await cluster.remove()
  }
  return { cluster: path.join(folder, 'cluster'), data }
}

/** A built server behind a proxy that spoils what it is told to, on a PostgreSQL of its own. */
export class Site {
  readonly proxy: FaultProxy
  readonly origin: string
  /** The proxy's, which is the one that browsers know. */
  readonly port: number
  readonly cluster: Cluster
  /** The tests' own connections, which look at what the server has kept. */
  readonly database: pg.Pool
  readonly #folder: string
  readonly #serverPort: number
  readonly #root: string
  #child: ChildProcess | undefined
  #restarting: Promise<void> = Promise.resolve()

  private constructor(parts: {
    proxy: FaultProxy
    port: number
    cluster: Cluster
    folder: string
    serverPort: number
    root: string
  }) {
    this.proxy = parts.proxy
    this.port = parts.port
    this.origin = `http://samsyn.localhost:${parts.port}`
    this.cluster = parts.cluster
    this.#folder = parts.folder
    this.#serverPort = parts.serverPort
    this.#root = parts.root
    this.database = new pg.Pool({ connectionString: parts.cluster.url, max: 4 })
    // A database that is stopped ends its connections; the next question opens another.
    this.database.on('error', () => undefined)
  }

  /** @param root of the build to run: the working copy's own unless told */
  static async start(template: Template, root = process.cwd()): Promise<Site> {
    const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-faults-'))
    cpSync(template.data, path.join(folder, 'data'), { recursive: true })
    const [cluster, serverPort] = await Promise.all([startCluster(template.cluster), freePort()])
    const proxy = new FaultProxy(serverPort)
    const port = await proxy.listen()
    const site = new Site({ proxy, port, cluster, folder, serverPort, root })
    await site.startServer()
    return site
  }

  async stop(): Promise<void> {
    await this.#restarting.catch(() => undefined)
    await this.killServer()
    await this.proxy.close()
    await this.database.end()
    await this.cluster.remove()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  get logFile(): string {
    return path.join(this.#folder, 'server.log')
  }

  async startServer(): Promise<void> {
    const child = spawn(process.execPath, ['build/server.js'], {
      cwd: this.#root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DEMO: '1',
        PORT: String(this.#serverPort),
        APP_ORIGIN: this.origin,
        DATA_FOLDER: path.join(this.#folder, 'data'),
        DATABASE_URL: this.cluster.url,
        LOG_LEVEL: 'info',
      },
    })
    this.#child = child
    const log = createWriteStream(this.logFile, { flags: 'a' })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    await pollUntil('the server is ready', 60_000, async () => {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
      return (await fetchFrom(this.#serverPort, { path: '/readyz' })).status === 200
    })
  }

  /** At once, with whatever it has under way. */
  async killServer(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  }

  /** Several may ask at once: they go one after the other. */
  restartServer(): Promise<void> {
    return this.#oneByOne(async () => {
      await this.killServer()
      await this.startServer()
    })
  }

  restartDatabase(how: 'fast' | 'immediate'): Promise<void> {
    return this.#oneByOne(async () => {
      await this.cluster.stop(how)
      await this.cluster.start()
    })
  }

  /** Whether all attempts that the faults have left hold what their trails come to. */
  async verifyAttempts(): Promise<Verification> {
    await this.isUp()
    const dataFolder = path.join(this.#folder, 'data')
    return verifyLeftAttempts({ databaseUrl: this.cluster.url, dataFolder })
  }

  /** Resolves when no restart is under way. */
  async isUp(): Promise<void> {
    await this.#restarting.catch(() => undefined)
  }

  #oneByOne(work: () => Promise<void>): Promise<void> {
    this.#restarting = this.#restarting.catch(() => undefined).then(work)
    return this.#restarting
  }
}
