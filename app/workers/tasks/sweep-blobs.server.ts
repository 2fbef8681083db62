import { sweepBlobs } from '~/domain/catalogue/sweep-blobs.server.ts'
import { clearStaging } from '~/platform/blobs.server.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'

export const sweepBlobsQueue = 'sweep-blobs'

/** Blobs younger than this stay; 0 at the start, when what a killed import left is to go. */
interface Sweep {
  leaveMinutes: number
}

const everyMs = 24 * 3_600_000

/**
 * Removes what broken imports left, in the staging folder and among the package files. The server's
 * start does it, and every day.
 * @param sweep package files younger than `leaveMinutes` stay
 */
export async function clearBrokenImports({ leaveMinutes }: Sweep): Promise<void> {
  await clearStaging()
  const { outcome, removed, bytes } = await sweepBlobs(leaveMinutes)
  if (outcome === 'not ours') {
    log().warn(
      'the blobs in the data folder belong to another database and are not swept; remove blobs/owner if they do not',
    )
  } else log().info({ outcome, removed, bytes }, 'swept blobs')
}

/** Queues a sweep at the start and then once a day. */
export function scheduleSweep(): void {
  const queue = (leaveMinutes: number) => {
    queueJob(sweepBlobsQueue, { leaveMinutes }).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the sweep was not queued'),
    )
  }
  queue(0)
  setInterval(queue, everyMs, 60).unref()
}
