import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Reminded, ReminderRound, RoundStep } from '~/domain/notice/reminder-round.ts'
import {
  breakOff,
  closeStep,
  openRound,
  readRound,
  readStep,
  reminderWork,
} from '~/domain/notice/reminder-round.server.ts'
import { wantReminded } from '~/domain/notice/reminder.server.ts'
import { readersAmong, tellPeople, type Reader } from '~/domain/notice/tell-people.server.ts'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import type { WorkHandler } from '~/platform/long-work.server.ts'
import { countConfirmed, selectModuleName, selectOpenDuties } from './open-duty.db.server.ts'

/** So many are reminded within a request, and so many at a time by the work that reminds more. */
const peopleAtATime = 500

/**
 * Has people reminded of a module, whoever assigned it to them. Nobody gets more than one mail a week: for
 * those who have had one, it stands in the next. Asked twice it is said once. More than some hundred are
 * reminded by a round, as long work.
 * @param personIds people confirmed in the organisation
 * @returns what came of it, or the round that tells
 * @throws Refusal forbidden; not-found (somebody does not work there)
 */
export async function remindPeople(
  actor: Actor,
  wanted: { organisationId: string; moduleId: string; personIds: readonly string[] },
): Promise<Reminded | { roundId: string }> {
  const { organisationId, moduleId } = wanted
  if (!may(actor, 'people:remind', { organisationId })) throw new Refusal('forbidden')
  const personIds = [...new Set(wanted.personIds)]
  if (![organisationId, moduleId, ...personIds].every(isId)) throw new Refusal('not-found')
  const day = today()
  if ((await countConfirmed(organisationId, personIds, day)) < personIds.length) {
    throw new Refusal('not-found')
  }
  const of = { organisationId, moduleId, personIds }
  if (personIds.length <= peopleAtATime) return remindFew(actor, of, day)
  return inTransaction(actor, async (tx) => {
    await auditReminded(tx, actor, of)
    return { roundId: await openRound(tx, actor, of) }
  })
}

interface ToRemind {
  organisationId: string
  moduleId: string
  personIds: readonly string[]
}

async function auditReminded(tx: Tx, actor: Actor, of: ToRemind): Promise<void> {
  const { organisationId, moduleId, personIds } = of
  const detail = { moduleId, people: personIds.length }
  await recordAudit(tx, actor, { action: 'people.reminded', organisationId, detail })
}

async function remindFew(actor: Actor, of: ToRemind, day: Day): Promise<Reminded> {
  const reached = await reachedAmong(of.personIds, of.moduleId, day)
  await inTransaction(actor, async (tx) => {
    const personIds = reached.readers.map(({ personId }) => personId)
    await wantReminded(tx, { ...of, askedBy: actor.personId, personIds })
    await auditReminded(tx, actor, of)
  })
  return cameOf(of.personIds, reached, (await tellReaders(reached.readers, day)).mails)
}

interface Reached {
  asked: number
  readers: Reader[]
}

const cameOf = (personIds: readonly string[], { asked, readers }: Reached, mailed: number) => ({
  mailed,
  waiting: readers.length - mailed,
  notAsked: personIds.length - asked,
  unreachable: asked - readers.length,
})

/** Of whom the module is asked, and to whom of them a mail about it can be written. */
async function reachedAmong(
  personIds: readonly string[],
  moduleId: string,
  day: Day,
): Promise<Reached> {
  const asked = await selectOpenDuties(personIds, day, moduleId)
  const isMandatory = new Map(asked.map((duty) => [duty.personId, duty.isMandatory]))
  const readers = (await readersAmong([...isMandatory.keys()])).filter(
    ({ personId, wantsRecommended }) => wantsRecommended || isMandatory.get(personId),
  )
  return { asked: asked.length, readers }
}

/** The mail gathers all that they have to do, not one module alone. */
async function tellReaders(
  readers: readonly Reader[],
  day: Day,
  alongside?: Parameters<typeof tellPeople>[3],
): Promise<{ mails: number }> {
  const ids = readers.map(({ personId }) => personId)
  return tellPeople(readers, await selectOpenDuties(ids, day), day, alongside)
}

/**
 * How far reminding many has come, or what came of it, and of which module.
 * @throws Refusal forbidden, not-found
 */
export async function readReminders(
  actor: Actor,
  of: { organisationId: string; roundId: string },
): Promise<{ round: ReminderRound; module: { slug: string; titleSv: string; titleEn: string } }> {
  const round = await readRound(actor, of)
  const module = await selectModuleName(round.moduleId)
  if (!module) throw new Refusal('not-found')
  return { round, module }
}

/** What is done of reminders while somebody waits, by kind of work. */
export const reminderWorkHandlers: Record<string, WorkHandler> = {
  [reminderWork]: {
    run: async ({ subjectId: roundId }, report) => {
      for (;;) {
        const step = await readStep(roundId, peopleAtATime)
        if (!step) return
        await remindStep(step)
        await report(step.taken + step.personIds.length, step.people)
      }
    },
    giveUp: ({ subjectId }) => breakOff(subjectId),
  },
}

/**
 * Reminds the next people of a round. Their mails and the round's counts are written together: what broke off
 * between two steps goes on with the second, and nobody is told twice.
 */
async function remindStep(step: RoundStep): Promise<void> {
  const { organisationId, moduleId, askedBy, personIds } = step
  const day = today()
  const reached = await reachedAmong(personIds, moduleId, day)
  const readerIds = reached.readers.map(({ personId }) => personId)
  await inTransaction(systemActor, (tx) =>
    wantReminded(tx, { organisationId, moduleId, askedBy, personIds: readerIds }),
  )
  await tellReaders(reached.readers, day, (tx, mailedIds) =>
    closeStep(tx, step, cameOf(personIds, reached, mailedIds.size)),
  )
}
