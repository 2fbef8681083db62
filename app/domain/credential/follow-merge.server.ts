import type { MergedCounts, MergeFollower } from '~/domain/identity/merge.ts'
import { countCertificates, moveCertificates } from './follow-merge.db.server.ts'

/** Certificates go over, with their codes. */
export const followMergeWithCertificates: MergeFollower = async (tx, _actor, merged) => ({
  certificates: await moveCertificates(tx, merged),
})

/** What of this noun would go over. */
export async function countCertificatesToMerge(personId: string): Promise<MergedCounts> {
  return { certificates: await countCertificates(personId) }
}
