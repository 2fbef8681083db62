import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'
import { resumeSilentWork } from '~/platform/long-work.server.ts'

export const silentWorkQueue = 'silent-work'

const firstAfterMs = 5_000
const everyMs = 60_000

/** Takes up work whose server has gone down with it under way: somebody waits for it. */
export async function takeUpSilentWork(): Promise<void> {
  const resumed = await resumeSilentWork()
  if (resumed > 0) log().info({ resumed }, 'work was taken up again')
}

/** Queues the look for such work soon after the start and then every minute. */
export function scheduleSilentWork(): void {
  const queue = () => {
    queueJob(silentWorkQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the look for silent work was not queued'),
    )
  }
  setTimeout(queue, firstAfterMs).unref()
  setInterval(queue, everyMs).unref()
}
