import { gatherQuality } from '~/domain/quality/quality.server.ts'
import { queueJob, unhurried } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'

export const gatherQualityQueue = 'gather-quality'

const firstAfterMs = 30_000
const everyMs = 10 * 60_000

/** Takes in what attempts have saved since the last time, for the figures that editors read. */
export async function gatherTrails(): Promise<void> {
  const gathered = await gatherQuality(unhurried())
  if (gathered.attempts > 0) log().info({ ...gathered }, 'gathered answers and stays')
}

/** Queues it soon after the start and then every ten minutes; several servers may do it at a time. */
export function scheduleGathering(): void {
  const queue = () => {
    queueJob(gatherQualityQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the gathering of answers was not queued'),
    )
  }
  setTimeout(queue, firstAfterMs).unref()
  setInterval(queue, everyMs).unref()
}
