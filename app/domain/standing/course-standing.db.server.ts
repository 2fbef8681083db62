import type { Day } from '~/kernel/dates.ts'
import type { ModuleId } from '~/kernel/ids.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { preparedRows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { factsOf } from './learner-standing.db.server.ts'
import type { LearnerFacts } from './learner-standing.ts'

export interface CourseStandingRow {
  /** Another as soon as anything has been written that the course's page tells; null: there is no such course. */
  stamp: string | null
  /** Of the modules with which the person has something to do. */
  facts: (LearnerFacts & { moduleId: ModuleId })[]
  professions: ProfessionGroup[]
}

/**
 * Where a person stands with a course's modules on a day, beside the state of what its page tells. The stamp
 * is made of which transaction wrote each row and where the row lies (xmin, ctid): every writing makes both
 * anew, whoever writes, and it is seen with what was written.
 * @param personId null for a visitor, of whom nothing is known
 */
export async function selectCourseStanding(
  personId: string | null,
  day: Day,
  slug: string,
): Promise<CourseStandingRow> {
  const [found] = await preparedRows<CourseStandingRow>(sql`
    with recursive ${factsOf(personId, day)}, told_course as (
      select id, xmin as writer, ctid as place from course where slug = ${slug}
    ), told_module as (
      select module.id, module.xmin as writer, module.ctid as place
        from module join told_course on told_course.id = module.course_id
    ), told_version as (
      select version.package_id, version.xmin as writer, version.ctid as place
        from module_version version join told_module on told_module.id = version.module_id
       where version.status = 'published'
    ), told_track as (
      select track.id, track.xmin as writer, track.ctid as place
        from track join told_course on told_course.id = track.course_id
    ), told (kind, writer, place) as (
      select 'course', writer, place from told_course
      union all select 'module', writer, place from told_module
      union all select 'version', writer, place from told_version
      union all select 'item', item.xmin, item.ctid
        from package_item item join told_version on told_version.package_id = item.package_id
      union all select 'track', writer, place from told_track
      union all select 'place', track_module.xmin, track_module.ctid
        from track_module join told_track on told_track.id = track_module.track_id
    )
    select (select sum(hashtextextended(concat_ws(' ', kind, writer, place), 0))::text
              from told) as stamp,
           coalesce((
             select json_agg(json_build_object(
                      'moduleId', told_module.id, 'dueOn', assigned.due_on,
                      'isMandatory', assigned.is_mandatory,
                      'isAgain', coalesce(assigned.is_again, false),
                      'isBegun', begun.module_id is not null, 'completedOn', done.last_on))
               from told_module
               left join assigned on assigned.module_id = told_module.id
               left join begun on begun.module_id = told_module.id
               left join done on done.module_id = told_module.id
              where assigned.is_met = false or begun.module_id is not null
                 or done.module_id is not null), '[]'::json) as facts,
           coalesce((
             select json_agg(distinct profession_group) from affiliation
              where person_id = ${personId}::uuid and status in ('claimed', 'confirmed')
                and valid_from <= ${day}::date
                and (valid_to is null or valid_to > ${day}::date)), '[]'::json) as professions`)
  return found!
}
