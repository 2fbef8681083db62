import { receiveCompletions } from '~/domain/attempt/completion-check.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { withPostedTable } from '../tables/posted-table.server.ts'
import { completionRows } from './completion-rows.ts'

/**
 * Takes a posted file of earlier and outside completions in (CSV or XLSX) and has it tried. The file itself
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
  return withPostedTable(request, (table, file) =>
    receiveCompletions({ actor, organisationId, file, rows: completionRows(table) }),
  )
}
