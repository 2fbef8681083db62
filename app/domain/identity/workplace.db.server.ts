import { today } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'

export interface WorkplaceRow {
  organisationId: string
  organisationName: string
  unitId: string
  name: string
  parentName: string | null
  isWhole: boolean
}

/** Open units in a municipality, and those of its county that lie in no municipality. */
export async function selectWorkplaces(municipalityCode: string): Promise<WorkplaceRow[]> {
  return rows<WorkplaceRow>(sql`
    select organisation.id as "organisationId", organisation.name as "organisationName",
           unit.id as "unitId", unit.name,
           case when parent.id <> organisation.root_unit_id then parent.name end as "parentName",
           unit.id = organisation.root_unit_id as "isWhole"
      from unit
      join unit_placement placement on placement.unit_id = unit.id
       and placement.valid_from <= ${today()}::date
       and (placement.valid_to is null or placement.valid_to > ${today()}::date)
      join organisation on organisation.id = placement.organisation_id
      left join unit parent on parent.id = placement.parent_unit_id
     where (unit.municipality_code = ${municipalityCode}
            or (unit.municipality_code is null
                and unit.county_code = (select county_code from municipality
                                         where code = ${municipalityCode})))
       and unit.opened_on <= ${today()}::date
       and (unit.closed_on is null or unit.closed_on > ${today()}::date)
       and (organisation.closed_on is null or organisation.closed_on > ${today()}::date)`)
}

export async function municipalityExists(code: string): Promise<boolean> {
  const found = await rows(sql`select 1 from municipality where code = ${code}`)
  return found.length > 0
}
