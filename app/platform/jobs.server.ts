import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import { database } from './db/database.server.ts'
import type { Tx } from './db/sql.server.ts'
import { log } from './log.server.ts'
import { singleton } from './singleton.server.ts'

type JobData = Record<string, unknown>
export type JobHandler<Data extends object> = (data: Data) => Promise<void>

interface Jobs {
  boss?: PgBoss
  /** Aborted when no job is to be begun any more. */
  ending: AbortController
  /** One for each queue that this process works on, until its last job has ended. */
  working: Promise<void>[]
  underWay: number
}

const holder = singleton<Jobs>('jobs', () => ({
  ending: new AbortController(),
  working: [],
  underWay: 0,
}))

/** How long a queue with nothing in it is left alone. */
const quietMs = 1_000
const longestEndMs = 10_000

/** How much longer than it works a job rests that nobody waits for, and for how long it goes on at most. */
const restsFor = 4
const longestUnhurriedMs = 10 * 60_000

/** Counts what the jobs have under way, so that the database is not closed below it. */
async function counted<Result>(work: () => Promise<Result>): Promise<Result> {
  holder.underWay++
  try {
    return await work()
  } finally {
    holder.underWay--
  }
}

/**
 * Lays out the job tables and, with `work`, begins to run jobs. A failed job is tried again eight
 * times with growing pauses (about half an hour in all), so a handler must bear running twice.
 */
export async function startJobs(options: {
  work: boolean
  queues: readonly string[]
}): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => counted(() => database().pool.query(text, values)) },
    supervise: options.work,
    schedule: options.work,
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
  })
  boss.on('error', (error) => log().error({ error: error.message }, 'jobs'))
  await boss.start()
  // Made here once: a queue made inside a transaction would want a second connection.
  for (const queue of options.queues) await boss.createQueue(queue)
  holder.boss = boss
  holder.ending = new AbortController()
  // Every queue's pause listens to it.
  setMaxListeners(0, holder.ending.signal)
  holder.working = []
}

/** Lets jobs under way finish (at most 10 s), then stops. */
export async function stopJobs(): Promise<void> {
  holder.ending.abort()
  const late = pause(longestEndMs, undefined, { ref: false })
  await Promise.race([Promise.all(holder.working), late])
  await holder.boss?.stop({ graceful: true, wait: true, timeout: longestEndMs, close: false })
  // What pg-boss does by its own clocks is not waited for by it.
  const latest = Date.now() + longestEndMs
  for (let quiet = 0; quiet < 3 && Date.now() < latest;) {
    quiet = holder.underWay === 0 ? quiet + 1 : 0
    await pause(10)
  }
  holder.boss = undefined
}

function boss(): PgBoss {
  if (!holder.boss) throw new Error('Broken assumption: the jobs have been started')
  return holder.boss
}

/**
 * Runs a queue's jobs in this process, one at a time: at once while there are any, and with a look
 * every second when there are none. Not by pg-boss's own workers, which end the whole process when the
 * database is away at the moment in which a job ends.
 */
export function workOn<Data extends object>(queue: string, handler: JobHandler<Data>): void {
  workOnMany<Data>(queue, 1, async ([data]) => handler(data!))
}

/**
 * The same for jobs that cost less when they are done together: those that have gathered since the last look, `most`
 * at a time. When several cannot be done together each is done alone, so that one bad job holds up no other.
 */
export function workOnMany<Data extends object>(
  queue: string,
  most: number,
  handler: JobHandler<Data[]>,
): void {
  const work = { boss: boss(), queue, most, handler }
  holder.working.push(workUntil(holder.ending.signal, work))
}

interface QueueWork<Data extends object> {
  boss: PgBoss
  queue: string
  most: number
  handler: JobHandler<Data[]>
}

