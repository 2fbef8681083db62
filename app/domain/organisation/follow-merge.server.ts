import type { Tx } from '~/platform/db/sql.server.ts'
import { moveHeadcountFiles } from './follow-merge.db.server.ts'

/** A file of headcounts is its bringer's to go on with, by whichever account it came. */
export async function followMergeWithHeadcountFiles(
  tx: Tx,
  _actor: unknown,
  merged: { keptId: string; closedId: string },
): Promise<Record<string, number>> {
  await moveHeadcountFiles(tx, merged)
  return {}
}
