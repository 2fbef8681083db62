import { compactTrails } from '~/domain/attempt/compact-trails.server.ts'
import { gatherQuality } from '~/domain/quality/quality.server.ts'
import { queueJob, unhurried } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'

export const compactTrailsQueue = 'compact-trails'

const everyMs = 24 * 3_600_000
/** A quarter: the learner who comes back is seldom gone for longer. */
const quietDays = 90
const atLeastCommits = 20

/**
 * Makes the trails of attempts that have long been quiet shorter, without breaking what they prove. The
 * figures that are gathered from commits are gathered first.
 */
export async function compactOldTrails(): Promise<void> {
  const goesOn = unhurried()
  const { isAll } = await gatherQuality(goesOn)
  if (!isAll) return
  const { trails, commits, broken } = await compactTrails({ quietDays, atLeastCommits }, goesOn)
  log().info({ trails, commits }, 'compacted trails')
  if (broken.length > 0) {
    log().error(
      { attempts: broken },
      'these attempts do not hold what their trails come to; see: cli -- attempt verify --code CODE',
    )
  }
}

/** Queues it once a day. */
export function scheduleCompaction(): void {
  const queue = () => {
    queueJob(compactTrailsQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the compaction was not queued'),
    )
  }
  setInterval(queue, everyMs).unref()
}
