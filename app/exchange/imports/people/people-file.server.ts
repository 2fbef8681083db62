import { guessColumns } from '~/domain/identity/people-columns.ts'
import { receivePeople } from '~/domain/identity/people-import.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { withUpload, type UploadedFile } from '~/platform/http/upload.server.ts'
import { withTable, type TableRules } from '../tables/received-table.server.ts'
import { fileField } from '../tables/table-file.server.ts'
import { peopleLimits } from './people-limits.ts'

const rules = {
  field: fileField,
  maxBytes: peopleLimits.maxBytes,
  tooLarge: new Refusal(
    'table.too-large',
    { megabytes: peopleLimits.maxBytes / 1_000_000 },
    { field: fileField },
  ),
}

const tableRules: TableRules = {
  ...peopleLimits,
  // Longer texts name nobody and nothing that we have.
  longestText: 300,
  noHeads: 'people.no-heads',
  largeSheet: 'people.large-sheet',
  dayColumns: (heads) => {
    const { from, to } = guessColumns(heads, [])
    return [from, to]
  },
}

/**
 * Takes a posted file of people in (CSV or XLSX). The file itself is not kept.
 * @returns the import's id
 * @throws Refusal forbidden, not-found, upload.*, table.*, people.no-heads, people.heads-personal
 */
export async function receivePostedFile(input: {
  actor: Actor
  organisationId: string
  request: Request
}): Promise<string> {
  const { actor, organisationId, request } = input
  // Before a byte is received: a file to nowhere is not worth the wait.
  await readOrganisation(actor, 'people:import', organisationId)
  return withUpload(request, rules, (file) => receiveFile({ actor, organisationId, file }))
}

/**
 * The same of a file that lies on disk.
 * @throws Refusal as receivePostedFile
 */
export async function receiveFile(input: {
  actor: Actor
  organisationId: string
  file: Pick<UploadedFile, 'path' | 'name'>
}): Promise<string> {
  const { actor, organisationId, file } = input
  return withTable(file, tableRules, (table) => receivePeople({ actor, organisationId, ...table }))
}
