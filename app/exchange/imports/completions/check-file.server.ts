import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { checkCompletions } from '~/domain/attempt/completion-import.server.ts'
import { holdsPersonalNumber } from '~/domain/identity/personal-number.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { withUpload } from '~/platform/http/upload.server.ts'
import { completionRows, plainText } from './completion-rows.ts'
import { csvTable } from './csv-table.ts'
import { tableLimits, type Cell } from './table-limits.ts'
import { xlsxTable } from './xlsx-table.server.ts'

/** The form field that holds the file. */
export const fileField = 'file'

const rules = {
  field: fileField,
  maxBytes: tableLimits.maxBytes,
  tooLarge: new Refusal(
    'earlier.too-large',
    { megabytes: tableLimits.maxBytes / 1_000_000 },
    { field: fileField },
  ),
}

/**
 * Takes a posted file of earlier and outside completions in (CSV or XLSX) and tries it. The file itself
 * is not kept.
 * @returns the import's id
 * @throws Refusal forbidden, not-found, upload.*, earlier.*
 */
export async function checkPostedFile(input: {
  actor: Actor
  organisationId: string
  request: Request
}): Promise<string> {
  const { actor, organisationId, request } = input
  // Before a byte is received: a file to nowhere is not worth the wait.
  await readOrganisation(actor, 'completion:import', organisationId)
  return withUpload(request, rules, async ({ path, name }) => {
    const bytes = await readFile(path)
    const rows = completionRows(await tableOf(path, bytes))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { name: fileNameToKeep(name), sha256 }
    return checkCompletions({ actor, organisationId, file, rows })
  })
}

/**
 * The cells of a table file, told by its first bytes and not by its name.
 * @throws Refusal earlier.old-excel, earlier.not-a-table and those of the two forms
 */
export async function tableOf(path: string, bytes: Buffer): Promise<Cell[][]> {
  if (bytes.subarray(0, 4).equals(zipBytes)) return xlsxTable(path)
  if (bytes.subarray(0, 4).equals(oldExcelBytes)) {
    throw new Refusal('earlier.old-excel', {}, { field: fileField })
  }
  return csvTable(bytes)
}

const zipBytes = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** A compound file: XLS, and an XLSX that has a password. */
const oldExcelBytes = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Short, of one line, and without anybody's identity number. */
function fileNameToKeep(name: string): string {
  const plain = plainText(name).slice(-120)
  return plain === '' || holdsPersonalNumber(plain) ? '-' : plain
}
