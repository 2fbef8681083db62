import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { closesAt, opensAt } from './activity.db.server.ts'
import type { ActivityForm, ActivityStatus, ActivityType } from './activity.ts'

/** A session as those who come to it meet it. */
export interface MetSession {
  sessionId: string
  activityId: string
  organiserId: string
  title: string
  type: ActivityType
  form: ActivityForm
  place: string | null
  status: ActivityStatus
  heldOn: Day
  startsAt: number
  endsAt: number
  opensAt: Date
  closesAt: Date
  moduleId: string | null
  countyCode: string | null
  municipalityCode: string | null
  countyCodes: string[]
  municipalityCodes: string[]
}

/** The session that has a code on a day or the days beside it: the one that is open, or else the nearest. */
export async function selectByCode(
  code: string,
  at: Date,
  day: Day,
): Promise<MetSession | undefined> {
  return firstRow<MetSession>(sql`
    select session.id as "sessionId", activity.id as "activityId",
           activity.organiser_id as "organiserId", activity.title, activity.type, activity.form,
           activity.place, activity.status, session.held_on as "heldOn",
           session.starts_at as "startsAt", session.ends_at as "endsAt",
           ${opensAt} as "opensAt", ${closesAt} as "closesAt", activity.module_id as "moduleId",
           activity.county_code as "countyCode", activity.municipality_code as "municipalityCode",
           activity.county_codes as "countyCodes",
           activity.municipality_codes as "municipalityCodes"
      from activity_session session join activity on activity.id = session.activity_id
     where session.code = ${code}
       and session.held_on between ${day}::date - 1 and ${day}::date + 1
     order by (${opensAt} <= ${at} and ${closesAt} >= ${at}) desc,
              abs(session.held_on - ${day}::date) limit 1`)
}

/** Lets check-ins go on beside each other, while nobody changes the activity. */
export async function selectSharedStatus(
  tx: Tx,
  activityId: string,
): Promise<ActivityStatus | undefined> {
  const [found] = await txRows<{ status: ActivityStatus }>(
    tx,
    sql`select status from activity where id = ${activityId}::uuid for share`,
  )
  return found?.status
}

/** How a device or a person is written down at a session. */
export interface OwnCheckIn {
  professionGroup: ProfessionGroup
  organisationName: string | null
  municipalityName: string | null
}

export async function selectOwnCheckIn(
  sessionId: string,
  who: { personId: string } | { deviceKey: string },
): Promise<OwnCheckIn | undefined> {
  const condition =
    'personId' in who
      ? sql`attendance.person_id = ${who.personId}::uuid`
      : sql`attendance.device_key = ${who.deviceKey}`
  return firstRow<OwnCheckIn>(sql`
    select attendance.profession_group as "professionGroup",
           organisation.name as "organisationName", municipality.short_name as "municipalityName"
      from attendance
      left join organisation on organisation.id = attendance.organisation_id
      left join municipality on municipality.code = attendance.municipality_code
     where attendance.session_id = ${sessionId}::uuid and attendance.ended_at is null
       and ${condition}`)
}

export async function countCheckedIn(sessionId: string): Promise<number> {
  const found = await firstRow<{ count: number }>(sql`
    select coalesce(sum(people), 0) as count from attendance
     where session_id = ${sessionId}::uuid and ended_at is null`)
  return found?.count ?? 0
}

/** What somebody has been to, as they see it themselves. */
export interface OwnParticipation {
  attendanceId: string
  activityId: string
  title: string
  type: ActivityType
  status: ActivityStatus
  heldOn: Day
  startsAt: number
  endsAt: number
  organiserName: string
  professionGroup: ProfessionGroup
  organisationName: string | null
  municipalityName: string | null
  isCredited: boolean
}

export async function selectOwnParticipations(personId: string): Promise<OwnParticipation[]> {
  return rows<OwnParticipation>(sql`
    select attendance.id as "attendanceId", activity.id as "activityId", activity.title, activity.type, activity.status,
           session.held_on as "heldOn", session.starts_at as "startsAt",
           session.ends_at as "endsAt", organiser.name as "organiserName",
           attendance.profession_group as "professionGroup",
           organisation.name as "organisationName", municipality.short_name as "municipalityName",
           attendance.completion_id is not null as "isCredited"
      from attendance
      join activity_session session on session.id = attendance.session_id
      join activity on activity.id = session.activity_id
      join organisation organiser on organiser.id = activity.organiser_id
      left join organisation on organisation.id = attendance.organisation_id
      left join municipality on municipality.code = attendance.municipality_code
     where attendance.person_id = ${personId}::uuid and attendance.ended_at is null
     order by session.held_on desc, session.starts_at desc, attendance.id`)
}
