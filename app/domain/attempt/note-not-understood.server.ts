import { recordAudit } from '~/domain/audit/audit.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { countRate } from '~/platform/rate-limit.server.ts'
import type { NotUnderstood } from './not-understood.ts'

/** A player asks again and again what is not understood. */
const often = { points: 1, seconds: 3600 }

/**
 * Notes that a commit was not understood, for the attempt's story: of what the browser goes on keeping, the
 * trail says nothing. The same of an attempt is noted once an hour; never what was in it.
 */
export async function noteNotUnderstood(attemptId: string, what: NotUnderstood): Promise<void> {
  const { allowed } = await countRate('not-understood', `${attemptId} ${what}`, often)
  if (!allowed) return
  await inTransaction(systemActor, (tx) =>
    recordAudit(tx, systemActor, {
      action: 'attempt.not-understood',
      subjectId: attemptId,
      detail: { what },
    }),
  )
}
