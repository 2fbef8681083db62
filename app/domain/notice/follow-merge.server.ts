import type { MergeFollower } from '~/domain/identity/merge.ts'
import { now } from '~/kernel/clock.ts'
import { joinSettings, moveMails, moveReminders } from './follow-merge.db.server.ts'

/** What the person has been told, and how they want to be told, go over. */
export const followMergeWithNotices: MergeFollower = async (tx, _actor, merged) => {
  const at = now()
  await moveReminders(tx, merged, at)
  await joinSettings(tx, merged)
  return { mails: await moveMails(tx, merged, at) }
}
