import { today, type Day } from '~/kernel/dates.ts'
import type { Reach } from '~/kernel/permission.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { holdsWords } from '~/platform/db/list.server.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { swedishOrder } from '~/platform/db/swedish-order.server.ts'

/** Where a unit hangs on a day; of one that is to come, where it will. Undefined for one that has closed. */
export async function selectUnitLife(
  unitId: string,
  on: Day,
): Promise<{ organisationId: string; validFrom: Day } | undefined> {
  return firstRow(sql`
    select organisation_id as "organisationId", valid_from as "validFrom"
      from unit_placement
     where unit_id = ${unitId}::uuid and (valid_to is null or valid_to > ${on}::date)
     order by valid_from limit 1`)
}

export interface OrganisationFound {
  id: string
  name: string
  municipalityName: string | null
}

const mostFound = 12

/** Open organisations within reach whose name holds the words. */
export async function selectOrganisationsLike(
  reach: Reach,
  find: string,
): Promise<OrganisationFound[]> {
  return rows<OrganisationFound>(sql`
    select organisation.id, organisation.name, municipality.short_name as "municipalityName"
      from organisation
      left join municipality on municipality.code = organisation.municipality_code
     where ${withinReach(reach, {
       organisation: sql`organisation.id`,
       county: sql`organisation.county_code`,
       municipality: sql`organisation.municipality_code`,
     })}
       and (organisation.closed_on is null or organisation.closed_on > ${today()}::date)
       and ${holdsWords(find, [sql`organisation.name`])}
     order by ${swedishOrder(sql`organisation.name`)}, organisation.id limit ${mostFound}`)
}
