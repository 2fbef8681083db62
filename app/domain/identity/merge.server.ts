import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { accountsMerged, mergeLinkAsked } from './identity.events.ts'
import {
  lockAccounts,
  moveAccount,
  selectConfirmedIdByEmail,
  selectLikelyOwn,
  selectOtherAccount,
} from './merge.db.server.ts'
import type { MergeFollower, MergedCounts, OtherAccount } from './merge.ts'
import { readLinkOwner, useUpLink } from './one-time-link.server.ts'

/**
 * Lets another account of the same person go into the one that is signed in, for good: what it has is from now on
 * the person's, and nobody signs in to it.
 * @param prove makes sure that the other is theirs, in the merge's own transaction, and says which it is
 * @param followers of the nouns that keep something of people, in their order
 * @throws Refusal merge.not-proven where either account has gone into another, or its address is not confirmed
 */
export async function mergeAccounts(input: {
  actor: PersonActor
  prove: (tx: Tx) => Promise<string>
  followers: readonly MergeFollower[]
}): Promise<void> {
  const { actor, prove, followers } = input
  await inTransaction(actor, async (tx) => {
    const merged = { keptId: actor.personId, closedId: await prove(tx) }
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

/**
 * Has a link sent to another account's address, if it is a confirmed one and not the asker's own: whoever opens it
 * in the session that asked has proved the account. The same is written either way, so that neither answer nor time
 * tells which.
 * @param boundTo what tells that session from all others
 */
export async function askForMergeLink(
  actor: PersonActor,
  { email, boundTo }: { email: string; boundTo: string },
): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const otherId = await selectConfirmedIdByEmail(tx, email)
    await emit(tx, mergeLinkAsked(otherId === actor.personId ? null : otherId, boundTo))
  })
}

/** A link to prove another account, and the session that it is opened in. */
export interface MergeLink {
  secret: string | undefined
  boundTo: string
}

/** Whose account a link proves in this session; null where it proves nothing, or no longer. */
export async function readLinkedAccount({ secret, boundTo }: MergeLink): Promise<string | null> {
  return readLinkOwner('merge-accounts', secret, boundTo)
}

/**
 * Uses such a link up, in the transaction of the merge.
 * @returns whose account it proves
 * @throws Refusal link.not-valid
 */
export async function proveByLink(tx: Tx, { secret, boundTo }: MergeLink): Promise<string> {
  const otherId = await useUpLink(tx, 'merge-accounts', secret, boundTo)
  invariant(otherId, 'a link to prove an account is a person’s')
  return otherId
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
