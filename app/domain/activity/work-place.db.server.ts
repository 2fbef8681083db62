import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'
import type { Day } from '~/kernel/dates.ts'

/** Where people work, as attendance keeps it. */
export interface WorkPlace {
  organisationId: string | null
  municipalityCode: string | null
  countyCode: string | null
}

export async function selectOrganisationPlace(id: string): Promise<WorkPlace | undefined> {
  return firstRow<WorkPlace>(sql`
    select id as "organisationId", municipality_code as "municipalityCode",
           county_code as "countyCode"
      from organisation where id = ${id}::uuid`)
}

export interface Employer {
  id: string
  name: string
}

/** Employers in an area, public ones first; none of the municipalities themselves for the whole nation. */
export async function selectEmployers(
  area: { countyCodes: string[]; municipalityCodes: string[] },
  day: Day,
): Promise<Employer[]> {
  const { countyCodes, municipalityCodes } = area
  const isNation = countyCodes.length + municipalityCodes.length === 0
  return rows<Employer>(sql`
    select id, name from organisation
     where opened_on <= ${day}::date and (closed_on is null or closed_on > ${day}::date)
       and ${
         isNation
           ? sql`kind in ('region', 'state-agency', 'county-board', 'resource-centre')`
           : municipalityCodes.length > 0
             ? sql`(municipality_code = any(${municipalityCodes}::text[])
                    or (municipality_code is null and county_code = any(${countyCodes}::text[])))`
             : sql`county_code = any(${countyCodes}::text[])`
       }
     order by array_position(array['municipality', 'region', 'county-board', 'resource-centre',
                                   'state-agency', 'university', 'civil-society',
                                   'private-provider'], kind),
              ${swedishOrder(sql`name`)}
     limit 150`)
}
