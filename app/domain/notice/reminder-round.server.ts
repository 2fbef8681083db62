import { systemActor, type Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { startWork } from '~/platform/long-work.server.ts'
import {
  countStep,
  deleteRoundsBefore,
  endRound,
  insertRound,
  selectRound,
  selectRounds,
  selectStep,
} from './reminder-round.db.server.ts'
import type { Reminded, ReminderRound, RoundStep } from './reminder-round.ts'

/** The kind of long work that does a round. */
export const reminderWork = 'remind-people'

/** So long a round stands on the page from which it was asked for. */
const shownMs = 24 * 3_600_000
/** What came of it has been read by then. */
const keptMs = 30 * 24 * 3_600_000

/** Begins a round in the transaction of the verb that asks for it. @returns its id */
export async function openRound(
  tx: Tx,
  actor: Actor,
  of: { organisationId: string; moduleId: string; personIds: readonly string[] },
): Promise<string> {
  const id = newId()
  await insertRound(tx, { id, ...of, askedAt: now(), askedBy: actor.personId })
  const work = { kind: reminderWork, subjectId: id, ownerId: actor.personId }
  await startWork(tx, { ...work, total: of.personIds.length })
  return id
}

/**
 * How far a round has come, or what came of it.
 * @throws Refusal forbidden, not-found
 */
export async function readRound(
  actor: Actor,
  { organisationId, roundId }: { organisationId: string; roundId: string },
): Promise<ReminderRound> {
  if (!may(actor, 'people:remind', { organisationId })) throw new Refusal('forbidden')
  const round = isId(roundId) ? await selectRound(roundId) : undefined
  if (round?.organisationId !== organisationId) throw new Refusal('not-found')
  return round
}

/** An organisation's rounds about a module in the last day, the newest first; none for who may not remind. */
export async function listRounds(
  actor: Actor,
  of: { organisationId: string; moduleId: string },
): Promise<ReminderRound[]> {
  if (!may(actor, 'people:remind', of)) return []
  return selectRounds(of, new Date(now().getTime() - shownMs))
}

/** Those of a round who are next, some at a time; undefined once it is over. */
export async function readStep(roundId: string, most: number): Promise<RoundStep | undefined> {
  return selectStep(roundId, most)
}

/**
 * Counts what came of a step, in the transaction that does it.
 * @throws where the step has been done before: nothing of it is to be done again
 */
export async function closeStep(tx: Tx, step: RoundStep, reminded: Reminded): Promise<void> {
  if (!(await countStep(tx, step, reminded, now()))) throw new Error('This step has been done')
}

/** Ends a round that cannot go on; those whom it has not come to are not counted. */
export async function breakOff(roundId: string): Promise<void> {
  await inTransaction(systemActor, (tx) => endRound(tx, roundId, now()))
}

/** Throws away what is known of rounds that ended a month ago. @returns how many */
export async function forgetRounds(): Promise<number> {
  const before = new Date(now().getTime() - keptMs)
  return inTransaction(systemActor, (tx) => deleteRoundsBefore(tx, before))
}
