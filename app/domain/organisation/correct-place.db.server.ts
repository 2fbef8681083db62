import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { UnitPlace } from './organisation.db.server.ts'

/** A unit that hangs or has hung in the organisation, with where it is said to lie. */
export async function selectPlacedUnit(
  tx: Tx,
  organisationId: string,
  unitId: string,
): Promise<(UnitPlace & { name: string }) | undefined> {
  const [unit] = await txRows<UnitPlace & { name: string }>(
    tx,
    sql`
    select name, county_code as "countyCode", municipality_code as "municipalityCode"
      from unit
     where id = ${unitId}::uuid
       and exists (select 1 from unit_placement
                    where unit_id = unit.id and organisation_id = ${organisationId}::uuid)`,
  )
  return unit
}

/**
 * The unit, and of those that have hung below it in the organisation, on whatever day, the ones that are said to
 * lie where it is: what was closed inherited the wrong place as well.
 */
export async function selectInSamePlace(
  tx: Tx,
  organisationId: string,
  unitId: string,
): Promise<string[]> {
  const found = await txRows<{ id: string }>(
    tx,
    sql`
    with recursive below (id) as (
      select ${unitId}::uuid
      union
      select placement.unit_id from below
        join unit_placement placement on placement.parent_unit_id = below.id
       where placement.organisation_id = ${organisationId}::uuid)
    select unit.id::text
      from below join unit on unit.id = below.id join unit above on above.id = ${unitId}::uuid
     where (unit.county_code, unit.municipality_code)
           is not distinct from (above.county_code, above.municipality_code)`,
  )
  return found.map(({ id }) => id)
}

export async function saveUnitPlaces(tx: Tx, unitIds: string[], place: UnitPlace): Promise<void> {
  await tx.unit.updateMany({ where: { id: { in: unitIds } }, data: { ...place } })
}

export async function saveOrganisationPlace(tx: Tx, id: string, place: UnitPlace): Promise<void> {
  await tx.organisation.update({ where: { id }, data: { ...place } })
}

export async function selectPlaceName(tx: Tx, place: UnitPlace): Promise<string> {
  const [found] = await txRows<{ name: string }>(
    tx,
    sql`
    select coalesce((select short_name from municipality where code = ${place.municipalityCode}::text),
                    (select name from county where code = ${place.countyCode}::text), '') as name`,
  )
  return found?.name ?? ''
}
