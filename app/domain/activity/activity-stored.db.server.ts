import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Day } from '~/kernel/dates.ts'
import type { StoredActivity } from './judge-activities.ts'
import type { NamedOrganiser } from './named-organisers.ts'

/** Activities that came by file, by these keys. */
export async function selectStored(tx: Tx, keys: readonly string[]): Promise<StoredActivity[]> {
  if (keys.length === 0) return []
  return txRows<StoredActivity>(
    tx,
    sql`
    select activity.id::text, activity.import_key as "importKey", activity.type, activity.form,
           activity.level, activity.title, activity.place,
           activity.organiser_id::text as "organiserId", activity.county_code as "countyCode",
           activity.municipality_code as "municipalityCode",
           activity.county_codes as "countyCodes",
           activity.municipality_codes as "municipalityCodes",
           activity.target_groups as "targetGroups", activity.rc_purposes as "rcPurposes",
           activity.strategy_goals as "strategyGoals", activity.project_year as "projectYear",
           session.id::text as "sessionId", session.held_on::text as "heldOn",
           session.starts_at as "startsAt", session.ends_at as "endsAt",
           coalesce(came.counts, '[]'::jsonb) as counts,
           activity.status = 'held' and session.sessions = 1 and coalesce(came.is_plain, true)
             as "isPlain"
      from activity
      join lateral (
        select (array_agg(own.id order by own.held_on, own.starts_at, own.id))[1] as id,
               min(own.held_on) as held_on, min(own.starts_at) as starts_at,
               min(own.ends_at) as ends_at, count(*)::int as sessions
          from activity_session own where own.activity_id = activity.id) session on true
      left join lateral (
        select bool_and(attendance.way = 'counted' and attendance.organisation_id is null) as is_plain,
               jsonb_agg(jsonb_build_object(
                 'id', attendance.id, 'professionGroup', attendance.profession_group,
                 'sex', attendance.sex, 'people', attendance.people,
                 'countyCode', attendance.county_code,
                 'municipalityCode', attendance.municipality_code) order by attendance.id) as counts
          from attendance
         where attendance.session_id = session.id and attendance.ended_at is null) came on true
     where activity.import_key = any(${[...keys]}::text[])`,
  )
}

/** What was planned here on these days, not by file. */
export async function selectPlannedOn(
  tx: Tx,
  days: readonly Day[],
): Promise<
  Pick<StoredActivity, 'countyCode' | 'municipalityCode' | 'heldOn' | 'type' | 'title'>[]
> {
  return txRows(
    tx,
    sql`
    select activity.county_code as "countyCode", activity.municipality_code as "municipalityCode",
           session.held_on::text as "heldOn", activity.type, activity.title
      from activity join activity_session session on session.activity_id = activity.id
     where activity.import_key is null and activity.status <> 'cancelled'
       and session.held_on = any(${[...new Set(days)]}::date[])`,
  )
}

/** Organisations by their names, whatever the case. @param names in lower case */
export async function selectNamedOrganisations(
  tx: Tx,
  names: readonly string[],
): Promise<NamedOrganiser[]> {
  if (names.length === 0) return []
  return txRows<NamedOrganiser>(
    tx,
    sql`
    select organisation.id::text, lower(organisation.name) as name,
           organisation.county_code as "countyCode",
           organisation.municipality_code as "municipalityCode",
           organisation.closed_on is null as "isOpen"
      from organisation where lower(organisation.name) = any(${[...names]}::text[])`,
  )
}
