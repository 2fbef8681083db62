import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import { countColleagues } from './assignment.db.server.ts'
import { dutyExcepted } from './assignment.events.ts'
import { endExceptions, insertException, moduleExists } from './duty-exception.db.server.ts'
import type { ExcuseReason } from './duty-exception.ts'

/** A person, a module, and the organisation through which it is asked. */
export interface ExceptedDuty {
  actor: Actor
  organisationId: string
  personId: string
  moduleId: string
}

/**
 * Excuses somebody from a module, as far as it is asked through the organisation, instead of what was
 * decided before.
 * @param untilOn the last day on which it holds; null: until it is ended
 * @throws Refusal forbidden, not-found (no such module, or nobody who works there), assignment.day-passed
 */
export async function excusePerson(
  duty: ExceptedDuty & { reason: ExcuseReason; untilOn: Day | null },
): Promise<void> {
  const { reason, untilOn } = duty
  await decide(duty, { kind: 'excused', reason, untilOn })
}

/**
 * Gives somebody until a later day, for all that asks the module of them through the organisation. It
 * never makes a day earlier than it was.
 * @throws Refusal forbidden, not-found (no such module, or nobody who works there), assignment.day-passed
 */
export async function extendDuty(duty: ExceptedDuty & { untilOn: Day }): Promise<void> {
  await decide(duty, { kind: 'extended', reason: null, untilOn: duty.untilOn })
}

/**
 * Ends what was decided: the module is asked for again as of everybody else. Where nothing was, nothing happens.
 * @throws Refusal forbidden, not-found
 */
export async function endException(duty: ExceptedDuty): Promise<void> {
  const { actor } = duty
  await inTransaction(actor, async (tx) => {
    await requireColleague(tx, duty)
    const ended = { endedAt: now(), endedBy: actor.personId }
    if (!(await endExceptions(tx, keyOf(duty), ended))) return
    await tell(tx, duty, 'duty.exception-ended', {})
  })
}

interface Decision {
  kind: 'excused' | 'extended'
  reason: ExcuseReason | null
  untilOn: Day | null
}

async function decide(duty: ExceptedDuty, decision: Decision): Promise<void> {
  const { actor } = duty
  await inTransaction(actor, async (tx) => {
    await requireColleague(tx, duty)
    if (decision.untilOn !== null && decision.untilOn < today()) {
      throw new Refusal('assignment.day-passed', {}, { field: 'untilOn' })
    }
    const at = now()
    await endExceptions(tx, keyOf(duty), { endedAt: at, endedBy: actor.personId })
    const decided = { decidedAt: at, decidedBy: actor.personId }
    await insertException(tx, { id: newId(), ...keyOf(duty), ...decision, ...decided })
    const { reason, untilOn } = decision
    await tell(tx, duty, `duty.${decision.kind}`, { reason, untilOn })
  })
}

const keyOf = ({ personId, organisationId, moduleId }: ExceptedDuty) => ({
  personId,
  organisationId,
  moduleId,
})

async function requireColleague(tx: Tx, duty: ExceptedDuty): Promise<void> {
  const { actor, organisationId, personId, moduleId } = duty
  if (!may(actor, 'duty:except', { organisationId })) throw new Refusal('forbidden')
  const known = isId(organisationId) && isId(personId) && isId(moduleId)
  if (!known || !(await moduleExists(tx, moduleId))) throw new Refusal('not-found')
  if ((await countColleagues(tx, organisationId, [personId], today())) === 0) {
    throw new Refusal('not-found')
  }
}

/** The trail names the person by id as its subject, with the reason's code. */
async function tell(
  tx: Tx,
  duty: ExceptedDuty,
  action: string,
  detail: Record<string, string | null>,
): Promise<void> {
  const { actor, organisationId, personId, moduleId } = duty
  const change = { action, subjectId: personId, organisationId, detail: { moduleId, ...detail } }
  await recordAudit(tx, actor, change)
  await emit(tx, dutyExcepted(duty))
}
