import { dateOf, dayOfDate, type Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Audience, ModuleChoice, PlaceKind, Target, Terms } from './assignment.ts'

/** Modules that are or have been published, in the order of the courses. */
export async function selectModuleChoices(): Promise<ModuleChoice[]> {
  return rows<ModuleChoice>(sql`
    select module.id, module.slug, module.title_sv as "titleSv", module.title_en as "titleEn",
           course.title_sv as "courseTitleSv", course.title_en as "courseTitleEn",
           bool_or(version.status = 'published') as published
      from module
      join course on course.id = module.course_id
      join module_version version
        on version.module_id = module.id and version.published_at is not null
     group by module.id, course.id
     order by course.position, module.position, module.slug`)
}

/** Whether the thing exists and has a module that can be taken now; what a course asks of all is no track's own and no refresher. */
export async function isPublished(tx: Tx, { kind, id }: Target): Promise<boolean> {
  const [found] = await txRows<{ count: number }>(
    tx,
    sql`
    select count(*)::int as count
      from module
      join module_version version on version.module_id = module.id and version.status = 'published'
     where case ${kind}
             when 'module' then module.id = ${id}::uuid
             when 'track' then exists (
               select 1 from track_module
                where track_id = ${id}::uuid and module_id = module.id)
             else module.course_id = ${id}::uuid and module.kind in ('lesson', 'test') end`,
  )
  return (found?.count ?? 0) > 0
}

export interface TargetCourse {
  id: string
  titleSv: string
  titleEn: string
  /** Whether it has modules that it asks of all. */
  hasBasics: boolean
  tracks: { id: string; titleSv: string; titleEn: string }[]
  modules: { id: string; titleSv: string; titleEn: string }[]
}

/** What can be assigned now: courses with their tracks and published modules. */
export async function selectTargets(): Promise<TargetCourse[]> {
  return rows<TargetCourse>(sql`
    with open as (
      select module.id, module.course_id, module.kind, module.position, module.slug,
             module.title_sv, module.title_en
        from module
        join module_version version
          on version.module_id = module.id and version.status = 'published')
    select course.id, course.title_sv as "titleSv", course.title_en as "titleEn",
           exists (select 1 from open
                    where open.course_id = course.id and open.kind in ('lesson', 'test'))
             as "hasBasics",
           coalesce((
             select json_agg(json_build_object('id', track.id, 'titleSv', track.title_sv,
                                               'titleEn', track.title_en) order by track.position)
               from track
              where track.course_id = course.id and exists (
                select 1 from track_module join open on open.id = track_module.module_id
                 where track_module.track_id = track.id)), '[]'::json) as tracks,
           (select json_agg(json_build_object('id', open.id, 'titleSv', open.title_sv,
                                              'titleEn', open.title_en)
                            order by open.position, open.slug)
              from open where open.course_id = course.id) as modules
      from course
     where exists (select 1 from open where open.course_id = course.id)
     order by course.position, course.slug`)
}

const targetColumn = { module: 'moduleId', track: 'trackId', course: 'courseId' } as const

/** The audiences for which the same thing is assigned already. */
export async function selectAudiencesOf(tx: Tx, target: Target): Promise<Audience[]> {
  const found = await tx.assignment.findMany({
    where: { [targetColumn[target.kind]]: target.id, withdrawnAt: null },
    include: { places: true, people: true },
  })
  return found.map((row) => ({
    places: row.places.map(({ kind, ref }) => ({ kind: kind as PlaceKind, ref })),
    professionGroups: row.professionGroups as ProfessionGroup[],
    onlyNew: row.onlyNew,
    personIds: row.people.map(({ personId }) => personId),
  }))
}

/** How many of these people work in the organisation on the day, confirmed by it. */
export async function countColleagues(
  tx: Tx,
  organisationId: string,
  personIds: string[],
  day: Day,
): Promise<number> {
  const [found] = await txRows<{ count: number }>(
    tx,
    sql`
    select count(distinct affiliation.person_id)::int as count
      from affiliation
      join unit_placement placement on placement.unit_id = affiliation.unit_id
     where placement.organisation_id = ${organisationId}::uuid
       and placement.valid_from <= ${day}::date
       and (placement.valid_to is null or placement.valid_to > ${day}::date)
       and affiliation.person_id = any(${personIds}::uuid[])
       and affiliation.status = 'confirmed'
       and affiliation.valid_from <= ${day}::date
       and (affiliation.valid_to is null or affiliation.valid_to > ${day}::date)`,
  )
  return found?.count ?? 0
}

export interface AssignmentToInsert extends Terms {
  id: string
  target: Target
  audience: Audience
  organisationId: string | null
  countyCode: string | null
  message: string | null
  assignedAt: Date
  assignedBy: string | null
}

export async function insertAssignment(tx: Tx, assignment: AssignmentToInsert): Promise<void> {
  const { target, audience, dueOn, ...columns } = assignment
  const { places, personIds, professionGroups, onlyNew } = audience
  await tx.assignment.create({
    data: {
      ...columns,
      [targetColumn[target.kind]]: target.id,
      dueOn: dueOn === null ? null : dateOf(dueOn),
      professionGroups,
      onlyNew,
      namesPeople: personIds.length > 0,
      places: { create: places },
      people: { create: personIds.map((personId) => ({ personId })) },
    },
  })
}

export interface FoundAssignment {
  id: string
  organisationId: string | null
  isMandatory: boolean
  dueOn: Day | null
  dueDays: number | null
  withdrawnAt: Date | null
}

/** An assignment to be changed: nobody else changes it meanwhile. */
export async function selectAssignmentForChange(
  tx: Tx,
  id: string,
): Promise<FoundAssignment | null> {
  await txRows(tx, sql`select 1 from assignment where id = ${id}::uuid for update`)
  const found = await tx.assignment.findUnique({ where: { id } })
  return found && { ...found, dueOn: found.dueOn && dayOfDate(found.dueOn) }
}

export async function updateWithdrawn(
  tx: Tx,
  id: string,
  withdrawn: { withdrawnAt: Date; withdrawnBy: string | null },
): Promise<void> {
  await tx.assignment.update({ where: { id }, data: withdrawn })
}

export interface DayChange {
  id: string
  assignmentId: string
  changedAt: Date
  changedBy: string | null
}

type DueDay = Pick<Terms, 'dueOn' | 'dueDays'>

/** Gives an assignment another day and keeps the one before. */
export async function updateDay(
  tx: Tx,
  change: DayChange,
  before: DueDay,
  after: DueDay,
): Promise<void> {
  const dateOrNone = (day: Day | null) => (day === null ? null : dateOf(day))
  await tx.assignmentDay.create({
    data: { ...change, dueOn: dateOrNone(before.dueOn), dueDays: before.dueDays },
  })
  await tx.assignment.update({
    where: { id: change.assignmentId },
    data: { dueOn: dateOrNone(after.dueOn), dueDays: after.dueDays },
  })
}
