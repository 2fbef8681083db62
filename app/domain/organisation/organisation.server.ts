import { recordAudit } from '~/domain/audit/audit.server.ts'
import { listMunicipalities } from '~/domain/place/place.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId, type OrganisationId, type UnitId } from '~/kernel/ids.ts'
import { may, type Verb } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertOrganisation,
  insertUnit,
  selectOrganisation,
  type OrganisationRow,
} from './organisation.db.server.ts'
import { applyReorganisation } from './apply-reorganisation.server.ts'
import { insertChanges } from './reorganise.db.server.ts'
import { checkNotTooLate } from './register-day.ts'
import { reorganise } from './reorganisation.ts'
import { checkKnownPlace } from './known-place.server.ts'
import { municipalityNamed, type WrittenUnit } from './unit-lines.ts'
import { checkNewOrganisation, placeOf, placeOfCode, type NewOrganisation } from './organisation.ts'

/** An organisation with the names of its places. */
export type OrganisationView = OrganisationRow

/**
 * An organisation that the actor may do this to.
 * @throws Refusal not-found, forbidden
 */
export async function readOrganisation(
  actor: Actor,
  verb: Verb,
  organisationId: string,
): Promise<OrganisationView> {
  const organisation = isId(organisationId) ? await selectOrganisation(organisationId) : undefined
  if (!organisation) throw new Refusal('not-found')
  if (!may(actor, verb, placeOf(organisation))) throw new Refusal('forbidden')
  return organisation
}

/**
 * Registers an organisation with its root unit.
 * @throws Refusal forbidden outside one's county, catchment or nation, register.unit-place-unknown, and those
 *   of checkNewOrganisation
 */
export async function createOrganisation(
  input: NewOrganisation & {
    actor: Actor
    /** Units right below the organisation; where it is, or in a municipality of their own. */
    units?: WrittenUnit[]
  },
): Promise<{ organisationId: OrganisationId; rootUnitId: UnitId }> {
  const { actor, units = [], ...organisation } = input
  checkNewOrganisation(organisation)
  checkNotTooLate(organisation.openedOn, today())
  const place = {
    countyCode: organisation.countyCode,
    municipalityCode: organisation.municipalityCode ?? null,
  }
  if (!may(actor, 'organisation:register', place)) throw new Refusal('forbidden')
  await checkKnownPlace(place)
  const placed = await placedUnits(units)
  const organisationId = (organisation.id ?? newId()) as OrganisationId
  const rootUnitId = (organisation.rootUnitId ?? newId()) as UnitId
  await inTransaction(actor, async (tx) => {
    await insertOrganisation(tx, { ...organisation, id: organisationId, rootUnitId })
    const root = {
      kind: 'found',
      unitId: rootUnitId,
      organisationId,
      name: organisation.name,
    } as const
    let forest = reorganise([], root, organisation.openedOn)
    const changes = [...forest.changes]
    for (const { name, ...own } of placed) {
      const id = newId()
      const unit = { unitId: id, name, parentUnitId: rootUnitId }
      forest = reorganise(forest.placements, { kind: 'add', unit }, organisation.openedOn)
      changes.push(...forest.changes)
      await insertUnit(tx, {
        id,
        name,
        parentUnitId: rootUnitId,
        organisationId,
        ...(own.place ?? place),
        openedOn: organisation.openedOn,
      })
    }
    const recorded = { recordedAt: now(), recordedBy: actor.personId }
    await insertChanges(tx, changes, { day: organisation.openedOn, plannedId: null, ...recorded })
    await recordAudit(tx, actor, {
      action: 'organisation.created',
      subjectId: organisationId,
      organisationId,
      detail: { kind: organisation.kind },
    })
  })
  return { organisationId, rootUnitId }
}

/** Units with the place that is written for them; null where it is the organisation's. */
async function placedUnits(units: WrittenUnit[]) {
  const municipalities = units.some(({ municipality }) => municipality)
    ? await listMunicipalities()
    : []
  return units.map(({ name, municipality }) => {
    if (municipality === null) return { name, place: null }
    const code = municipalityNamed(municipality, municipalities)
    if (code) return { name, place: placeOfCode(code) }
    throw new Refusal('register.unit-place-unknown', { place: municipality, unit: name }, { field: 'units' }) // prettier-ignore
  })
}

interface AddUnit {
  actor: Actor
  parentUnitId: string
  name: string
  openedOn: Day
  /** Where it sits; its parent's place when left out. */
  countyCode?: string
  municipalityCode?: string | null
  id?: string
}

/**
 * Hangs a new unit below another, in the organisation which that one belongs to on the day.
 * @throws Refusal forbidden, not-found, organisation.municipality-elsewhere, register.place-unknown, and those
 *   of reorganise
 */
export async function addUnit(input: AddUnit): Promise<UnitId> {
  const { actor, parentUnitId, name, openedOn: day, countyCode, municipalityCode = null } = input
  const unitId = (input.id ?? newId()) as UnitId
  if (countyCode) await checkKnownPlace({ countyCode, municipalityCode })
  const place = countyCode ? { countyCode, municipalityCode } : undefined
  const command = { kind: 'add', unit: { unitId, name, parentUnitId } } as const
  await inTransaction(actor, (tx) => applyReorganisation(tx, { actor, command, day, place }))
  return unitId
}
