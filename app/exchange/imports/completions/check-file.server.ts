import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { checkCompletions } from '~/domain/attempt/completion-import.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { withUpload } from '~/platform/http/upload.server.ts'
import { fileField, fileNameToKeep, tableOf } from '../tables/table-file.server.ts'
import { tableLimits } from '../tables/table-limits.ts'
import { completionRows } from './completion-rows.ts'

const rules = {
  field: fileField,
  maxBytes: tableLimits.maxBytes,
  tooLarge: new Refusal(
    'table.too-large',
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