async function workUntil<Data extends object>(
  signal: AbortSignal,
  work: QueueWork<Data>,
): Promise<void> {
  while (!signal.aborted) {
    const isMore = await counted(() => runNext(work)).catch((error: unknown) => {
      // What was begun and could not be ended is begun again when its time is over.
      log().error({ queue: work.queue, error: (error as Error).message }, 'jobs')
      return false
    })
    if (!isMore) await pause(quietMs, undefined, { signal }).catch(() => undefined)
  }
}

/** @returns whether there may be more */
async function runNext<Data extends object>(work: QueueWork<Data>): Promise<boolean> {
  const jobs = await work.boss.fetch<Data>(work.queue, { batchSize: work.most })
  if (jobs.length > 0) await runTogether(work, jobs)
  return jobs.length === work.most
}

async function runTogether<Data extends object>(
  work: QueueWork<Data>,
  jobs: PgBoss.Job<Data>[],
): Promise<void> {
  const { boss, queue, handler } = work
  const ids = jobs.map(({ id }) => id)
  try {
    await handler(jobs.map(({ data }) => data))
  } catch (error) {
    const { message } = error as Error
    log().error({ queue, jobs: ids, error: message }, 'a job failed')
    if (jobs.length === 1) await boss.fail(queue, ids[0]!, { message })
    else for (const job of jobs) await runTogether(work, [job])
    return
  }
  await boss.complete(queue, ids)
}

/** What long work asks between two of its pieces: whether it is to go on. */
export type GoesOn = () => Promise<boolean>

/** The pace of work that somebody waits for. */
export const atOnce: GoesOn = () => Promise.resolve(true)

/**
 * The pace of a job that nobody waits for: after each piece it rests four times as long as the piece took, so that
 * server and database are there for those who wait. It stops when this process is ending, and after ten minutes:
 * the next such job goes on from there.
 */
export function unhurried(): GoesOn {
  const { signal } = holder.ending
  const latest = performance.now() + longestUnhurriedMs
  let begun = performance.now()
  return async () => {
    const tookMs = performance.now() - begun
    await pause(tookMs * restsFor, undefined, { signal }).catch(() => undefined)
    begun = performance.now()
    return !signal.aborted && begun < latest
  }
}

/** Queues a job. With `tx` it belongs to that transaction: rolled back with it, run only after it. */
export async function queueJob(queue: string, data: JobData, tx?: Tx): Promise<void> {
  await boss().send(queue, data, tx ? { db: { executeSql: within(tx) } } : {})
}

/** Queues several jobs in one statement. */
export async function queueJobs(queue: string, each: readonly object[], tx: Tx): Promise<void> {
  if (each.length === 0) return
  const jobs = each.map((data) => ({ name: queue, data }))
  await boss().insert(jobs, { db: { executeSql: within(tx) } })
}

function within(tx: Tx) {
  return async (text: string, values: unknown[] = []) => {
    const rows = await tx.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null))
    return { rows }
  }
}

/** Where in a statement of one's own a job is queued. */
export interface JobPlace {
  /** How many values the statement has before the job's: its places go on from there. */
  after: number
  /** A query of the statement (a name in its `with`): one job where it has a row, none where it is empty. */
  from: string
}

export interface JobStatement {
  text: string
  values: unknown[]
}

/** The place of the queue's name among the values with which pg-boss inserts a job. */
const nameOfQueue = 2

/**
 * What queues a job, to stand in the `with` of a statement: for the few writes that cannot afford a
 * transaction of several. It is pg-boss's own statement, which finds no queue where there is no name.
 */
export async function jobStatement(
  queue: string,
  data: JobData,
  { after, from }: JobPlace,
): Promise<JobStatement> {
  let sent: JobStatement = { text: '', values: [] }
  const executeSql = (text: string, values: unknown[] = []) => {
    sent = { text, values }
    return Promise.resolve({ rows: [{ id: '' }] })
  }
  await boss().send(queue, data, { db: { executeSql } })
  const text = sent.text.replace(/\$(\d+)/g, (_, place: string) => {
    const moved = `$${Number(place) + after}`
    return Number(place) === nameOfQueue ? `(select ${moved}::text from ${from})` : moved
  })
  return { text, values: sent.values }
}
