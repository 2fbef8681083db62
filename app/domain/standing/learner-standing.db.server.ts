import type { CertificateInBrief } from '~/domain/credential/credential.ts'
import type { Day } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { preparedRows, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import { dutiesOf } from './duty.db.server.ts'
import type { DutyReason, HomeModule, LearnerModule } from './learner-standing.ts'

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

const homeColumns = sql`
  module.id as "moduleId", module.slug, module.title_sv as "titleSv",
  module.title_en as "titleEn", module.minutes, assigned.due_on as "dueOn", assignment.message,
  case when assignment.id is not null then
    json_build_object('kind', ${issuerKind},
                      'name', coalesce(organisation.name, county.short_name)) end as "assignedBy",
  assigned.is_mandatory as "isMandatory", coalesce(assigned.is_again, false) as "isAgain",
  begun.module_id is not null as "isBegun", done.last_on as "completedOn",
  (begun.module_id is not null or exists (
    select 1 from module_version version
     where version.module_id = module.id and version.status = 'published')) as "isOpen"`

const knownModules = sql`
  from module
  left join assigned on assigned.module_id = module.id
  left join assignment on assignment.id = assigned.assignment_id
  left join organisation on organisation.id = assignment.organisation_id
  left join county on county.code = assignment.county_code
  left join begun on begun.module_id = module.id
  left join done on done.module_id = module.id`

/** What a person has to do with one module on a day, also when that is nothing. */
export async function selectLearnerModule(
  personId: string,
  day: Day,
  slug: string,
): Promise<LearnerModuleRow | undefined> {
  const [found] = await preparedRows<LearnerModuleRow>(sql`
    with recursive ${factsOf(personId, day)}
    select ${homeColumns}, module.summary_sv as "summarySv", module.summary_en as "summaryEn",
           course.slug as "courseSlug", course.title_sv as "courseTitleSv",
           course.title_en as "courseTitleEn"
      ${knownModules}
      join course on course.id = module.course_id
     where module.slug = ${slug}`)
  return found
}

/**
 * Those certificates of a person that a home has room for (the rest are a page away): what is valid on the day first,
 * the newest first, without those that another stands for.
 */
const certificatesInBrief = (personId: string, day: Day) => sql`
  select id::text, course_title_sv as "courseTitleSv", course_title_en as "courseTitleEn",
         track_title_sv as "trackTitleSv", track_title_en as "trackTitleEn",
         valid_until::text as "validUntil",
         revoked_at is null and valid_until >= ${day}::date as "isValid"
    from certificate
   where person_id = ${personId}::uuid and revoked_for is distinct from 'replaced'
   order by "isValid" desc, earned_on desc, issued_at desc, id desc
   limit 3`

/** What a home asks of the database. */
export interface HomeRow {
  /** What is asked of the person on the day, begun, or completed. */
  modules: Omit<HomeModule, 'standing'>[]
  certificates: CertificateInBrief[]
}

/** What a person has to do with modules on a day, and their certificates: in one question, the commonest of all. */
export async function selectLearnerHome(personId: string, day: Day): Promise<HomeRow> {
  const [home] = await preparedRows<HomeRow>(sql`
    with recursive ${factsOf(personId, day)},
    known as (
      select ${homeColumns} ${knownModules}
       where assigned.is_met = false or begun.module_id is not null or done.module_id is not null),
    certified as (${certificatesInBrief(personId, day)})
    select coalesce((select json_agg(known order by slug) from known), '[]') as modules,
           coalesce((select json_agg(certified) from certified), '[]') as certificates`)
  invariant(home, 'a question without a table has one row')
  return home
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
