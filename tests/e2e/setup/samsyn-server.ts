import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, createWriteStream, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect } from '@playwright/test'
import { onServer, withDatabase } from '../../setup/server-databases.ts'
import { verifyLeftAttempts } from '../../setup/verify-attempts.ts'
import { fetchFrom } from './loopback.ts'
import { runFolder, templateDatabase, templateFolder } from './template.ts'

/** A built server with a database and a data folder of its own, copied from the run's template. */
export interface SamsynServer {
  origin: string
  port: number
  dataFolder: string
  logFile: string
  /** Stops it and starts it again where so many days have gone by since; who is signed in may not be any more. */
  startAgain: (daysLater: number) => Promise<void>
  /** Leaves beside the log what `attempt verify` says of the database, which goes. */
  stop: () => Promise<void>
}

/** Where the verifications of a run lie, by the servers' names. */
export const verificationEnding = '.verification.json'

/** Starts one; `name` tells the servers of a run apart. */
export async function startServer(name: string): Promise<SamsynServer> {
  const port = await freePort()
  const dataFolder = path.join(runFolder, name)
  cpSync(templateFolder, dataFolder, { recursive: true })
  const logFile = path.join(runFolder, `${name}.log`)
  const server = process.env.TEST_DATABASE_URL
  const database = `samsyn_e2e_${name.replace(/\W/g, '_')}`
  const databaseUrl = server ? withDatabase(server, database) : ''
  if (server) {
    await onServer(server, `drop database if exists ${database} with (force)`)
    await onServer(server, `create database ${database} template ${templateDatabase}`)
  }
  const log = createWriteStream(logFile, { flags: 'a' })
  const run = async (daysLater: number) => {
    const child = spawn(process.execPath, [...clockAhead(daysLater), 'build/server.js'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DEMO: '1',
        PORT: String(port),
        APP_ORIGIN: '',
        DATA_FOLDER: dataFolder,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'debug',
      },
    })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    await untilReady(child, port)
    return child
  }
  let child = await run(0)
  return {
    origin: `http://samsyn.localhost:${port}`,
    port,
    dataFolder,
    logFile,
    startAgain: async (daysLater) => {
      await ended(child)
      child = await run(daysLater)
    },
    stop: async () => {
      await ended(child)
      const verification = await verifyLeftAttempts({ databaseUrl, dataFolder })
      const file = path.join(runFolder, `${name}${verificationEnding}`)
      writeFileSync(file, JSON.stringify(verification))
      if (server) await onServer(server, `drop database if exists ${database} with (force)`)
    },
  }
}

/** Of Node: a module that runs before the server and sets the time of its process ahead. */
function clockAhead(days: number): string[] {
  if (days === 0) return []
  const source = `const ahead = ${days * 86_400_000}, Real = Date
    globalThis.Date = class Date extends Real {
      constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead) }
      static now() { return Real.now() + ahead }
    }`
  return ['--import', `data:text/javascript,${encodeURIComponent(source)}`]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  const status = async () => {
    if (child.exitCode !== null) return `ended with ${child.exitCode}`
    const answer = await fetchFrom(port, { path: '/readyz' }).catch(() => undefined)
    return answer?.status
  }
  await expect.poll(status, { timeout: 60_000, intervals: [100] }).toBe(200)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
