import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Refusal } from '~/kernel/refusal.ts'
import { withUpload } from '~/platform/http/upload.server.ts'
import { fileField, fileNameToKeep, tableOf } from './table-file.server.ts'
import { tableLimits, type Cell } from './table-limits.ts'

const rules = {
  field: fileField,
  maxBytes: tableLimits.maxBytes,
  tooLarge: new Refusal(
    'table.too-large',
    { megabytes: tableLimits.maxBytes / 1_000_000 },
    { field: fileField },
  ),
}

/** What is kept of a file besides its rows. */
export interface FileMark {
  name: string
  sha256: string
}

/**
 * Reads a posted table (CSV or XLSX). The file itself is not kept.
 * @throws Refusal upload.*, table.*, and what taking it throws
 */
export async function withPostedTable<Taken>(
  request: Request,
  take: (table: Cell[][], file: FileMark) => Promise<Taken>,
): Promise<Taken> {
  return withUpload(request, rules, async ({ path, name }) => {
    const bytes = await readFile(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return take(await tableOf(path, bytes), { name: fileNameToKeep(name), sha256 })
  })
}
