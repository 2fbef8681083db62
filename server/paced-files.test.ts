import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'
import { expect, test, vi } from 'vitest'
import { paceOf } from './paced-files.ts'

const pieceBytes = 100_000
const pieces = 300

/** A server of one file of 30 MB that cannot be packed, written as Remix's adapter writes it: without waiting. */
async function serveFile() {
  const told = { pieces: 0, isGone: false }
  const app = express().use(compression())
  app.get('/', (_request, response) => {
    response.type('text/csv')
    const piece = () => Uint8Array.from({ length: pieceBytes }, () => Math.random() * 256)
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (told.pieces === pieces) return controller.close()
          told.pieces++
          controller.enqueue(piece())
        },
        cancel: () => void (told.isGone = true),
      },
      { highWaterMark: 0 },
    )
    const reader = paceOf(response)(body).getReader()
    void (async () => {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        response.write(read.value)
        response.flush()
      }
      response.end()
    })()
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (headers = {}) =>
    new Promise<IncomingMessage>((resolve) =>
      get({ port, host: '127.0.0.1', headers }, (answer) => resolve(answer)),
    )
  return { told, ask, close: () => server.close() }
}

const stands = async (told: { pieces: number }) => {
  let before = -1
  await vi.waitFor(
    () => {
      const same = told.pieces === before
      before = told.pieces
      expect(same).toBe(true)
    },
    { timeout: 10_000, interval: 300 },
  )
}

for (const headers of [{}, { 'Accept-Encoding': 'gzip' }]) {
  const packed = 'Accept-Encoding' in headers ? 'packed' : 'plain'

  test(`a file is read no faster than it is taken, and then to its end (${packed})`, async () => {
    const { told, ask, close } = await serveFile()
    const answer = await ask(headers)
    answer.pause()
    await stands(told)
    // What the two ends of the connection keep is some megabytes.
    expect(told.pieces).toBeLessThan(pieces / 2)
    let bytes = 0
    for await (const chunk of answer) bytes += (chunk as Buffer).length
    expect(told.pieces).toBe(pieces)
    if (packed === 'plain') expect(bytes).toBe(pieces * pieceBytes)
    close()
  }, 30_000)

  test(`whoever goes away ends the reading (${packed})`, async () => {
    const { told, ask, close } = await serveFile()
    const answer = await ask(headers)
    answer.pause()
    await stands(told)
    answer.destroy()
    await vi.waitFor(() => expect(told.isGone).toBe(true))
    expect(told.pieces).toBeLessThan(pieces)
    close()
  }, 30_000)
}
