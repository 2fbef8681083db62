import { forgetOldChecks } from '~/domain/attempt/completion-import.server.ts'
import { removeExpired } from '~/domain/identity/clean-up.server.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'
import { forgetExpiredRates } from '~/platform/rate-limit.server.ts'

export const cleanUpQueue = 'clean-up'

const firstAfterMs = 60_000
const everyMs = 24 * 3_600_000

/** Removes what has had its time: sessions, one-time links, files tried and not applied, counts of attempts. */
export async function cleanUp(): Promise<void> {
  const removed = await removeExpired()
  const checks = await forgetOldChecks()
  const rates = await forgetExpiredRates()
  log().info({ ...removed, checks, rates }, 'cleaned up')
}

/**
 * Queues the clean-up a minute after the start and then once a day: an installation that is not
 * running at night is cleaned too. With several servers it runs once for each, which does no harm.
 */
export function scheduleCleanUp(): void {
  const queue = () => {
    queueJob(cleanUpQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the clean-up was not queued'),
    )
  }
  setTimeout(queue, firstAfterMs).unref()
  setInterval(queue, everyMs).unref()
}
