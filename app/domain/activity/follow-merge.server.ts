import type { MergedCounts, MergeFollower } from '~/domain/identity/merge.ts'
import { now } from '~/kernel/clock.ts'
import {
  countAttendance,
  moveAttendance,
  moveFiles,
  pointToKept,
} from './follow-merge.db.server.ts'

/** What the person has been to goes over; both accounts at one session count once. */
export const followMergeWithAttendance: MergeFollower = async (tx, actor, merged) => {
  await pointToKept(tx, merged.folded)
  await moveFiles(tx, merged)
  const end = { at: now(), by: actor.personId }
  return { participations: await moveAttendance(tx, merged, end) }
}

/** What of this noun would go over. */
export async function countAttendanceToMerge(personId: string): Promise<MergedCounts> {
  return { participations: await countAttendance(personId) }
}
