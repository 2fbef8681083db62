import { checkHeadcounts, readFileScope } from '~/domain/organisation/headcount-import.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { withPostedTable } from '../tables/posted-table.server.ts'
import { headcountRows } from './headcount-rows.ts'

/**
 * Takes a posted file of headcounts in (CSV or XLSX) and tries it. The file itself is not kept.
 * @param input.organisationId the one that it is about; null for several
 * @returns the import's id
 * @throws Refusal forbidden, not-found, upload.*, table.*
 */
export async function checkPostedHeadcounts(input: {
  actor: Actor
  organisationId: string | null
  request: Request
}): Promise<string> {
  const { actor, organisationId, request } = input
  // Before a byte is received: a file to nowhere is not worth the wait.
  await readFileScope(actor, organisationId)
  return withPostedTable(request, (table, file) =>
    checkHeadcounts({ actor, organisationId, file, rows: headcountRows(table) }),
  )
}
