import { now } from '~/kernel/clock.ts'
import { newId } from '~/kernel/ids.ts'
import { isRefusal, type RefusalDetail } from '~/kernel/refusal.ts'
import { database, firstRow, prisma, rows } from './db/database.server.ts'
import { sql, type Tx } from './db/sql.server.ts'
import { queueJob } from './jobs.server.ts'
import { log } from './log.server.ts'

/** The queue of work that somebody waits for. */
export const longWorkQueue = 'long-work'

/** Without a sign of life for this long, what did the work is taken to be gone. */
const silentMs = 5 * 60_000
/** A fault of our own is met as often again; a refusal is told at once. */
const mostTries = 3

export interface Work {
  id: string
  kind: string
  /** What it is done to. */
  subjectId: string
  /** Who waits for it; null for the system. */
  ownerId: string | null
}

export type WorkState = 'queued' | 'working' | 'done' | 'failed'

/** How far a piece of work has come, as its page shows it. */
export interface WorkView {
  id: string
  kind: string
  state: WorkState
  done: number
  /** 0 while nobody knows. */
  total: number
  begunAt: Date
  failure: { code: string; detail: RefusalDetail } | null
}

export type Report = (done: number, total: number) => Promise<void>

/**
 * Tells how far work has come from within the transaction that does it, by another connection, so that it can be
 * seen before anything is written. Nobody waits for it, and the embedded database, which has one connection, is
 * told nothing.
 */
export type Glimpse = (done: number, total: number) => void

export interface WorkHandler {
  /**
   * Does it; bears being begun anew from the start. What it throws as a refusal is told to the owner.
   * @param report tells how far it has come; not from within a transaction
   * @param glimpse the same from within one
   */
  run: (work: Work, report: Report, glimpse: Glimpse) => Promise<void>
  /** Puts the subject back to where it was, when the work has failed for good. */
  giveUp: (work: Work) => Promise<void>
}

/** Begins work in the transaction of the verb that asks for it. @returns the work's id */
export async function startWork(
  tx: Tx,
  { kind, subjectId, ownerId, total }: Omit<Work, 'id'> & { total: number },
): Promise<string> {
  const id = newId()
  const at = now()
  const made = { id, kind, subjectId, ownerId, total, createdAt: at, updatedAt: at }
  await tx.longWork.create({ data: { ...made, state: 'queued' satisfies WorkState } })
  await queueJob(longWorkQueue, { workId: id }, tx)
  return id
}

/**
 * What one account waits for is from now on another's: the first has gone into the second, and has no roles of its
 * own any more that the work could be done by.
 */
export async function handOverWork(tx: Tx, from: string, to: string): Promise<void> {
  await tx.longWork.updateMany({ where: { ownerId: from }, data: { ownerId: to } })
}

/** How far a piece of work has come; undefined when there is none. */
export async function readWork(id: string): Promise<WorkView | undefined> {
  return firstRow<WorkView>(
    sql`select id, kind, state, done, total, failure, created_at as "begunAt"
          from long_work where id = ${id}::uuid`,
  )
}

/** The latest work that is or was done to something; undefined when there is none. */
export async function readWorkOn(subjectId: string): Promise<WorkView | undefined> {
  return firstRow<WorkView>(sql`
    select id, kind, state, done, total, failure, created_at as "begunAt"
      from long_work where subject_id = ${subjectId}::uuid order by created_at desc limit 1`)
}

/** What a job of `longWorkQueue` does, by the work's kind. */
export function workHandler(handlers: Record<string, WorkHandler>) {
  return async ({ workId }: { workId: string }): Promise<void> => {
    const work = await takeUp(workId)
    const handler = work && handlers[work.kind]
    // Already done, or under way elsewhere.
    if (!handler) return
    try {
      const report: Report = (done, total) => saveProgress(work.id, done, total)
      const { glimpse, settled } = glimpsesOf(report)
      await handler.run(work, report, glimpse).finally(settled)
      await save(work.id, 'done')
    } catch (error) {
      await afterFault(work, handler, error)
    }
  }
}

function glimpsesOf(report: Report): { glimpse: Glimpse; settled: () => Promise<void> } {
  let under: Promise<void> | undefined
  return {
    glimpse: (done, total) => {
      // One at a time: where connections are few, the work itself goes first.
      if (under || database().kind === 'embedded') return
      under = report(done, total)
        .catch((error: unknown) => log().warn({ error: String(error) }, 'progress was not told'))
        .finally(() => (under = undefined))
    },
    settled: async () => under,
  }
}

type Taken = Work & { tries: number }

async function takeUp(id: string): Promise<Taken | undefined> {
  return firstRow<Taken>(sql`
    update long_work set state = 'working', tries = tries + 1, updated_at = ${now()}
     where id = ${id}::uuid and state = 'queued'
    returning id, kind, subject_id as "subjectId", owner_id as "ownerId", tries`)
}

async function saveProgress(id: string, done: number, total: number): Promise<void> {
  await rows(sql`
    update long_work set done = ${done}, total = ${total}, updated_at = ${now()}
     where id = ${id}::uuid`)
}

async function save(id: string, state: WorkState, failure?: object): Promise<void> {
  const change = { state, updatedAt: now(), ...(failure && { failure }) }
  await prisma().longWork.update({ where: { id }, data: change })
}

async function afterFault(work: Taken, handler: WorkHandler, error: unknown): Promise<void> {
  const refused = isRefusal(error)
  if (!refused && work.tries < mostTries) {
    await save(work.id, 'queued')
    throw error
  }
  if (!refused) log().error({ work: work.id, error: String(error) }, 'work was given up')
  await handler.giveUp(work)
  const { code, detail } = refused ? error : { code: 'work.broken', detail: {} }
  await save(work.id, 'failed', { code, detail })
}

/** Queues anew what has not been heard of: its server has gone down. @returns how many */
export async function resumeSilentWork(): Promise<number> {
  const silentSince = new Date(now().getTime() - silentMs)
  const silent = await rows<{ id: string }>(sql`
    update long_work set state = 'queued', updated_at = ${now()}
     where state in ('working', 'queued') and updated_at < ${silentSince} returning id`)
  for (const { id } of silent) await queueJob(longWorkQueue, { workId: id })
  return silent.length
}

/** Throws away what is known of work that ended before a moment. @returns how many */
export async function forgetWorkBefore(at: Date): Promise<number> {
  const { count } = await prisma().longWork.deleteMany({
    where: { state: { in: ['done', 'failed'] }, updatedAt: { lt: at } },
  })
  return count
}
