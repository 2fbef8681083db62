import { recordAudit, recordAudits } from '~/domain/audit/audit.server.ts'
import { readOrganisation } from '~/domain/organisation/organisation.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emitAll } from '~/platform/events.server.ts'
import { isNumberTaken, saveEmployerNumber } from './affiliation-number.db.server.ts'
import {
  saveWhat,
  selectAffiliationForChange,
  selectPlaceOfUnit,
  type AffiliationRow,
} from './affiliation.db.server.ts'
import { employerNumberOf, type AffiliationKind } from './affiliation.ts'
import { claimsListed, saveDecisions, selectClaimIds, selectToAnswer } from './claim.db.server.ts'
import type { ClaimsNarrowed, Decision } from './claim.ts'
import { affiliationDecided } from './identity.events.ts'
import { asDecision } from './workplace-decision.server.ts'

interface DecideAffiliation {
  actor: PersonActor
  affiliationId: string
  decision: Decision
  /** The number by which the organisation's own files name the person; told with a confirmation only. */
  employerNumber?: string
  /** What the person is there, where they told it wrong; with a confirmation of what waits only. */
  kind?: AffiliationKind | null
  professionGroup?: ProfessionGroup | null
}

/**
 * The organisation's answer to a claim, which it may change later. Answering the same again changes nothing
 * but the number, where another is told. Who is declined keeps no number. Who confirms may correct what the
 * person is there; what is confirmed is not rewritten.
 * @throws Refusal not-found, or forbidden outside one's own organisation or for a workplace outside the
 *   register; affiliation.number-taken, affiliation.number-too-long, affiliation.number-personal
 */
export async function decideAffiliation(input: DecideAffiliation): Promise<void> {
  const { actor, affiliationId, decision } = input
  await inTransaction(actor, async (tx) => {
    const affiliation = isId(affiliationId)
      ? await selectAffiliationForChange(tx, affiliationId)
      : undefined
    if (!affiliation) throw new Refusal('not-found')
    const place = affiliation.unitId ? await selectPlaceOfUnit(tx, affiliation.unitId) : undefined
    if (!place?.organisationId || !may(actor, 'affiliation:decide', place)) {
      throw new Refusal('forbidden')
    }
    const { organisationId } = place
    if (affiliation.status === decision) {
      await tellNumber(tx, input, affiliation, organisationId)
      return
    }
    const decided = { actor, organisationId, kind: decision, ids: [affiliationId] }
    await asDecision(tx, decided, async () => {
      await tellNumber(tx, input, affiliation, organisationId)
      if (decision === 'confirmed') await correctWhat(tx, input, affiliation, organisationId)
      await answer(tx, decided, decision, [affiliation])
    })
  })
}

async function correctWhat(
  tx: Tx,
  told: DecideAffiliation,
  affiliation: AffiliationRow,
  organisationId: string,
): Promise<void> {
  const before = { kind: affiliation.kind, professionGroup: affiliation.professionGroup }
  const kind = told.kind ?? before.kind
  const professionGroup = told.professionGroup ?? before.professionGroup
  const isSameGroup = professionGroup === before.professionGroup
  if (isSameGroup && kind === before.kind) return
  await saveWhat(tx, affiliation.id, { kind, professionGroup, isSameGroup })
  await recordAudit(tx, told.actor, {
    action: 'affiliation.corrected-when-confirmed',
    subjectId: affiliation.id,
    organisationId,
    detail: { fromKind: before.kind, fromGroup: before.professionGroup, kind, professionGroup },
  })
}

/** Who is declined keeps no number. */
async function tellNumber(
  tx: Tx,
  { actor, decision, employerNumber }: DecideAffiliation,
  affiliation: AffiliationRow,
  organisationId: string,
): Promise<void> {
  if (decision === 'declined') return saveNumber(tx, actor, affiliation, organisationId, null)
  const number = employerNumber ? employerNumberOf(employerNumber) : null
  if (number) await saveNumber(tx, actor, affiliation, organisationId, number)
}

async function saveNumber(
  tx: Tx,
  actor: PersonActor,
  affiliation: AffiliationRow,
  organisationId: string,
  employerNumber: string | null,
): Promise<void> {
  const { id, personId } = affiliation
  if (affiliation.employerNumber === employerNumber) return
  if (
    employerNumber !== null &&
    (await isNumberTaken(tx, { organisationId, personId, employerNumber }))
  ) {
    throw new Refusal('affiliation.number-taken', {}, { field: 'employerNumber' })
  }
  await saveEmployerNumber(tx, id, employerNumber)
  const action = employerNumber === null ? 'affiliation.number-forgotten' : 'affiliation.numbered'
  await recordAudit(tx, actor, { action, subjectId: id, organisationId })
}

interface DecideClaims {
  actor: PersonActor
  organisationId: string
  /** Those, or all that a list shows. */
  which: { affiliationIds: string[] } | ClaimsNarrowed
  decision: Decision
}

/**
 * Gives several claims on an organisation's units the same answer, all or none. One that has been answered otherwise
 * meanwhile, or is at another organisation, is left as it is.
 * @returns how many were answered
 * @throws Refusal not-found, forbidden
 */
export async function decideClaims(input: DecideClaims): Promise<number> {
  const { actor, organisationId, decision, which } = input
  await readOrganisation(actor, 'affiliation:decide', organisationId)
  const asked =
    'affiliationIds' in which
      ? which.affiliationIds
      : await selectClaimIds(claimsListed(organisationId, which))
  return inTransaction(actor, async (tx) => {
    const waiting = await selectToAnswer(tx, organisationId, { ids: asked, decision })
    if (waiting.length === 0) return 0
    const ids = waiting.map(({ id }) => id)
    const decided = { actor, organisationId, kind: decision, ids }
    await asDecision(tx, decided, () => answer(tx, decided, decision, waiting))
    return waiting.length
  })
}

async function answer(
  tx: Tx,
  { actor, organisationId, ids }: { actor: PersonActor; organisationId: string; ids: string[] },
  decision: Decision,
  of: readonly { id: string; personId: string; unitId: string | null }[],
): Promise<void> {
  await saveDecisions(tx, ids, { status: decision, decidedAt: now(), decidedBy: actor.personId })
  const action = `affiliation.${decision}`
  await recordAudits(
    tx,
    actor,
    ids.map((subjectId) => ({ action, subjectId, organisationId })),
  )
  await emitAll(
    tx,
    of.map(({ id, personId, unitId }) =>
      affiliationDecided({ affiliationId: id, personId, unitId }, decision),
    ),
  )
}
