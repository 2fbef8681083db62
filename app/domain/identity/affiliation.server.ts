import type { PersonActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import {
  hasAffiliation,
  insertAffiliation,
  organisationExists,
  rewriteAffiliation,
  saveAffiliationEnd,
  saveDecision,
  saveWhat,
  selectAffiliationForChange,
  selectAffiliations,
  selectClaims,
  selectOwner,
  selectPlaceOfUnit,
  type AffiliationRow,
} from './affiliation.db.server.ts'
import { isNumberTaken, saveEmployerNumber } from './affiliation-number.db.server.ts'
import {
  employerNumberOf,
  isCorrectable,
  type AffiliationKind,
  type AffiliationView,
  type Claim,
  type Decision,
  type Workplace,
} from './affiliation.ts'
import { affiliationClaimed, affiliationDecided, affiliationEnded } from './identity.events.ts'
import { checkWorkplace } from './workplace.server.ts'

/** As many claims as one page bears; the rest come up as these are answered. */
const claimsAtOnce = 200

interface ClaimAffiliation extends Workplace {
  actor: PersonActor
  kind: AffiliationKind
  /** The first day at the workplace, today or earlier. */
  validFrom: Day
  /** The last day, where there is one. */
  lastDay?: Day | null
}

/** The day after the last; null while it lasts. @throws Refusal affiliation.ends-before-start */
function dayAfter({ validFrom, lastDay }: Pick<ClaimAffiliation, 'validFrom' | 'lastDay'>) {
  if (!lastDay) return null
  if (lastDay < validFrom) {
    throw new Refusal('affiliation.ends-before-start', {}, { field: 'lastDay' })
  }
  return addDays(lastDay, 1)
}

/**
 * Adds a workplace of one's own, one that is over too. It counts as participation at once, and as coverage once the
 * organisation confirms it.
 * @returns the new affiliation's id
 * @throws Refusal workplace.unknown, municipality.unknown, affiliation.stands-already,
 *   affiliation.ends-before-start
 */
export async function claimAffiliation({ actor, ...claim }: ClaimAffiliation): Promise<string> {
  await checkWorkplace(claim)
  const affiliationId = newId()
  const { personId } = actor
  const validTo = dayAfter(claim)
  const isOver = validTo !== null && validTo <= today()
  await inTransaction(actor, async (tx) => {
    if (
      !isOver &&
      claim.unitId &&
      (await hasAffiliation(tx, personId, claim.unitId, claim.professionGroup))
    ) {
      throw new Refusal('affiliation.stands-already', {}, { field: 'unitId' })
    }
    await insertAffiliation(tx, {
      id: affiliationId,
      personId,
      kind: claim.kind,
      municipalityCode: claim.municipalityCode,
      unitId: claim.unitId,
      statedWorkplace: claim.statedWorkplace,
      professionGroup: claim.professionGroup,
      validFrom: claim.validFrom,
      validTo,
    })
    await recordClaim(tx, actor, { id: affiliationId, personId, unitId: claim.unitId })
  })
  return affiliationId
}

/**
 * Corrects a workplace of one's own that the organisation has not confirmed; it is claimed anew, and
 * the trail keeps what it was.
 * @throws Refusal affiliation.ends-before-start, not-found, forbidden, affiliation.confirmed-stands, workplace.unknown, municipality.unknown
 */
export async function correctAffiliation({
  actor,
  affiliationId,
  ...correction
}: ClaimAffiliation & { affiliationId: string }): Promise<void> {
  await checkWorkplace(correction)
  await inTransaction(actor, async (tx) => {
    const affiliation = await findOwn(tx, actor, affiliationId)
    if (!isCorrectable(affiliation)) throw new Refusal('affiliation.confirmed-stands')
    const validTo = dayAfter(correction)
    await recordAudit(tx, actor, {
      action: 'affiliation.corrected',
      subjectId: affiliationId,
      detail: {
        fromUnit: affiliation.unitId,
        fromGroup: affiliation.professionGroup,
        fromDay: affiliation.validFrom,
        fromEnd: affiliation.validTo,
      },
    })
    const isSame =
      affiliation.unitId === correction.unitId &&
      affiliation.professionGroup === correction.professionGroup
    const subGroupId = isSame ? affiliation.subGroupId : null
    await rewriteAffiliation(tx, affiliationId, { ...correction, validTo, subGroupId })
    await recordClaim(tx, actor, { ...affiliation, unitId: correction.unitId })
  })
}

/**
 * Ends a workplace of one's own.
 * @param lastDay the last day there; it may not lie before the first day or in the future
 * @throws Refusal not-found, forbidden, affiliation.ends-before-start, affiliation.already-ended
 */
export async function endAffiliation({
  actor,
  affiliationId,
  lastDay,
}: {
  actor: PersonActor
  affiliationId: string
  lastDay: Day
}): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const affiliation = await findOwn(tx, actor, affiliationId)
    if (affiliation.validTo !== null && affiliation.validTo <= today()) {
      throw new Refusal('affiliation.already-ended')
    }
    if (lastDay < affiliation.validFrom) {
      throw new Refusal('affiliation.ends-before-start', {}, { field: 'lastDay' })
    }
    await saveAffiliationEnd(tx, affiliationId, addDays(lastDay, 1))
    await recordAudit(tx, actor, { action: 'affiliation.ended', subjectId: affiliationId })
    await emit(tx, affiliationEnded(idsOf(affiliation)))
  })
}

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
  const { actor, affiliationId, decision, employerNumber } = input
  await inTransaction(actor, async (tx) => {
    const affiliation = await find(tx, affiliationId)
    const place = affiliation.unitId ? await selectPlaceOfUnit(tx, affiliation.unitId) : undefined
    if (!place?.organisationId || !may(actor, 'affiliation:decide', place)) {
      throw new Refusal('forbidden')
    }
    const { organisationId } = place
    if (decision === 'declined') await saveNumber(tx, actor, affiliation, organisationId, null)
    else if (employerNumber) {
      const number = employerNumberOf(employerNumber)
      if (number) await saveNumber(tx, actor, affiliation, organisationId, number)
    }
    if (affiliation.status === decision) return
    if (decision === 'confirmed') await correctWhat(tx, input, affiliation, organisationId)
    await saveDecision(tx, affiliationId, {
      status: decision,
      decidedAt: now(),
      decidedBy: actor.personId,
    })
    await recordAudit(tx, actor, {
      action: `affiliation.${decision}`,
      subjectId: affiliationId,
      organisationId,
    })
    await emit(tx, affiliationDecided(idsOf(affiliation), decision))
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

/**
 * One of one's own workplaces.
 * @throws Refusal not-found, or forbidden when it is somebody else's
 */
export async function readOwnAffiliation(
  actor: PersonActor,
  affiliationId: string,
): Promise<AffiliationView> {
  const owner = isId(affiliationId) ? await selectOwner(affiliationId) : undefined
  if (!owner) throw new Refusal('not-found')
  if (owner !== actor.personId) throw new Refusal('forbidden')
  const own = await selectAffiliations(owner)
  const found = own.find((affiliation) => affiliation.affiliationId === affiliationId)
  invariant(found, 'an affiliation is among its owner’s')
  return found
}

/**
 * Claims on an organisation's units that wait for an answer, the oldest first, at most 200. People
 * who have not confirmed their address are left out: nobody knows yet who they are.
 * @throws Refusal not-found, forbidden
 */
export async function listClaims(actor: PersonActor, organisationId: string): Promise<Claim[]> {
  if (!isId(organisationId) || !(await organisationExists(organisationId))) {
    throw new Refusal('not-found')
  }
  if (!may(actor, 'affiliation:decide', { organisationId })) throw new Refusal('forbidden')
  return selectClaims(organisationId, claimsAtOnce)
}

async function find(tx: Tx, affiliationId: string): Promise<AffiliationRow> {
  const affiliation = isId(affiliationId)
    ? await selectAffiliationForChange(tx, affiliationId)
    : undefined
  if (!affiliation) throw new Refusal('not-found')
  return affiliation
}

async function findOwn(tx: Tx, actor: PersonActor, affiliationId: string): Promise<AffiliationRow> {
  const affiliation = await find(tx, affiliationId)
  if (affiliation.personId !== actor.personId) throw new Refusal('forbidden')
  return affiliation
}

type Ids = Pick<AffiliationRow, 'id' | 'personId' | 'unitId'>

const idsOf = ({ id, personId, unitId }: Ids) => ({ affiliationId: id, personId, unitId })

async function recordClaim(tx: Tx, actor: PersonActor, affiliation: Ids): Promise<void> {
  await recordAudit(tx, actor, { action: 'affiliation.claimed', subjectId: affiliation.id })
  await emit(tx, affiliationClaimed(idsOf(affiliation)))
}
