import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { forgetPeak, peakMb } from './memory.ts'

/** The built server as a bench measures it, on a port and a database of its own. */
export interface BenchServer {
  port: number
  contentDomain: string
  secret: string
  /** Milliseconds of processor time that it has had. */
  cpuMs: () => number
  /** The most memory that it has held since it was ready, in megabytes. */
  peakMb: () => number
  stop: () => Promise<void>
}

const secret = 'only for the bench '.repeat(2)
/** Of /proc/<pid>/stat, which counts in hundredths of a second. */
const tickMs = 10

interface ServerOptions {
  dataFolder: string
  /** Of Node, as `--cpu-prof`. */
  flags: string[]
  /** With the demo's world and sign-ins. */
  demo: boolean
}

export async function startServer(
  databaseUrl: string,
  { dataFolder, flags, demo }: ServerOptions,
): Promise<BenchServer> {
  if (!existsSync('build/server.js')) throw new Error('Build first: npm run build')
  const port = await freePort()
  const contentDomain = `samsyn.localhost:${port}`
  const child = spawn(process.execPath, [...flags, path.resolve('build/server.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_FOLDER: dataFolder,
      SECRET: secret,
      PORT: String(port),
      DEMO: demo ? '1' : '0',
      LOG_LEVEL: 'info',
    },
  })
  await ready(port, child)
  forgetPeak(child.pid)
  return {
    port,
    contentDomain,
    secret,
    cpuMs: () => cpuMsOf(child.pid!),
    peakMb: () => peakMb(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function cpuMsOf(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return NaN
  const fields = readFileSync(file, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function ready(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error('The server ended at its start')
    try {
      if ((await fetch(`http://127.0.0.1:${port}/readyz`)).ok) return
    } catch {
      // It does not listen yet.
    }
    await pause(100)
  }
  throw new Error('The server did not get ready')
}
