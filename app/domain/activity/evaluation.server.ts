import { createHmac } from 'node:crypto'
import { systemActor, type Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { limitRate } from '~/platform/rate-limit.server.ts'
import { figuresWithin } from './activity-figures.server.ts'
import type { ActivityView } from './activity.server.ts'
import { activityTypes, type ActivityType } from './activity.ts'
import { findByCode, type Visitor } from './check-in.server.ts'
import {
  deleteDevicesBefore,
  hasAnswered,
  holdAnswers,
  insertAnswer,
  insertDevice,
  selectAnswerSums,
  selectFirstOn,
  selectHeldAnswers,
} from './evaluation.db.server.ts'
import type { Answer } from './evaluation.schema.ts'
import { shownAnswers, sumAnswers, takesAnswers, type ShownAnswers } from './evaluation.ts'

/** Answers from one address: a hall behind one address gets through. */
const answers = { points: 600, seconds: 3600 }

/** Whether somebody can answer about a session now. */
export type EvaluationState = 'open' | 'early' | 'closed' | 'answered'

type Session = Awaited<ReturnType<typeof findByCode>>

/**
 * What somebody who has a session's code is asked.
 * @throws Refusal check-in.code-unknown, rate.limited
 */
export async function readEvaluation(code: string | undefined, visitor: Visitor) {
  const session = await findByCode(code, visitor.ip)
  const { sessionId, title, heldOn, startsAt, endsAt } = session
  const isDone =
    visitor.device !== null &&
    (await hasAnswered(sessionId, deviceKeyOf(visitor.device, sessionId)))
  const state = isDone ? 'answered' : stateOf(session, await selectFirstOn(sessionId))
  return { title, heldOn, startsAt, endsAt, state }
}

function stateOf(session: Session, firstOn: Day | null): EvaluationState {
  if (session.status === 'cancelled') return 'closed'
  if (!hasBegun(session)) return 'early'
  return takesAnswers(firstOn, today()) ? 'open' : 'closed'
}

const clockInSweden = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
})

function hasBegun({ heldOn, startsAt }: Pick<Session, 'heldOn' | 'startsAt'>): boolean {
  const [hours = 0, minutes = 0] = clockInSweden.format(now()).split(':').map(Number)
  return heldOn < today() || (heldOn === today() && startsAt <= hours * 60 + minutes)
}

/** Tells a device at one session, for nothing but that it answers once; apart from how it checked in. */
function deviceKeyOf(device: string, sessionId: string): string {
  return createHmac('sha256', env().SECRET)
    .update(`evaluation ${sessionId} ${device}`)
    .digest('base64url')
    .slice(0, 32)
}

/**
 * Takes an answer about a session. That a device has answered, and what was answered, are kept apart. The same device
 * again changes nothing.
 * @throws Refusal check-in.code-unknown, evaluation.closed, rate.limited
 */
export async function answerEvaluation(
  code: string | undefined,
  visitor: Visitor,
  { id, before, after }: Answer,
): Promise<void> {
  await limitRate('evaluation', visitor.ip, answers)
  const session = await findByCode(code, visitor.ip)
  const { sessionId } = session
  const deviceKey = deviceKeyOf(visitor.device ?? id, sessionId)
  await inTransaction(systemActor, async (tx) => {
    const firstOn = await holdAnswers(tx, sessionId)
    if (stateOf(session, firstOn) !== 'open') throw new Refusal('evaluation.closed')
    const on = today()
    if (await insertDevice(tx, { sessionId, deviceKey, on })) {
      await insertAnswer(tx, { sessionId, on, before, after })
    }
  })
}

/** What an activity's sessions were worth to those who came. */
export interface EvaluationResults {
  /** `shown` is null while answers are taken, and where they are fewer than five. */
  sessions: { sessionId: string; answers: number; isOpen: boolean; shown: ShownAnswers | null }[]
  whole: ShownAnswers | null
}

/** The answers about an activity that the reader may see. */
export async function readEvaluationResults({ id }: ActivityView): Promise<EvaluationResults> {
  const sums = await selectAnswerSums(id)
  const day = today()
  return {
    sessions: sums.map((one) => ({
      sessionId: one.sessionId,
      answers: one.answers,
      isOpen: takesAnswers(one.firstOn, day),
      shown: shownAnswers(one, day),
    })),
    whole: sumAnswers(sums, day),
  }
}

/** Answers over activities in a period. */
export interface EvaluationFigures {
  types: (ShownAnswers & { type: ActivityType })[]
  total: ShownAnswers | null
}

/**
 * Answers about what was held in a period, by type, where the activities are at home.
 * @throws Refusal forbidden, activity.period-wrong
 */
export async function readEvaluationFigures(input: {
  actor: Actor
  from: Day
  to: Day
  countyCode?: string
}): Promise<EvaluationFigures> {
  const { from, to } = input
  const sums = await selectHeldAnswers({ from, to }, figuresWithin(input))
  const day = today()
  return {
    types: activityTypes.flatMap((type) => {
      const shown = sumAnswers(
        sums.filter((one) => one.type === type),
        day,
      )
      return shown ? [{ type, ...shown }] : []
    }),
    total: sumAnswers(sums, day),
  }
}

/** Forgets which devices have answered, once no more answers are taken. @returns how many */
export async function forgetDevices(): Promise<number> {
  const before = addDays(today(), -7)
  return inTransaction(systemActor, (tx) => deleteDevicesBefore(tx, before))
}
