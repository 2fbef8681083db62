import { issueMissingCertificates } from '~/domain/credential/issue-certificates.server.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'

export const missingCertificatesQueue = 'missing-certificates'

const firstAfterMs = 120_000
const everyMs = 24 * 3_600_000

/** Issues what no event told of: a version that was done once more, a track that asks for less than before. */
export async function issueMissing(): Promise<void> {
  const { issued } = await issueMissingCertificates()
  if (issued > 0) log().info({ issued }, 'issued certificates that were missing')
}

/** Queues it two minutes after the start and then once a day; several servers may do it at a time. */
export function scheduleMissingCertificates(): void {
  const queue = () => {
    queueJob(missingCertificatesQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the look for missing certificates was not queued'),
    )
  }
  setTimeout(queue, firstAfterMs).unref()
  setInterval(queue, everyMs).unref()
}
