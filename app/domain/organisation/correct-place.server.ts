import { recordAudit } from '~/domain/audit/audit.server.ts'
import { readPlaceOf } from '~/domain/place/place.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  saveOrganisationPlace,
  saveUnitPlaces,
  selectUnitName,
  selectUnitsAt,
} from './correct-place.db.server.ts'
import {
  selectOrganisationOfUnit,
  selectUnitPlace,
  type UnitPlace,
} from './organisation.db.server.ts'
import { placeOf, type Organisation } from './organisation.ts'
import { insertChanges, lockOrganisations } from './reorganise.db.server.ts'

export interface CorrectPlace {
  actor: Actor
  unitId: string
  /** A municipality's code, or a county's. */
  place: string
  /** Units below it that stand at the same wrong place go along. */
  withBelow: boolean
}

/**
 * Corrects where a unit lies, today and on every day before: it had been told wrong. What has moved is closed, and
 * opened anew at the other place. An organisation's first unit takes the organisation along.
 * @returns how many units it was about
 * @throws Refusal not-found, forbidden (also where the organisation would leave what the actor keeps), place.unknown,
 *   organisation.municipality-missing, organisation.nothing
 */
export async function correctPlace(input: CorrectPlace): Promise<number> {
  const { actor, unitId, withBelow } = input
  const to = await readPlaceOf(input.place)
  return inTransaction(actor, async (tx) => {
    const organisation = await lockOrganisationOf(tx, unitId)
    const isItself = organisation.rootUnitId === unitId
    checkMay(actor, organisation, isItself ? to : null)
    const from = await selectUnitPlace(tx, unitId)
    if (!from) throw new Refusal('not-found')
    if (isSame(from, to)) throw new Refusal('organisation.nothing')
    const below = withBelow ? await selectUnitsAt(tx, { unitId, place: from, on: today() }) : []
    const units = [unitId, ...below]
    await saveUnitPlaces(tx, units, to)
    if (isItself) await saveOrganisationPlace(tx, organisation.id, to)
    await tell(tx, { actor, organisation, unitId, from, to, units: units.length })
    return units.length
  })
}

const isSame = (a: UnitPlace, b: UnitPlace) =>
  a.countyCode === b.countyCode && a.municipalityCode === b.municipalityCode

async function lockOrganisationOf(tx: Tx, unitId: string): Promise<Organisation> {
  const found = isId(unitId) ? await selectOrganisationOfUnit(tx, unitId, today()) : undefined
  const [organisation] = found ? await lockOrganisations(tx, [found.id]) : []
  if (!organisation) throw new Refusal('not-found')
  return organisation
}

/** @param to where the organisation itself would lie; null where only a unit of it is corrected */
function checkMay(actor: Actor, organisation: Organisation, to: UnitPlace | null): void {
  if (to === null) {
    if (!may(actor, 'unit:change', placeOf(organisation))) throw new Refusal('forbidden')
    return
  }
  const isWithin = (place: Organisation) => may(actor, 'organisation:register', placeOf(place))
  if (!isWithin(organisation) || !isWithin({ ...organisation, ...to })) {
    throw new Refusal('forbidden')
  }
  if (organisation.kind === 'municipality' && to.municipalityCode === null) {
    throw new Refusal('organisation.municipality-missing', {}, { field: 'place' })
  }
}

async function tell(
  tx: Tx,
  told: {
    actor: Actor
    organisation: Organisation
    unitId: string
    from: UnitPlace
    to: UnitPlace
    units: number
  },
): Promise<void> {
  const { actor, organisation, unitId, from, to, units } = told
  const name = await selectUnitName(tx, unitId)
  const recorded = { recordedAt: now(), recordedBy: actor.personId }
  const line = { kind: 'edited', organisationId: organisation.id, unitId, name } as const
  const others = { otherUnitId: null, otherOrganisationId: null, otherName: null }
  await insertChanges(tx, [{ ...line, ...others }], { day: today(), plannedId: null, ...recorded })
  const codeOf = ({ countyCode, municipalityCode }: UnitPlace) => municipalityCode ?? countyCode
  await recordAudit(tx, actor, {
    action: 'unit.place-corrected',
    subjectId: unitId,
    organisationId: organisation.id,
    detail: { from: codeOf(from), to: codeOf(to), units },
  })
}
