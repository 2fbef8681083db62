import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { accountsMerged } from './identity.events.ts'
import {
  lockAccounts,
  moveAccount,
  selectLikelyOwn,
  selectOtherAccount,
} from './merge.db.server.ts'
import type { MergeFollower, MergedCounts, OtherAccount } from './merge.ts'

/**
 * Lets another account of the same person go into the one that is signed in, for good: what it has is from now on
 * the person's, and nobody signs in to it. Whoever calls has made sure that both are theirs.
 * @param followers of the nouns that keep something of people, in their order
 * @throws Refusal merge.not-proven where either account has gone into another, or its address is not confirmed
 */
export async function mergeAccounts(input: {
  actor: PersonActor
  otherId: string
  followers: readonly MergeFollower[]
}): Promise<void> {
  const { actor, otherId, followers } = input
  const merged = { keptId: actor.personId, closedId: otherId }
  await inTransaction(actor, async (tx) => {
    const found = await lockAccounts(tx, merged)
    if (found.length !== 2 || !found.every(({ isConfirmed }) => isConfirmed)) {
      throw new Refusal('merge.not-proven')
    }
    const counts: MergedCounts = await moveAccount(tx, merged, now())
    const told = { ...merged, folded: new Map<string, string>() }
    for (const follow of followers) Object.assign(counts, await follow(tx, actor, told))
    await recordAudit(tx, actor, {
      action: 'accounts.merged',
      subjectId: merged.keptId,
      detail: { closed: merged.closedId, ...counts },
    })
    await emit(tx, accountsMerged(merged.keptId))
  })
}

/**
 * Another account, for one who has proved that it is theirs.
 * @throws Refusal merge.not-proven where it has gone into another
 */
export async function readOtherAccount(personId: string): Promise<OtherAccount> {
  const found = await selectOtherAccount(personId)
  if (!found) throw new Refusal('merge.not-proven')
  return found
}

/** Addresses, partly hidden, of accounts that are likely one's own: the same name at the same unit. */
export async function listLikelyOwn(actor: PersonActor): Promise<string[]> {
  return (await selectLikelyOwn(actor.personId)).map(({ email }) => partlyHidden(email))
}

/** "r…@exempel.se": enough for its owner to know it by. */
export function partlyHidden(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}…${email.slice(at)}`
}
