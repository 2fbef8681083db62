import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A file of a package before it is packed. */
export interface PackageFile {
  path: string
  content: string | Buffer
}

/** The files as a zip. The same files in the same order give the same bytes. */
export async function zipOf(files: readonly PackageFile[]): Promise<Buffer> {
  const zip = new ZipFile()
  // A fixed moment, told in local time as the format has it, so that the bytes depend on the files only.
  const mtime = new Date(2026, 0, 1)
  for (const { path, content } of files) {
    zip.addBuffer(Buffer.from(content), path, { mtime, forceDosTimestamp: true, mode: 0o100644 })
  }
  zip.end()
  return buffer(zip.outputStream)
}
