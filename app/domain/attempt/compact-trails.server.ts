import { now } from '~/kernel/clock.ts'
import { atOnce, type GoesOn } from '~/platform/jobs.server.ts'
import { baseOf } from './trail-base.ts'
import { replaceByBase, selectTrailsToCompact } from './trail.db.server.ts'
import { proveAttempt } from './verify-attempts.server.ts'

const dayMs = 86_400_000
const attemptsAtOnce = 100
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Which trails are made shorter. */
export interface Compaction {
  /** Nothing has been saved for so many days. */
  quietDays: number
  /** Shorter ones are not worth it. */
  atLeastCommits: number
}

export interface Compacted {
  trails: number
  commits: number
  /** Support codes of attempts whose trail does not prove their state: these are left as they are. */
  broken: string[]
}

/**
 * Puts what it came to in the place of an old trail's commits. Each trail is proved first, and its base is
 * sealed and holds who sent which commit, so that the proof goes on from it and nothing that a
 * browser still has is taken twice. A trail that is played meanwhile is left for the next time.
 * @param goesOn asked after each hundred
 */
export async function compactTrails(
  { quietDays, atLeastCommits: atLeast }: Compaction,
  goesOn: GoesOn = atOnce,
): Promise<Compacted> {
  const quietSince = new Date(now().getTime() - quietDays * dayMs)
  const told: Compacted = { trails: 0, commits: 0, broken: [] }
  let after = beforeAll
  for (;;) {
    const batch = await selectTrailsToCompact(after, {
      quietSince,
      atLeast,
      limit: attemptsAtOnce,
    })
    for (const { id, supportCode } of batch) {
      const proof = await proveAttempt(supportCode)
      if (!proof || proof.fault) {
        told.broken.push(supportCode)
      } else if (await replaceByBase(id, baseOf(id, proof.held, proof.sent), now())) {
        told.trails++
        told.commits += proof.commits
      }
    }
    const last = batch.at(-1)
    if (!last || !(await goesOn())) return told
    after = last.id
  }
}
