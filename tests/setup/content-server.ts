import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { afterAll, beforeAll } from 'vitest'
import { answerContentHost, answerOpenHost } from '~/content-host/content-host.server.ts'
import { blobs } from '~/platform/blobs.server.ts'

/** An answer as it came over the wire: nothing unpacked. */
export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface ContentServer {
  /** Where a content host is answered, by the label of its name. */
  hostOrigin: (hostLabel: string) => string
  /** Likewise a module's open host. */
  openOrigin: (hostLabel: string) => string
  /** Asks without unpacking, and with these headers only. */
  ask: (
    hostLabel: string,
    address: string,
    headers?: Record<string, string>,
    method?: 'GET' | 'HEAD',
  ) => Promise<RawAnswer>
}

/** Gives a test file a data folder of its own and a server that answers content hosts by /host/<label>. */
export function useContentServer(): ContentServer {
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-content-'))
  process.env.DATA_FOLDER = folder
  let server: Server
  beforeAll(async () => {
    if (!existsSync('build/player-frame/manifest.json')) {
      const vite = path.resolve('node_modules/vite/bin/vite.js')
      execFileSync(process.execPath, [vite, 'build', '--config', 'vite.player.config.ts'])
    }
    const app = express()
    app.use('/host/:label', (request, response, next) => {
      answerContentHost(request, response, request.params.label).catch(next)
    })
    app.use('/open/:label', (request, response, next) => {
      answerOpenHost(request, response, request.params.label).catch(next)
    })
    server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const port = () => (server.address() as AddressInfo).port
  return {
    hostOrigin: (hostLabel) => `http://127.0.0.1:${port()}/host/${hostLabel}`,
    openOrigin: (hostLabel) => `http://127.0.0.1:${port()}/open/${hostLabel}`,
    ask: (hostLabel, address, headers = {}, method = 'GET') =>
      new Promise((resolve, reject) => {
        const path = `/host/${hostLabel}${address}`
        const asked = request({ port: port(), path, method, headers }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () =>
            resolve({
              status: answer.statusCode!,
              headers: answer.headers,
              body: Buffer.concat(chunks),
            }),
          )
        })
        asked.on('error', reject)
        asked.end()
      }),
  }
}

/** Keeps a file's bytes as an import would, and answers its row. */
export async function keptFile(name: string, mediaType: string, content: string | Buffer) {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const from = path.join(process.env.DATA_FOLDER!, 'file')
  writeFileSync(from, content)
  await blobs().keep(from, sha256)
  return { path: name, sha256, bytes: Buffer.byteLength(content), mediaType }
}
