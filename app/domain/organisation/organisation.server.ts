import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { Day } from '~/kernel/dates.ts'
import { isId, newId, type OrganisationId, type UnitId } from '~/kernel/ids.ts'
import { may, type Verb } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  insertOrganisation,
  insertUnit,
  selectOrganisation,
  selectOrganisationOfUnit,
  selectUnitPlace,
  type OrganisationRow,
} from './organisation.db.server.ts'
import { checkNewOrganisation, checkPlace, placeOf, type NewOrganisation } from './organisation.ts'

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
 * Registers an organisation with its root unit. Kept to the system (seeds and imports) until
 * administrators have a page for it.
 * @throws Refusal forbidden, and those of checkNewOrganisation
 */
export async function createOrganisation(
  input: NewOrganisation & { actor: Actor },
): Promise<{ organisationId: OrganisationId; rootUnitId: UnitId }> {
  const { actor, ...organisation } = input
  if (actor.kind !== 'system') throw new Refusal('forbidden')
  checkNewOrganisation(organisation)
  const organisationId = (organisation.id ?? newId()) as OrganisationId
  const rootUnitId = (organisation.rootUnitId ?? newId()) as UnitId
  await inTransaction(actor, async (tx) => {
    await insertOrganisation(tx, { ...organisation, id: organisationId, rootUnitId })
    await recordAudit(tx, actor, {
      action: 'organisation.created',
      subjectId: organisationId,
      organisationId,
      detail: { kind: organisation.kind },
    })
  })
  return { organisationId, rootUnitId }
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
 * Kept to the system until administrators have a page for it.
 * @throws Refusal forbidden, not-found, organisation.municipality-elsewhere
 */
export async function addUnit(input: AddUnit): Promise<UnitId> {
  const { actor, parentUnitId, name, openedOn } = input
  if (actor.kind !== 'system') throw new Refusal('forbidden')
  const unitId = (input.id ?? newId()) as UnitId
  await inTransaction(actor, async (tx) => {
    const organisation = await selectOrganisationOfUnit(tx, parentUnitId, openedOn)
    const above = await selectUnitPlace(tx, parentUnitId)
    if (!organisation || !above) throw new Refusal('not-found')
    const place = input.countyCode
      ? { countyCode: input.countyCode, municipalityCode: input.municipalityCode ?? null }
      : above
    checkPlace(place.countyCode, place.municipalityCode)
    const organisationId = organisation.id
    await insertUnit(tx, { id: unitId, organisationId, parentUnitId, name, openedOn, ...place })
    await recordAudit(tx, actor, { action: 'unit.added', subjectId: unitId, organisationId })
  })
  return unitId
}
