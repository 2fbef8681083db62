import type { Day } from '~/kernel/dates.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { UnitPlace } from './organisation.db.server.ts'

/** The units below one on a day, however deep, that lie at a place. */
export async function selectUnitsAt(
  tx: Tx,
  { unitId, place, on }: { unitId: string; place: UnitPlace; on: Day },
): Promise<string[]> {
  const found = await txRows<{ id: string }>(
    tx,
    sql`
    with recursive below as (
      select ${unitId}::uuid as id
      union
      select placement.unit_id from below
        join unit_placement placement on placement.parent_unit_id = below.id
         and placement.valid_from <= ${on}::date
         and (placement.valid_to is null or placement.valid_to > ${on}::date))
    select unit.id::text from below join unit on unit.id = below.id
     where unit.id <> ${unitId}::uuid and unit.county_code = ${place.countyCode}
       and unit.municipality_code is not distinct from ${place.municipalityCode}`,
  )
  return found.map(({ id }) => id)
}

export async function saveUnitPlaces(tx: Tx, ids: string[], place: UnitPlace): Promise<void> {
  const { countyCode, municipalityCode } = place
  await tx.unit.updateMany({ where: { id: { in: ids } }, data: { countyCode, municipalityCode } })
}

export async function saveOrganisationPlace(tx: Tx, id: string, place: UnitPlace): Promise<void> {
  const { countyCode, municipalityCode } = place
  await tx.organisation.update({ where: { id }, data: { countyCode, municipalityCode } })
}

/** What a unit is called today. */
export async function selectUnitName(tx: Tx, id: string): Promise<string> {
  const { name } = await tx.unit.findUniqueOrThrow({ where: { id }, select: { name: true } })
  return name
}
