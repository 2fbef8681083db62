import type { AffiliationKind } from '~/domain/identity/affiliation.ts'
import { today, type Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'

export interface SharedTime {
  affiliationId: string
  unitName: string
  kind: AffiliationKind
  professionGroup: ProfessionGroup
  /** The organisation's own group below it. */
  subGroup: string | null
  validFrom: Day
  /** The day after the last. */
  validTo: Day | null
  isCurrent: boolean
}

export interface ColleagueRow {
  givenName: string
  familyName: string
}

export interface SharedCompletion {
  moduleSlug: string
  titleSv: string
  titleEn: string
  completedOn: Day
  isImported: boolean
}

// A unit may have come to the organisation, or left it, while the person was there: the shared days are those of both.
const shared = (organisationId: string, personId: string) => sql`
  select affiliation.id as affiliation_id, unit.name as unit_name, affiliation.kind,
         affiliation.profession_group, affiliation.sub_group_id,
         greatest(affiliation.valid_from, placement.valid_from) as valid_from,
         least(affiliation.valid_to, placement.valid_to) as valid_to
    from affiliation
    join unit on unit.id = affiliation.unit_id
    join unit_placement placement on placement.unit_id = unit.id
   where affiliation.person_id = ${personId}::uuid and affiliation.status = 'confirmed'
     and placement.organisation_id = ${organisationId}::uuid
     and affiliation.valid_from < coalesce(placement.valid_to, 'infinity')
     and placement.valid_from < coalesce(affiliation.valid_to, 'infinity')`

/** The days that a person has been confirmed in an organisation's units, the latest first. */
export async function selectSharedTimes(
  organisationId: string,
  personId: string,
): Promise<(SharedTime & ColleagueRow)[]> {
  return rows<SharedTime & ColleagueRow>(sql`
    select person.given_name as "givenName", person.family_name as "familyName",
           time.affiliation_id as "affiliationId", time.unit_name as "unitName", time.kind, time.profession_group as "professionGroup",
           sub_group.name as "subGroup",
           time.valid_from as "validFrom", time.valid_to as "validTo",
           time.valid_from <= ${today()}::date
             and (time.valid_to is null or time.valid_to > ${today()}::date) as "isCurrent"
      from (${shared(organisationId, personId)}) time
      join person on person.id = ${personId}::uuid
      left join sub_group on sub_group.id = time.sub_group_id
     order by time.valid_to desc nulls first, time.valid_from desc, time.unit_name`)
}

/** What a person completed on a day that they share with the organisation, the latest first. */
export async function selectSharedCompletions(
  organisationId: string,
  personId: string,
): Promise<SharedCompletion[]> {
  return rows<SharedCompletion>(sql`
    select module.slug as "moduleSlug", module.title_sv as "titleSv", module.title_en as "titleEn",
           completion.completed_on as "completedOn", completion.source = 'import' as "isImported"
      from completion join module on module.id = completion.module_id
     where completion.person_id = ${personId}::uuid and exists (
             select 1 from (${shared(organisationId, personId)}) time
              where time.valid_from <= completion.completed_on
                and (time.valid_to is null or time.valid_to > completion.completed_on))
     order by completion.completed_on desc, completion.id desc`)
}
