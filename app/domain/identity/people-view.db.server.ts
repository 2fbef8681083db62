import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { PeopleOutcome, ShownPerson } from './people-import.ts'
import type { PeopleReason } from './people-row.ts'

interface RowsAsked {
  importId: string
  outcome: PeopleOutcome
  after: number
  most: number
}

/** Rows of one kind; for `ended` those who are not in the file. */
export async function selectShownPeople(asked: RowsAsked): Promise<ShownPerson[]> {
  return asked.outcome === 'ended' ? selectEnded(asked) : selectRows(asked)
}

async function selectRows({ importId, outcome, after, most }: RowsAsked): Promise<ShownPerson[]> {
  return rows<ShownPerson>(sql`
    select own.row_number as "rowNumber", coalesce(own.given_name, '') as "givenName",
           coalesce(own.family_name, '') as "familyName", coalesce(own.email, '') as email,
           own.employer_number as "employerNumber", unit.name as "unitName",
           own.profession_group as "professionGroup", own.kind, own.valid_from as "validFrom",
           own.valid_to as "validTo", own.changes, own.reason
      from people_import_row own left join unit on unit.id = own.unit_id
     where own.import_id = ${importId}::uuid and own.outcome = ${outcome}
     order by own.row_number offset ${after} limit ${most}`)
}

async function selectEnded({ importId, after, most }: RowsAsked): Promise<ShownPerson[]> {
  return rows<ShownPerson>(sql`
    select null as "rowNumber", person.given_name as "givenName",
           person.family_name as "familyName", person.email,
           affiliation.employer_number as "employerNumber", unit.name as "unitName",
           affiliation.profession_group as "professionGroup", affiliation.kind,
           affiliation.valid_from as "validFrom", affiliation.valid_to as "validTo",
           '{}'::text[] as changes, null as reason
      from people_import_end ended
      join affiliation on affiliation.id = ended.affiliation_id
      join person on person.id = ended.person_id
      left join unit on unit.id = affiliation.unit_id
     where ended.import_id = ${importId}::uuid
     order by person.family_name, person.given_name, affiliation.id offset ${after} limit ${most}`)
}

/** Why rows are refused, the most common reason first. */
export async function countPeopleReasons(
  importId: string,
): Promise<{ reason: PeopleReason; count: number }[]> {
  return rows(sql`
    select reason, count(*) as count from people_import_row
     where import_id = ${importId}::uuid and outcome = 'refused'
     group by reason order by count desc, reason`)
}

export interface RefusedCells {
  rowNumber: number
  reason: PeopleReason
  cells: string[]
}

/** Refused rows as the file had them. */
export async function selectRefusedCells(importId: string): Promise<RefusedCells[]> {
  return rows<RefusedCells>(sql`
    select row_number as "rowNumber", reason, cells from people_import_row
     where import_id = ${importId}::uuid and outcome = 'refused' order by row_number`)
}

/** Somebody whom undoing had to leave something of. */
export interface KeptPerson {
  givenName: string
  familyName: string
  kind: 'person-added' | 'person-changed' | 'affiliation-added' | 'affiliation-changed'
}

/** What undoing had to leave, by name. */
export async function selectKept(importId: string, most: number): Promise<KeptPerson[]> {
  return rows<KeptPerson>(sql`
    select person.given_name as "givenName", person.family_name as "familyName",
           case change.kind when 'affiliation-ended' then 'affiliation-changed'
                            else change.kind end as kind
      from people_import_change change join person on person.id = change.person_id
     where change.import_id = ${importId}::uuid
     order by person.family_name, person.given_name, change.subject_id limit ${most}`)
}
