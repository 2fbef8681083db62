import { dateOf, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { OrganisationState } from './organisation.ts'

export interface StateRow extends OrganisationState {
  id: string
  organisationId: string
  validFrom: Day
  validTo: Day | null
}

/** The latest that is told of an organisation, be it planned. */
export async function selectLastState(tx: Tx, organisationId: string): Promise<StateRow> {
  const [state] = await txRows<StateRow>(
    tx,
    sql`
    select id::text, organisation_id::text as "organisationId", kind,
           organisation_number as "organisationNumber", carrier_id::text as "carrierId", phase,
           project_year_from::text as "projectYearFrom", valid_from::text as "validFrom",
           valid_to::text as "validTo"
      from organisation_state where organisation_id = ${organisationId}::uuid
     order by valid_from desc limit 1`,
  )
  invariant(state, 'an organisation has a state')
  return state
}

/** What an organisation is from a day on; a state that began that day is written over. */
export async function saveState(
  tx: Tx,
  before: StateRow,
  state: OrganisationState,
  day: Day,
): Promise<void> {
  const { projectYearFrom, ...rest } = state
  const data = {
    ...rest,
    projectYearFrom: projectYearFrom === null ? null : dateOf(projectYearFrom),
  }
  if (before.validFrom === day) {
    await tx.organisationState.update({ where: { id: before.id }, data })
    return
  }
  const { id, organisationId } = before
  await tx.organisationState.update({ where: { id }, data: { validTo: dateOf(day) } })
  await tx.organisationState.create({
    data: { ...data, id: newId(), organisationId, validFrom: dateOf(day) },
  })
}

interface CatchmentRow {
  code: string
  validFrom: Day
}

/** What a resource centre serves without an end. */
export async function selectCatchmentRows(tx: Tx, organisationId: string): Promise<CatchmentRow[]> {
  return txRows<CatchmentRow>(
    tx,
    sql`
    select municipality_code as code, valid_from::text as "validFrom"
      from catchment_municipality
     where organisation_id = ${organisationId}::uuid and valid_to is null`,
  )
}

/**
 * A catchment from a day on.
 * @returns whether it is another than before
 */
export async function saveCatchment(
  tx: Tx,
  organisationId: string,
  told: { parts: CatchmentRow[]; catchment: string[]; day: Day },
): Promise<boolean> {
  const { parts, day } = told
  const catchment = new Set(told.catchment)
  const gone = parts.filter(({ code }) => !catchment.has(code))
  const known = new Set(parts.map(({ code }) => code))
  const come = [...catchment].filter((code) => !known.has(code))
  const codes = (of: CatchmentRow[]) => ({ in: of.map(({ code }) => code) })
  const lasting = { organisationId, validTo: null }
  await tx.catchmentMunicipality.deleteMany({
    where: { ...lasting, municipalityCode: codes(gone), validFrom: dateOf(day) },
  })
  await tx.catchmentMunicipality.updateMany({
    where: { ...lasting, municipalityCode: codes(gone) },
    data: { validTo: dateOf(day) },
  })
  // One that ended on this very day goes on instead.
  const ended = { organisationId, municipalityCode: { in: come }, validTo: dateOf(day) }
  const goesOn = await tx.catchmentMunicipality.findMany({ where: ended })
  await tx.catchmentMunicipality.updateMany({ where: ended, data: { validTo: null } })
  const resumed = new Set(goesOn.map((part) => part.municipalityCode))
  await tx.catchmentMunicipality.createMany({
    data: come
      .filter((code) => !resumed.has(code))
      .map((code) => ({ organisationId, municipalityCode: code, validFrom: dateOf(day) })),
  })
  return gone.length + come.length > 0
}

/** Whether there is such an organisation to carry another. */
export async function selectCarrier(tx: Tx, id: string): Promise<boolean> {
  return (await tx.organisation.findUnique({ where: { id }, select: { id: true } })) !== null
}

export async function selectRootName(tx: Tx, rootUnitId: string, day: Day): Promise<string> {
  const [root] = await txRows<{ name: string }>(
    tx,
    sql`
    select name from unit_placement
     where unit_id = ${rootUnitId}::uuid and valid_from <= ${day}::date
     order by valid_from desc limit 1`,
  )
  invariant(root, 'the organisation is there on the day')
  return root.name
}
