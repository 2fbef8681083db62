import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '~/kernel/refusal.ts'
import { newStagingPath } from '~/platform/blobs.server.ts'
import { boundaryOf, BrokenMultipart, partsOf, type Part } from './multipart.ts'

export interface UploadedFile {
  /** Where it lies until `use` has ended. */
  path: string
  /** As the browser told it. */
  name: string
  bytes: number
}

export interface UploadRules {
  /** The form field that holds the file. */
  field: string
  maxBytes: number
  /** What to say of a file above that. */
  tooLarge: Refusal
}

/** What a form may hold besides its file. */
const otherBytes = 1_000_000

/**
 * Writes the file of a posted form to disk as it arrives and hands it to `use`. Afterwards the file is
 * gone, whatever happened, also when the browser went away midway.
 * @throws Refusal upload.no-file, upload.broken-off, `tooLarge`, and what `use` throws
 */
export async function withUpload<Result>(
  request: Request,
  rules: UploadRules,
  use: (file: UploadedFile) => Promise<Result>,
): Promise<Result> {
  const folder = newStagingPath()
  try {
    if (declaredBytes(request) > rules.maxBytes + otherBytes) throw rules.tooLarge
    await mkdir(folder, { recursive: true })
    return await use(await receive(request, path.join(folder, 'upload'), rules))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is read and thrown away at most before a connection is cut. */
const patience = 1_000_000_000

/**
 * Does some work and then reads what is left of the posted body: a browser that is still sending a
 * large file does not listen, and would wait for ever for an answer that came early.
 */
export async function readToEnd<Result>(
  request: Request,
  work: () => Promise<Result>,
  maxBytes: number = patience,
): Promise<Result> {
  try {
    return await work()
  } finally {
    await drain(request, maxBytes)
  }
}

async function drain(request: Request, maxBytes: number): Promise<void> {
  if (!request.body || request.body.locked) return
  const reader = request.body.getReader()
  try {
    let left = maxBytes
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      left -= value.byteLength
      if (left < 0) return await reader.cancel()
    }
  } catch {
    // The browser has gone: nobody is left to answer.
  } finally {
    reader.releaseLock()
  }
}

function declaredBytes(request: Request): number {
  return Number(request.headers.get('Content-Length') ?? 0)
}

async function receive(request: Request, target: string, rules: UploadRules) {
  const boundary = boundaryOf(request.headers.get('Content-Type'))
  if (!boundary || !request.body) throw noFile(rules)
  const chunks = chunksOf(request.body)
  try {
    let received: UploadedFile | undefined
    for await (const part of partsOf(chunks, boundary)) {
      if (part.name !== rules.field || part.fileName === null || received) continue
      const bytes = await writeDown(part, target, rules)
      // A file field that was left empty comes as a file without name and content.
      if (bytes > 0 || part.fileName !== '') received = { path: target, name: part.fileName, bytes }
    }
    if (!received) throw noFile(rules)
    return received
  } catch (error) {
    if (error instanceof BrokenMultipart) throw new Refusal('upload.broken-off')
    throw error
  } finally {
    await chunks.return(undefined)
  }
}

const noFile = ({ field }: UploadRules) => new Refusal('upload.no-file', {}, { field })

async function writeDown(part: Part, target: string, rules: UploadRules): Promise<number> {
  let bytes = 0
  async function* metered() {
    for await (const piece of part.body) {
      bytes += piece.length
      if (bytes > rules.maxBytes) throw rules.tooLarge
      yield piece
    }
  }
  await pipeline(metered, createWriteStream(target))
  return bytes
}

/** A stream's chunks; unlike the stream's own iterator it leaves the stream open when it is left early. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await readOf(reader)
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

async function readOf(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch {
    throw new BrokenMultipart('the connection broke')
  }
}
