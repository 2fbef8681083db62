import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import { newStagingPath, stagingFolder } from './blobs.server.ts'

/**
 * Reads all pieces as fast as they come and tells them afterwards as slowly as they are wanted, whatever they come to:
 * meanwhile they lie in a file that has no name, which nobody else can open and which is gone when this process is.
 * So nobody's slow line holds a connection of the database, or memory.
 */
export async function* setAside(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const file = await openNameless()
  try {
    const lengths: number[] = []
    for await (const piece of pieces) {
      await file.writeFile(piece)
      lengths.push(piece.length)
    }
    let from = 0
    for (const length of lengths) {
      yield await readWhole(file, from, length)
      from += length
    }
  } finally {
    await file.close()
  }
}

/** The same for parts of a list, for which the database is to be asked more. */
export async function* setRowsAside<Row>(parts: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  async function* pieces() {
    for await (const part of parts) yield serialize(part)
  }
  for await (const piece of setAside(pieces())) yield deserialize(piece) as Row[]
}

async function openNameless(): Promise<FileHandle> {
  await mkdir(stagingFolder(), { recursive: true })
  const file = newStagingPath()
  const handle = await open(file, 'wx+', 0o600)
  try {
    await rm(file)
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readWhole(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const piece = new Uint8Array(length)
  for (let had = 0; had < length;) {
    const { bytesRead } = await file.read(piece, had, length - had, from + had)
    if (bytesRead === 0) throw new Error('What was set aside has become shorter.')
    had += bytesRead
  }
  return piece
}
