import type { PersonActor } from '~/kernel/actor.ts'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { emit } from '~/platform/events.server.ts'
import {
  hasAffiliation,
  insertAffiliation,
  rewriteAffiliation,
  saveAffiliationEnd,
  selectAffiliationForChange,
  selectAffiliations,
  selectOwner,
  type AffiliationRow,
} from './affiliation.db.server.ts'
import {
  isCorrectable,
  type AffiliationKind,
  type AffiliationView,
  type Workplace,
} from './affiliation.ts'
import { affiliationClaimed, affiliationEnded } from './identity.events.ts'
import { checkWorkplace } from './workplace.server.ts'

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
