import type { MergeFollower } from '~/domain/identity/merge.ts'
import { now } from '~/kernel/clock.ts'
import { moveExceptions, moveNames } from './follow-merge.db.server.ts'

/** Assignments that name the person, and exceptions from duties, go over. */
export const followMergeWithDuties: MergeFollower = async (tx, actor, merged) => ({
  named: await moveNames(tx, merged),
  exceptions: await moveExceptions(tx, merged, { at: now(), by: actor.personId }),
})
