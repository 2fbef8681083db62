import type { Tx } from './db/sql.server.ts'
import {
  jobStatement,
  queueJob,
  queueJobs,
  type JobPlace,
  type JobStatement,
} from './jobs.server.ts'
import { singleton } from './singleton.server.ts'

/** Something that has happened: a name in the past tense and ids, never names or addresses. */
export interface DomainEvent<Name extends string = string> {
  name: Name
  payload: Record<string, string | number | null>
}

/** The queue of everything that happens; workers/subscribers.server.ts hands each event on. */
export const eventQueue = 'event'

const holder = singleton<{ awaited?: ReadonlySet<string> }>('events', () => ({}))

/**
 * Says which events anybody follows up. From now on this process queues no others, which would cost each
 * writer a job for nothing; a process that is told nothing, as a command, queues all.
 */
export function awaitEvents(names: readonly string[]): void {
  holder.awaited = new Set(names)
}

const isAwaited = ({ name }: DomainEvent) => holder.awaited?.has(name) ?? true

/** Says what happened, in the same transaction as the change itself. */
export async function emit(tx: Tx, event: DomainEvent): Promise<void> {
  if (isAwaited(event)) await queueJob(eventQueue, { ...event }, tx)
}

/** The same of several things at once. */
export async function emitAll(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const awaited = events.filter(isAwaited)
  await queueJobs(
    eventQueue,
    awaited.map((event) => ({ ...event })),
    tx,
  )
}

/** The same as a part of a statement that makes the change; undefined where nobody awaits it. */
export async function emissionOf(
  event: DomainEvent,
  place: JobPlace,
): Promise<JobStatement | undefined> {
  return isAwaited(event) ? jobStatement(eventQueue, { ...event }, place) : undefined
}
