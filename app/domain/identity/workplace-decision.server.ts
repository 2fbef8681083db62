import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { isUndoable, undoableSince } from '~/kernel/undoable.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import {
  saveAffiliationEnd,
  selectAffiliationForChange,
  selectPlaceOfUnit,
  type AffiliationRow,
} from './affiliation.db.server.ts'
import { affiliationEnded } from './identity.events.ts'
import {
  insertWorkplaceDecision,
  lockWorkplaceDecision,
  restoreDecided,
  saveDecidedTo,
  saveUndone,
  selectWorkplaceDecisions,
} from './workplace-decision.db.server.ts'
import type { WorkplaceDecision, WorkplaceDecisionKind } from './workplace-decision.ts'

/** So many of the last day's decisions are shown, each with the way to undo it. */
const decisionsShown = 10

interface Decided {
  actor: PersonActor
  organisationId: string
  kind: WorkplaceDecisionKind
  lastDay?: Day
  /** Of the affiliations. */
  ids: readonly string[]
}

/** Carries a decision about workplaces out, so that it can be undone for a day. */
export async function asDecision(
  tx: Tx,
  { actor, organisationId, kind, lastDay = undefined, ids }: Decided,
  carryOut: () => Promise<void>,
): Promise<void> {
  const id = newId()
  const decidedBy = actor.personId
  const decision = {
    id,
    organisationId,
    kind,
    lastDay: lastDay ?? null,
    decidedAt: now(),
    decidedBy,
  }
  await insertWorkplaceDecision(tx, decision, ids)
  await carryOut()
  await saveDecidedTo(tx, id)
}

interface EndWorkplace {
  actor: PersonActor
  organisationId: string
  affiliationId: string
  /** On it or after the first day; it may be to come. */
  lastDay: Day
}

/**
 * Ends a workplace of somebody who has been confirmed in the organisation; what was done there still counts for the
 * time until then. It can be undone for a day.
 * @throws Refusal not-found, forbidden, affiliation.already-ended, affiliation.ends-before-start
 */
export async function endWorkplace(input: EndWorkplace): Promise<void> {
  const { actor, organisationId, affiliationId, lastDay } = input
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  await inTransaction(actor, async (tx) => {
    const affiliation = await findConfirmed(tx, organisationId, affiliationId)
    const { id, personId, unitId, validFrom, validTo } = affiliation
    if (validTo !== null && validTo <= today()) throw new Refusal('affiliation.already-ended')
    if (lastDay < validFrom) {
      throw new Refusal('affiliation.ends-before-start', {}, { field: 'lastDay' })
    }
    await asDecision(tx, { actor, organisationId, kind: 'ended', lastDay, ids: [id] }, () =>
      saveAffiliationEnd(tx, id, addDays(lastDay, 1)),
    )
    await recordAudit(tx, actor, {
      action: 'affiliation.ended',
      subjectId: id,
      organisationId,
      detail: { lastDay, fromEnd: validTo },
    })
    await emit(tx, affiliationEnded({ affiliationId: id, personId, unitId }))
  })
}

async function findConfirmed(
  tx: Tx,
  organisationId: string,
  affiliationId: string,
): Promise<AffiliationRow> {
  const found = isId(affiliationId)
    ? await selectAffiliationForChange(tx, affiliationId)
    : undefined
  const place = found?.unitId ? await selectPlaceOfUnit(tx, found.unitId) : undefined
  if (found?.status !== 'confirmed' || place?.organisationId !== organisationId) {
    throw new Refusal('not-found')
  }
  return found
}

/**
 * Undoes a decision: the workplaces that nobody has changed since are what they were. Undone already, nothing more
 * happens.
 * @returns how many were put back
 * @throws Refusal forbidden, not-found, workplace.undo-late more than a day after
 */
export async function undoWorkplaceDecision(input: {
  actor: PersonActor
  organisationId: string
  decisionId: string
}): Promise<number> {
  const { actor, organisationId, decisionId } = input
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  if (!isId(decisionId)) throw new Refusal('not-found')
  return inTransaction(actor, async (tx) => {
    const decision = await lockWorkplaceDecision(tx, organisationId, decisionId)
    if (!decision) throw new Refusal('not-found')
    if (decision.undoneAt !== null) return 0
    const undoneAt = now()
    if (!isUndoable(decision, undoneAt)) throw new Refusal('workplace.undo-late')
    const restored = (await restoreDecided(tx, organisationId, decisionId)).length
    await saveUndone(tx, decisionId, { undoneAt, undoneBy: actor.personId, restored })
    await recordAudit(tx, actor, {
      action: 'workplace.decision-undone',
      subjectId: decisionId,
      organisationId,
      detail: { kind: decision.kind, restored },
    })
    return restored
  })
}

/**
 * What the organisation has decided about workplaces in the last day, newest first: what can be undone, and what
 * has been.
 * @throws Refusal not-found, forbidden
 */
export async function listWorkplaceDecisions(
  actor: PersonActor,
  organisationId: string,
  kinds: readonly WorkplaceDecisionKind[],
): Promise<(WorkplaceDecision & { isUndoable: boolean })[]> {
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  const at = now()
  const asked = { kinds, since: undoableSince(at), most: decisionsShown }
  const found = await selectWorkplaceDecisions(organisationId, asked)
  return found.map((decision) => ({ ...decision, isUndoable: isUndoable(decision, at) }))
}
