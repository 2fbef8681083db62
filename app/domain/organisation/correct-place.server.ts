import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import {
  saveOrganisationPlace,
  saveUnitPlaces,
  selectInSamePlace,
  selectPlacedUnit,
  selectPlaceName,
} from './correct-place.db.server.ts'
import type { UnitPlace } from './organisation.db.server.ts'
import { placeOf, type Organisation } from './organisation.ts'
import { insertChanges, lockOrganisations } from './reorganise.db.server.ts'

export interface CorrectPlace {
  actor: Actor
  organisationId: string
  /** The organisation's root unit where its own place was wrong. */
  unitId: string
  place: UnitPlace
  /** Also what hangs or has hung below it and is said to lie in the same place. */
  withBelow: boolean
}

/**
 * The register's part of putting a place right that was wrong from the beginning, in the transaction of who keeps
 * the people: it holds for every day. What really goes to another place is another unit from that day (0030).
 * Who keeps the register may send no organisation out of the own area, and so to nobody who has asked for it.
 * @returns the units whose place it was
 * @throws Refusal not-found, forbidden, register.place-outside, register.place-same,
 *   organisation.municipality-missing
 */
export async function applyPlaceCorrection(tx: Tx, input: CorrectPlace): Promise<string[]> {
  const { actor, organisationId, unitId, place, withBelow } = input
  if (!isId(organisationId) || !isId(unitId)) throw new Refusal('not-found')
  const [organisation] = await lockOrganisations(tx, [organisationId])
  const unit = organisation && (await selectPlacedUnit(tx, organisationId, unitId))
  if (!unit) throw new Refusal('not-found')
  const isItself = organisation.rootUnitId === unitId
  checkMay(actor, organisation, isItself, place)
  if (isSame(unit, place) && (!isItself || isSame(organisation, place))) {
    throw new Refusal('register.place-same', {}, { field: 'place' })
  }
  const unitIds = withBelow ? await selectInSamePlace(tx, organisationId, unitId) : [unitId]
  await saveUnitPlaces(tx, unitIds, place)
  if (isItself) await saveOrganisationPlace(tx, organisationId, place)
  const line = {
    kind: 'placed' as const,
    ...{ organisationId, unitId, name: unit.name, otherUnitId: null, otherOrganisationId: null },
    otherName: await selectPlaceName(tx, place),
  }
  const recorded = { recordedAt: now(), recordedBy: actor.personId }
  await insertChanges(tx, [line], { day: today(), plannedId: null, ...recorded })
  await recordAudit(tx, actor, {
    action: 'unit.place-corrected',
    subjectId: unitId,
    organisationId,
    detail: { from: codeOf(unit), to: codeOf(place), units: unitIds.length },
  })
  return unitIds
}

function checkMay(
  actor: Actor,
  organisation: Organisation,
  isItself: boolean,
  place: UnitPlace,
): void {
  if (!may(actor, isItself ? 'organisation:register' : 'unit:change', placeOf(organisation))) {
    throw new Refusal('forbidden')
  }
  if (!isItself) return
  if (!may(actor, 'organisation:register', { organisationId: organisation.id, ...place })) {
    throw new Refusal('register.place-outside', {}, { field: 'place' })
  }
  if (organisation.kind === 'municipality' && !place.municipalityCode) {
    throw new Refusal('organisation.municipality-missing', {}, { field: 'place' })
  }
}

const codeOf = (place: UnitPlace) => place.municipalityCode ?? place.countyCode

const isSame = (
  a: { countyCode: string | null; municipalityCode: string | null },
  b: UnitPlace,
): boolean => a.countyCode === b.countyCode && a.municipalityCode === b.municipalityCode
