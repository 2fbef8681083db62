import {
  countAttendanceToMerge,
  followMergeWithAttendance,
} from '~/domain/activity/follow-merge.server.ts'
import { followMergeWithDuties } from '~/domain/assignment/follow-merge.server.ts'
import {
  countAttemptsToMerge,
  followMergeWithAttempts,
} from '~/domain/attempt/follow-merge.server.ts'
import {
  countCertificatesToMerge,
  followMergeWithCertificates,
} from '~/domain/credential/follow-merge.server.ts'
import {
  mergeAccounts,
  proveByLink,
  readOtherAccount,
  type MergeLink,
} from '~/domain/identity/merge.server.ts'
import { followMergeWithNotices } from '~/domain/notice/follow-merge.server.ts'
import { followMergeWithHeadcountFiles } from '~/domain/organisation/follow-merge.server.ts'
import type { OtherAccount } from '~/domain/identity/merge.ts'
import type { PersonActor } from '~/kernel/actor.ts'

/** Every noun that keeps something of people, in the data's order: all in the merge's own transaction. */
const followers = [
  followMergeWithHeadcountFiles,
  followMergeWithNotices,
  followMergeWithDuties,
  followMergeWithAttempts,
  followMergeWithCertificates,
  followMergeWithAttendance,
]

/**
 * Lets another account go into the one that is signed in, with everything that any noun keeps of it.
 * @param otherId of an account that has been proved to be the actor's
 * @throws Refusal merge.not-proven
 */
export async function mergeOwnAccounts(actor: PersonActor, otherId: string): Promise<void> {
  await mergeAccounts({ actor, prove: () => Promise.resolve(otherId), followers })
}

/**
 * The same for an account that is proved by the link which was mailed to its address; the link is used up with it.
 * @throws Refusal link.not-valid, merge.not-proven
 */
export async function mergeLinkedAccount(actor: PersonActor, link: MergeLink): Promise<void> {
  await mergeAccounts({ actor, prove: (tx) => proveByLink(tx, link), followers })
}

/**
 * What would come to the own account.
 * @throws Refusal merge.not-proven
 */
export async function readWhatMerges(otherId: string): Promise<OtherAccount> {
  const [account, ...counted] = await Promise.all([
    readOtherAccount(otherId),
    countAttemptsToMerge(otherId),
    countCertificatesToMerge(otherId),
    countAttendanceToMerge(otherId),
  ])
  const counts = Object.assign({}, account.counts, ...counted) as OtherAccount['counts']
  return { ...account, counts }
}
