import { recordAudit } from '~/domain/audit/audit.server.ts'
import { hasRoom, isMailDay } from '~/domain/notice/duty-notice.ts'
import { readRemindedAfter, wantReminded } from '~/domain/notice/reminder.server.ts'
import { readersAmong, tellPeople, type Reader } from '~/domain/notice/tell-people.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { countConfirmed, selectOpenDuties } from './open-duty.db.server.ts'

/** What came of reminding people; each of them is in one of the counts. */
export interface Reminded {
  /** Get a mail now. */
  mailed: number
  /** Get it in the next mail: they have had one this week, or it is a weekend or a holiday. */
  waiting: number
  /** Nobody asks it of them, or they have done it. */
  notAsked: number
  /** Have no confirmed address that takes mail, or do not want mail about what is recommended. */
  unreachable: number
}

/** So many are asked about at a time; where more are to be told, their mails are written by a job. */
const peopleAtATime = 500
const roundMs = 5 * 60_000

/** The queue whose jobs write the mails of many who are to be reminded. */
export const tellRemindedQueue = 'tell-reminded'

/**
 * Has people reminded of a module, whoever assigned it to them. Nobody gets more than one mail a week: for
 * those who have had one, it stands in the next. Asked twice it is said once. It is kept of all of them, however
 * many, before the first mail is written.
 * @param personIds people confirmed in the organisation
 * @throws Refusal forbidden; not-found (somebody does not work there)
 */
export async function remindPeople(
  actor: Actor,
  wanted: { organisationId: string; moduleId: string; personIds: readonly string[] },
): Promise<Reminded> {
  const { organisationId, moduleId } = wanted
  if (!may(actor, 'people:remind', { organisationId })) throw new Refusal('forbidden')
  const personIds = [...new Set(wanted.personIds)]
  if (![organisationId, moduleId, ...personIds].every(isId)) throw new Refusal('not-found')
  const day = today()
  if ((await countConfirmed(organisationId, personIds, day)) < personIds.length) {
    throw new Refusal('not-found')
  }
  const reached = await reachedAmong(personIds, moduleId, day)
  const { readers } = reached
  const isMany = readers.length > peopleAtATime
  await inTransaction(actor, async (tx) => {
    const readerIds = readers.map(({ personId }) => personId)
    await wantReminded(tx, actor, { organisationId, moduleId, personIds: readerIds })
    const detail = { moduleId, people: readerIds.length }
    await recordAudit(tx, actor, { action: 'people.reminded', organisationId, detail })
    if (isMany) await queueJob(tellRemindedQueue, { organisationId, moduleId }, tx)
  })
  const mailed = isMany
    ? readers.filter(({ mailedOn }) => isMailDay(day) && hasRoom(mailedOn, day)).length
    : (await tellReaders(readers, day)).mails
  return {
    mailed,
    waiting: readers.length - mailed,
    notAsked: personIds.length - reached.asked,
    unreachable: reached.asked - readers.length,
  }
}

/** Of whom the module is asked, and to whom of them a mail about it can be written. */
async function reachedAmong(personIds: readonly string[], moduleId: string, day: Day) {
  const reached = { asked: 0, readers: [] as Reader[] }
  for (let start = 0; start < personIds.length; start += peopleAtATime) {
    const part = personIds.slice(start, start + peopleAtATime)
    const asked = await selectOpenDuties(part, day, moduleId)
    const isMandatory = new Map(asked.map((duty) => [duty.personId, duty.isMandatory]))
    reached.asked += asked.length
    for (const reader of await readersAmong([...isMandatory.keys()])) {
      if (reader.wantsRecommended || isMandatory.get(reader.personId)) reached.readers.push(reader)
    }
  }
  return reached
}

/** The mail gathers all that they have to do, not one module alone. */
async function tellReaders(readers: readonly Reader[], day: Day): Promise<{ mails: number }> {
  const ids = readers.map(({ personId }) => personId)
  return tellPeople(readers, await selectOpenDuties(ids, day), day)
}

/** What a job of `tellRemindedQueue` is about. */
export interface RemindedMany {
  organisationId: string
  moduleId: string
  /** After whom to go on. */
  after?: string
}

/**
 * Writes the mails of many who are to be reminded, some hundred at a time, and goes on in another job before this one
 * is taken for dead. Done again it writes those that are missing; who could not be told today is told with the
 * day's duties, for it is kept that they are to be reminded.
 * @returns how many mails
 */
export async function tellReminded(of: RemindedMany, { ms = roundMs } = {}): Promise<number> {
  const day = today()
  const begun = performance.now()
  let mails = 0
  for (let after = of.after ?? null; ;) {
    const ids = await readRemindedAfter(after, peopleAtATime, of)
    const last = ids.at(-1)
    if (!last) return mails
    mails += (await tellReaders(await readersAmong(ids), day)).mails
    if (performance.now() - begun > ms) {
      await queueJob(tellRemindedQueue, { ...of, after: last })
      return mails
    }
    after = last
  }
}
