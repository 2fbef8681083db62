import type { Day } from '~/kernel/dates.ts'
import { preparedRows, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import { dutiesOf } from './duty.db.server.ts'
import type { DutyReason, LearnerModule } from './learner-standing.ts'

export type LearnerModuleRow = Omit<LearnerModule, 'standing' | 'course'> & {
  courseSlug: string
  courseTitleSv: string
  courseTitleEn: string
}

const ofPerson = (personId: string | null) => (person: Sql) => sql`${person} = ${personId}::uuid`

const issuerKind = sql`case
  when assignment.organisation_id is not null then 'organisation'
  when assignment.county_code is not null then 'county' else 'nation' end`

/**
 * What is known of a person and modules on a day, as `assigned`, `begun` and `done`; of nobody, nothing. For
 * WITH RECURSIVE. Of several that ask for one module, what must be done goes before what is recommended, and
 * the earliest day before later ones; where there is nothing to do any more, `assigned` tells who asked.
 */
export const factsOf = (personId: string | null, day: Day) => sql`
  ${dutiesOf(ofPerson(personId), day)},
  assigned as (
    select distinct on (module_id) module_id, assignment_id, is_met, is_again,
           case when not is_met then due_on end as due_on,
           case when not is_met then is_mandatory end as is_mandatory
      from duty
     order by module_id, is_met, duty.is_mandatory desc, duty.due_on nulls last, assigned_on,
              assignment_id),
  begun as (
    select distinct version.module_id
      from registration
      join module_version version on version.id = registration.module_version_id
     where registration.person_id = ${personId}::uuid)`

/**
 * What a person has to do with modules on a day: asked for, begun, or completed.
 * @param slug one module, also when the person has nothing to do with it
 */
export async function selectLearnerModules(
  personId: string,
  day: Day,
  slug?: string,
): Promise<LearnerModuleRow[]> {
  const related = sql`(
    assigned.is_met = false or begun.module_id is not null or done.module_id is not null)`
  return preparedRows<LearnerModuleRow>(sql`
    with recursive ${factsOf(personId, day)}
    select module.id as "moduleId", module.slug, module.title_sv as "titleSv",
           module.title_en as "titleEn", module.summary_sv as "summarySv",
           module.summary_en as "summaryEn", module.minutes, course.slug as "courseSlug",
           course.title_sv as "courseTitleSv", course.title_en as "courseTitleEn",
           assigned.due_on as "dueOn", assignment.message,
           case when assignment.id is not null then
             json_build_object('kind', ${issuerKind},
                               'name', coalesce(organisation.name, county.short_name))
           end as "assignedBy",
           assigned.is_mandatory as "isMandatory", coalesce(assigned.is_again, false) as "isAgain",
           begun.module_id is not null as "isBegun", done.last_on as "completedOn",
           (begun.module_id is not null or exists (
             select 1 from module_version version
              where version.module_id = module.id and version.status = 'published')) as "isOpen"
      from module
      join course on course.id = module.course_id
      left join assigned on assigned.module_id = module.id
      left join assignment on assignment.id = assigned.assignment_id
      left join organisation on organisation.id = assignment.organisation_id
      left join county on county.code = assignment.county_code
      left join begun on begun.module_id = module.id
      left join done on done.module_id = module.id
     where ${slug === undefined ? related : sql`module.slug = ${slug}`}
     order by module.slug`)
}

/** Why a person is asked for a module on a day: every way, the one that is due first on top. */
export async function selectReasons(
  personId: string,
  moduleId: string,
  day: Day,
): Promise<DutyReason[]> {
  return rows<DutyReason>(sql`
    with recursive ${dutiesOf(ofPerson(personId), day, moduleId)}
    select duty.assignment_id || ' ' || duty.affiliation_id as key,
           duty.is_mandatory as "isMandatory", duty.due_on as "dueOn",
           greatest(duty.assigned_on, duty.valid_from) as since,
           json_build_object('kind', ${issuerKind},
                             'name', coalesce(organisation.name, county.short_name)) as issuer,
           case when assignment.module_id is null then json_build_object(
             'kind', case when track.id is null then 'course' else 'track' end,
             'titleSv', coalesce(track.title_sv, course.title_sv),
             'titleEn', coalesce(track.title_en, course.title_en)) end as "partOf",
           unit.name as "unitName", workplace.name as "organisationName",
           affiliation.profession_group as "professionGroup",
           cardinality(assignment.profession_groups) > 0 as "isForGroup",
           assignment.only_new as "isForNew", assignment.names_people as "isByName"
      from duty
      join assignment on assignment.id = duty.assignment_id
      join affiliation on affiliation.id = duty.affiliation_id
      join unit on unit.id = duty.unit_id
      join organisation workplace on workplace.id = duty.organisation_id
      left join track on track.id = assignment.track_id
      left join course on course.id = assignment.course_id
      left join organisation on organisation.id = assignment.organisation_id
      left join county on county.code = assignment.county_code
     order by duty.is_mandatory desc, duty.due_on nulls last, since, key`)
}
