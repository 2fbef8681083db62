import type { Language } from '~/i18n/format.ts'
import { preparedRows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { CoursePage } from './course-page.ts'
import type { ModulePage } from './module-page.ts'

/** A course with all that its page tells, in one question; undefined where there is none of that slug. */
export async function selectCoursePage(
  slug: string,
  language: Language,
): Promise<CoursePage | undefined> {
  const isEnglish = language === 'en'
  const [found] = await preparedRows<CoursePage>(sql`
    with shown as (
      select module.id, module.slug, module.course_id, module.minutes, module.kind, module.position,
             case when ${isEnglish} then module.title_en else module.title_sv end as title,
             case when ${isEnglish} then module.summary_en else module.summary_sv end as summary,
             case when module.kind = 'test' then
               (select coalesce(max(item.scaled_passing_score), max(item.mastery_score) / 100.0)
                  from package_item item where item.package_id = version.package_id)
             end as pass_mark
        from module
        join course on course.id = module.course_id and course.slug = ${slug}
        join module_version version on version.module_id = module.id and version.status = 'published'
    )
    select course.slug, course.version, course.validity_months as "validityMonths",
           case when ${isEnglish} then course.title_en else course.title_sv end as title,
           case when ${isEnglish} then course.description_en else course.description_sv end as description,
           coalesce((
             select json_agg(json_build_object(
                      'id', id, 'slug', shown.slug, 'title', title, 'summary', summary, 'minutes', minutes,
                      'kind', kind, 'passMark', pass_mark) order by shown.position, shown.slug)
               from shown), '[]'::json) as modules,
           coalesce((
             select json_agg(json_build_object(
                      'slug', track.slug,
                      'title', case when ${isEnglish} then track.title_en else track.title_sv end,
                      'description',
                      case when ${isEnglish} then track.description_en else track.description_sv end,
                      'professionGroups', track.profession_groups,
                      'moduleIds', coalesce((
                        select json_agg(shown.id order by track_module.position)
                          from track_module join shown on shown.id = track_module.module_id
                         where track_module.track_id = track.id), '[]'::json)) order by track.position)
               from track where track.course_id = course.id), '[]'::json) as tracks
      from course where course.slug = ${slug}`)
  return found
}

/** A module's page, of the version that learners get today; undefined where nothing is published. */
export async function selectModulePage(
  slug: string,
  language: Language,
): Promise<ModulePage | undefined> {
  const isEnglish = language === 'en'
  const [found] = await preparedRows<ModulePage>(sql`
    select module.slug, module.minutes, module.kind, module.is_open as "isOpen",
           module.is_open and module.kind <> 'test' and exists (
             select 1 from package_part part
              where part.package_id = version.package_id and part.kind = 'page'
                and part.content is not null) as "hasText",
           case when ${isEnglish} then module.title_en else module.title_sv end as title,
           case when ${isEnglish} then module.summary_en else module.summary_sv end as summary,
           json_build_object('slug', course.slug, 'title',
             case when ${isEnglish} then course.title_en else course.title_sv end) as course,
           coalesce((
             select json_agg(json_build_object('kind', part.kind, 'slug', part.slug, 'title', part.title,
                                               'isReadAlone', part.kind <> 'page' and part.content is not null)
                             order by part.position)
               from package_part part where part.package_id = version.package_id), '[]'::json) as parts
      from module
      join course on course.id = module.course_id
      join module_version version on version.module_id = module.id and version.status = 'published'
     where module.slug = ${slug}`)
  return found
}
