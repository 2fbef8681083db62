import { today } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { OrganisationKind } from './organisation.ts'

export interface ComparableRow {
  id: string
  name: string
  kind: OrganisationKind
  organisationNumber: string | null
  countyCode: string | null
  municipalityCode: string | null
  municipalityName: string | null
  countyName: string | null
}

/** Organisations of counties (of all where null) that have not closed, and those with a number wherever they lie. */
export async function selectComparable(
  countyCodes: string[] | null,
  organisationNumber: string | null,
): Promise<ComparableRow[]> {
  return rows<ComparableRow>(sql`
    select organisation.id, organisation.name, organisation.kind,
           organisation.organisation_number as "organisationNumber",
           organisation.county_code as "countyCode",
           organisation.municipality_code as "municipalityCode",
           municipality.short_name as "municipalityName", county.name as "countyName"
      from organisation
      left join county on county.code = organisation.county_code
      left join municipality on municipality.code = organisation.municipality_code
     where (organisation.closed_on is null or organisation.closed_on > ${today()}::date)
       and (organisation.county_code = any(${countyCodes}::text[])
            or ${countyCodes === null}::boolean
            or organisation.organisation_number = ${organisationNumber}::text)`)
}
