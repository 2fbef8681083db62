import { recordAudits } from '~/domain/audit/audit.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import type { Day } from '~/kernel/dates.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emitAll } from '~/platform/events.server.ts'
import { saveDecisions, selectWaiting } from './affiliation.db.server.ts'
import type { Decision } from './affiliation.ts'
import { affiliationDecided } from './identity.events.ts'

/**
 * Gives several claims on an organisation's units the same answer, all or none. One that has that answer already,
 * or is at another organisation, is left as it is.
 * @returns how many were answered
 * @throws Refusal not-found, forbidden
 */
export async function decideClaims(input: {
  actor: PersonActor
  organisationId: string
  affiliationIds: string[]
  decision: Decision
}): Promise<number> {
  const { actor, organisationId, affiliationIds, decision } = input
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  return inTransaction(actor, async (tx) => {
    const answer = { status: decision, decidedAt: now(), decidedBy: actor.personId }
    const decided = await saveDecisions(tx, organisationId, affiliationIds, answer)
    await recordAudits(
      tx,
      actor,
      decided.map(({ id }) => ({
        action: `affiliation.${decision}`,
        subjectId: id,
        organisationId,
      })),
    )
    await emitAll(
      tx,
      decided.map(({ id, personId, unitId }) =>
        affiliationDecided({ affiliationId: id, personId, unitId }, decision),
      ),
    )
    return decided.length
  })
}

/**
 * How many claims wait for the organisation's answer, and the first day of the oldest.
 * @throws Refusal not-found, forbidden
 */
export async function readWaitingClaims(
  actor: PersonActor,
  organisationId: string,
): Promise<{ count: number; since: Day | null }> {
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  return selectWaiting(organisationId)
}
