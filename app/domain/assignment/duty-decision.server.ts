import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { isUndoable, undoableSince } from '~/kernel/undoable.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  colleaguesAmong,
  insertDecision,
  insertExceptionsOf,
  lockDecision,
  selectDecisions,
  takeBackDecision,
} from './duty-decision.db.server.ts'
import type { DutyDecision, DutyRuling } from './duty-decision.ts'
import { moduleExists } from './duty-exception.db.server.ts'

interface DecideDuties {
  actor: Actor
  organisationId: string
  moduleId: string
  /** Those who do not work there are left out. */
  personIds: readonly string[]
  ruling: DutyRuling
}

/**
 * Excuses many from a module, or gives them longer, as far as it is asked through the organisation: one
 * decision, instead of what was decided for each of them before. It can be undone for a day.
 * @returns the decision's id, and how many it is about
 * @throws Refusal forbidden, not-found (no such module), assignment.day-passed, duty.nobody
 */
export async function decideDuties(
  input: DecideDuties,
): Promise<{ decisionId: string; people: number }> {
  const { actor, organisationId, moduleId, ruling } = input
  if (!may(actor, 'duty:except', { organisationId })) throw new Refusal('forbidden')
  if (!isId(organisationId) || !isId(moduleId)) throw new Refusal('not-found')
  if (ruling.untilOn !== null && ruling.untilOn < today()) {
    throw new Refusal('assignment.day-passed', {}, { field: 'untilOn' })
  }
  const asked = input.personIds.filter(isId)
  return inTransaction(actor, async (tx) => {
    if (!(await moduleExists(tx, moduleId))) throw new Refusal('not-found')
    const personIds = await colleaguesAmong(tx, organisationId, asked, today())
    if (personIds.length === 0) throw new Refusal('duty.nobody')
    const decision = {
      id: newId(),
      organisationId,
      moduleId,
      kind: ruling.kind,
      reason: ruling.kind === 'excused' ? ruling.reason : null,
      untilOn: ruling.untilOn,
      people: personIds.length,
      decidedAt: now(),
      decidedBy: actor.personId,
    }
    await insertDecision(tx, decision)
    await insertExceptionsOf(tx, decision, personIds)
    const { kind, reason, untilOn, people } = decision
    await recordAudit(tx, actor, {
      action: `duty.${kind}-many`,
      subjectId: decision.id,
      organisationId,
      detail: { moduleId, reason, untilOn, people },
    })
    return { decisionId: decision.id, people }
  })
}

/**
 * Takes a decision about many back: what it ended holds again, for those for whom nothing else has been
 * decided since. Taken back already, nothing more happens.
 * @throws Refusal forbidden, not-found, duty.undo-late more than a day after
 */
export async function undoDecision(input: {
  actor: Actor
  organisationId: string
  decisionId: string
}): Promise<void> {
  const { actor, organisationId, decisionId } = input
  if (!may(actor, 'duty:except', { organisationId })) throw new Refusal('forbidden')
  if (!isId(organisationId) || !isId(decisionId)) throw new Refusal('not-found')
  await inTransaction(actor, async (tx) => {
    const decision = await lockDecision(tx, organisationId, decisionId)
    if (!decision) throw new Refusal('not-found')
    if (decision.undoneAt !== null) return
    const undoneAt = now()
    if (!isUndoable(decision, undoneAt)) throw new Refusal('duty.undo-late')
    const people = await takeBackDecision(tx, { decisionId, undoneAt, undoneBy: actor.personId })
    await recordAudit(tx, actor, {
      action: 'duty.decision-undone',
      subjectId: decisionId,
      organisationId,
      detail: { moduleId: decision.moduleId, people },
    })
  })
}

/**
 * What the organisation has decided of a module for many in the last day, newest first: what can be undone,
 * and what has been.
 * @throws Refusal forbidden
 */
export async function listDecisions(
  actor: Actor,
  of: { organisationId: string; moduleId: string },
): Promise<(DutyDecision & { isUndoable: boolean })[]> {
  if (!may(actor, 'duty:except', of)) throw new Refusal('forbidden')
  const at = now()
  const found = await selectDecisions(of, undoableSince(at))
  return found.map((decision) => ({ ...decision, isUndoable: isUndoable(decision, at) }))
}
