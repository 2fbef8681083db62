import type { MergedCounts, MergeFollower } from '~/domain/identity/merge.ts'
import { countCompletions, moveAttempts, moveCompletions } from './follow-merge.db.server.ts'

/** Attempts and completions go over; what was completed in both accounts counts once. */
export const followMergeWithAttempts: MergeFollower = async (tx, _actor, merged) => {
  const { moved, folded } = await moveCompletions(tx, merged)
  for (const [goes, stays] of folded) merged.folded.set(goes, stays)
  const attempts = await moveAttempts(tx, merged)
  return { attempts, completions: moved, completionsFolded: folded.size }
}

/** What of this noun would go over. */
export async function countAttemptsToMerge(personId: string): Promise<MergedCounts> {
  return { completions: await countCompletions(personId) }
}
