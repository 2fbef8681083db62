import { guessActivityColumns } from '~/domain/activity/activity-columns.ts'
import { receiveActivities, requireBringer } from '~/domain/activity/activity-import.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { withUpload, type UploadedFile } from '~/platform/http/upload.server.ts'
import { withTable, type TableRules } from '../tables/received-table.server.ts'
import { fileField } from '../tables/table-file.server.ts'
import { activityLimits } from './activity-limits.ts'

const rules = {
  field: fileField,
  maxBytes: activityLimits.maxBytes,
  tooLarge: new Refusal(
    'table.too-large',
    { megabytes: activityLimits.maxBytes / 1_000_000 },
    { field: fileField },
  ),
}

const tableRules: TableRules = {
  ...activityLimits,
  // Longer than any title or list of municipalities that is meant.
  longestText: 4_000,
  noHeads: 'activity-file.no-heads',
  dayColumns: (heads) => [guessActivityColumns(heads).date],
}

/**
 * Takes a posted file of activities in (CSV or XLSX). The file itself is not kept.
 * @returns the import's id
 * @throws Refusal forbidden, upload.*, table.*, activity-file.no-heads, people.heads-personal
 */
export async function receivePostedActivities(
  actor: PersonActor,
  request: Request,
): Promise<string> {
  // Before a byte is received: a file to nowhere is not worth the wait.
  requireBringer(actor)
  return withUpload(request, rules, (file) => receiveActivityFile(actor, file))
}

/**
 * The same of a file that lies on disk.
 * @throws Refusal as receivePostedActivities
 */
export async function receiveActivityFile(
  actor: PersonActor,
  file: Pick<UploadedFile, 'path' | 'name'>,
): Promise<string> {
  return withTable(file, tableRules, (table) => receiveActivities({ actor, ...table }))
}
