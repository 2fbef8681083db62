import type { Tx } from './db/sql.server.ts'
import { jobStatement, queueJob, type JobPlace, type JobStatement } from './jobs.server.ts'

/** Something that has happened: a name in the past tense and ids, never names or addresses. */
export interface DomainEvent<Name extends string = string> {
  name: Name
  payload: Record<string, string | number | null>
}

/** The queue of everything that happens; workers/subscribers.server.ts hands each event on. */
export const eventQueue = 'event'

/** Says what happened, in the same transaction as the change itself. */
export async function emit(tx: Tx, event: DomainEvent): Promise<void> {
  await queueJob(eventQueue, { ...event }, tx)
}

/** The same as a part of a statement that makes the change. */
export async function emissionOf(event: DomainEvent, place: JobPlace): Promise<JobStatement> {
  return jobStatement(eventQueue, { ...event }, place)
}
