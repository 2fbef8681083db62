import type { Actor } from '~/kernel/actor.ts'
import type { Tx } from '~/platform/db/sql.server.ts'

/** Two accounts of one person: the one that goes on, and the one that goes into it. */
export interface MergedAccounts {
  keptId: string
  closedId: string
}

/** How many of each kind a noun let go over, for the trail: { completions: 4 }. */
export type MergedCounts = Record<string, number>

/**
 * Lets what a noun keeps of the closed account be the kept one's, in the transaction of the merge. A follower may
 * say what later ones need to know.
 */
export type MergeFollower = (
  tx: Tx,
  actor: Actor,
  merged: MergedAccounts & { folded: FoldedCompletions },
) => Promise<MergedCounts>

/** Completions that said the same as another, by id, and the one that stays. */
export type FoldedCompletions = Map<string, string>

/** Another account, as the person who has proved it sees it before it goes into the own one. */
export interface OtherAccount {
  personId: string
  email: string
  givenName: string
  familyName: string
  /** How much of each kind it has: workplaces, roles. */
  counts: MergedCounts
}
