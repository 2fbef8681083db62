import type { Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import type { ActivityFigure, FiguresWithin } from './activity-figures.ts'

/** What was held between two days, both included, by type and county. One question. */
export async function selectActivityFigures(
  from: Day,
  to: Day,
  { countyCode, municipalityCodes }: FiguresWithin,
): Promise<ActivityFigure[]> {
  const isOfCatchment = (column: Sql) =>
    municipalityCodes === null ? sql`true` : sql`${column} = any(${municipalityCodes}::text[])`
  return rows<ActivityFigure>(sql`
    with held as (
      select activity.id, activity.type, activity.county_code, activity.municipality_code,
             session.id as session_id
        from activity join activity_session session on session.activity_id = activity.id
       where activity.status = 'held' and session.held_on between ${from}::date and ${to}::date),
    organised as (
      select type, county_code, count(distinct id)::int as activities from held
       where ${isOfCatchment(sql`held.municipality_code`)} group by 1, 2),
    attended as (
      select held.type, attendance.county_code, sum(attendance.people)::int as participations,
             count(distinct attendance.person_id)::int as known
        from held
        join attendance on attendance.session_id = held.session_id and attendance.ended_at is null
       where ${isOfCatchment(sql`attendance.municipality_code`)}
       group by 1, 2)
    select coalesce(organised.type, attended.type) as type,
           coalesce(organised.county_code, attended.county_code) as "countyCode",
           coalesce(organised.activities, 0) as activities,
           coalesce(attended.participations, 0) as participations,
           coalesce(attended.known, 0) as known
      from organised
      full join attended on attended.type = organised.type
       and coalesce(attended.county_code, '-') = coalesce(organised.county_code, '-')
     where ${countyCode}::text is null
        or coalesce(organised.county_code, attended.county_code) = ${countyCode}
     order by 2 nulls last, 1`)
}
