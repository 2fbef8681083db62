import type { PersonDuty } from '~/domain/notice/tell-people.server.ts'
import type { Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { dutiesOf } from './duty.db.server.ts'

/**
 * What each of some people is asked for on a day and has not done, as their own pages say it: through the
 * workplaces that they have stated or that are confirmed, one row a person and module, of what can be taken.
 * @param moduleId one module; all when left out
 */
export async function selectOpenDuties(
  personIds: readonly string[],
  day: Day,
  moduleId?: string,
): Promise<PersonDuty[]> {
  return rows<PersonDuty>(sql`
    with recursive ${dutiesOf((person) => sql`${person} = any(${personIds}::uuid[])`, day, moduleId)},
    owed as (
      select distinct on (person_id, module_id) person_id, module_id, assignment_id, due_on,
             is_mandatory, is_again
        from duty
       where not is_met
       order by person_id, module_id, is_mandatory desc, due_on nulls last, assigned_on,
                assignment_id)
    select owed.person_id as "personId", module.id as "moduleId", module.slug,
           module.title_sv as "titleSv", module.title_en as "titleEn", module.minutes,
           owed.due_on as "dueOn", owed.is_mandatory as "isMandatory",
           owed.is_again as "isAgain",
           json_build_object(
             'kind', case when assignment.organisation_id is not null then 'organisation'
                          when assignment.county_code is not null then 'county'
                          else 'nation' end,
             'name', coalesce(organisation.name, county.short_name)) as issuer
      from owed
      join module on module.id = owed.module_id
      join assignment on assignment.id = owed.assignment_id
      left join organisation on organisation.id = assignment.organisation_id
      left join county on county.code = assignment.county_code
     where exists (
             select 1 from module_version version
              where version.module_id = module.id and version.status = 'published')
        or exists (
             select 1 from registration
               join module_version version on version.id = registration.module_version_id
              where version.module_id = module.id and registration.person_id = owed.person_id)`)
}

/** How many of some people are confirmed at work in an organisation on a day. */
export async function countConfirmed(
  organisationId: string,
  personIds: readonly string[],
  day: Day,
): Promise<number> {
  const found = await firstRow<{ count: number }>(sql`
    select count(distinct affiliation.person_id) as count
      from affiliation
      join unit_placement placement
        on placement.unit_id = affiliation.unit_id and ${holdsOn(sql`placement`, day)}
     where placement.organisation_id = ${organisationId}::uuid
       and affiliation.person_id = any(${personIds}::uuid[])
       and affiliation.status = 'confirmed'
       and ${holdsOn(sql`affiliation`, day)}`)
  return found?.count ?? 0
}

/** What a module is called, and where its page is. */
export async function selectModuleName(
  moduleId: string,
): Promise<{ slug: string; titleSv: string; titleEn: string } | undefined> {
  return firstRow(sql`
    select slug, title_sv as "titleSv", title_en as "titleEn" from module
     where id = ${moduleId}::uuid`)
}
