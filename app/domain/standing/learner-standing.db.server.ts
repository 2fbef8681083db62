import type { Day } from '~/kernel/dates.ts'
import { preparedRows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { LearnerModule } from './learner-standing.ts'

export type LearnerModuleRow = Omit<LearnerModule, 'standing' | 'course'> & {
  courseSlug: string
  courseTitleSv: string
  courseTitleEn: string
}

/**
 * What a person has to do with modules on a day: assigned through the organisation in whose tree a
 * current workplace of theirs hangs, begun, or completed.
 * @param slug one module, also when the person has nothing to do with it
 */
export async function selectLearnerModules(
  personId: string,
  day: Day,
  slug?: string,
): Promise<LearnerModuleRow[]> {
  const related = sql`(assigned.module_id is not null or begun.module_id is not null or done.module_id is not null)`
  return preparedRows<LearnerModuleRow>(sql`
    with mine as (
      select distinct placement.organisation_id, affiliation.profession_group
        from affiliation
        join unit_placement placement on placement.unit_id = affiliation.unit_id
         and placement.valid_from <= ${day}::date
         and (placement.valid_to is null or placement.valid_to > ${day}::date)
       where affiliation.person_id = ${personId}::uuid
         and affiliation.status in ('claimed', 'confirmed')
         and affiliation.valid_from <= ${day}::date
         and (affiliation.valid_to is null or affiliation.valid_to > ${day}::date)
    ), assigned as (
      select distinct on (assignment.module_id) assignment.module_id, assignment.due_on,
             assignment.message, organisation.name
        from assignment
        join mine on mine.organisation_id = assignment.organisation_id
         and (cardinality(assignment.profession_groups) = 0
              or mine.profession_group = any(assignment.profession_groups))
        join organisation on organisation.id = assignment.organisation_id
       where assignment.withdrawn_at is null
       order by assignment.module_id, assignment.due_on, assignment.assigned_at
    ), begun as (
      select distinct version.module_id
        from registration
        join module_version version on version.id = registration.module_version_id
       where registration.person_id = ${personId}::uuid
    ), done as (
      select module_id, max(completed_on) as completed_on
        from completion where person_id = ${personId}::uuid group by module_id
    )
    select module.id as "moduleId", module.slug, module.title_sv as "titleSv",
           module.title_en as "titleEn", module.summary_sv as "summarySv",
           module.summary_en as "summaryEn", module.minutes, course.slug as "courseSlug",
           course.title_sv as "courseTitleSv", course.title_en as "courseTitleEn",
           assigned.due_on as "dueOn", assigned.name as "assignedBy", assigned.message,
           begun.module_id is not null as "isBegun", done.completed_on as "completedOn",
           (begun.module_id is not null or exists (
             select 1 from module_version version
              where version.module_id = module.id and version.status = 'published')) as "isOpen"
      from module
      join course on course.id = module.course_id
      left join assigned on assigned.module_id = module.id
      left join begun on begun.module_id = module.id
      left join done on done.module_id = module.id
     where ${slug === undefined ? related : sql`module.slug = ${slug}`}
     order by module.slug`)
}
