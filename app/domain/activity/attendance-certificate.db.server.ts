import type { Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ActivityType, SessionTime } from './activity.ts'

/** What a certificate of attendance says. */
export interface AttendedActivity {
  activityId: string
  title: string
  type: ActivityType
  organiserName: string
  /** Those that the person was at, in their order. */
  sessions: SessionTime[]
}

/** An activity that was held, with the sessions that a person was at by name; nothing where they were at none. */
export async function selectAttended(
  activityId: string,
  personId: string,
): Promise<AttendedActivity | undefined> {
  const found = await rows<Omit<AttendedActivity, 'sessions'> & SessionTime>(sql`
    select activity.id as "activityId", activity.title, activity.type,
           organiser.name as "organiserName", session.held_on as "heldOn",
           session.starts_at as "startsAt", session.ends_at as "endsAt"
      from activity
      join organisation organiser on organiser.id = activity.organiser_id
      join activity_session session on session.activity_id = activity.id
      join attendance on attendance.session_id = session.id and attendance.ended_at is null
       and attendance.person_id = ${personId}::uuid
     where activity.id = ${activityId}::uuid and activity.status = 'held'
     order by session.held_on, session.starts_at`)
  const [first] = found
  if (!first) return undefined
  const { title, type, organiserName } = first
  const sessions = found.map(({ heldOn, startsAt, endsAt }) => ({ heldOn, startsAt, endsAt }))
  return { activityId, title, type, organiserName, sessions }
}

/** Gives a person's attendance a code, once. @returns the code that it has, and the day on which it got it */
export async function ensureCode(
  tx: Tx,
  made: { id: string; code: string; activityId: string; personId: string; issuedAt: Date },
): Promise<{ code: string; issuedOn: Day }> {
  await txRows(
    tx,
    sql`
    insert into attendance_certificate (id, code, activity_id, person_id, issued_at)
    values (${made.id}::uuid, ${made.code}, ${made.activityId}::uuid, ${made.personId}::uuid,
            ${made.issuedAt})
    on conflict (activity_id, person_id) do nothing returning id::text`,
  )
  const [found] = await txRows<{ code: string; issuedOn: Day }>(
    tx,
    sql`
    select code, (issued_at at time zone 'Europe/Stockholm')::date::text as "issuedOn"
      from attendance_certificate
     where activity_id = ${made.activityId}::uuid and person_id = ${made.personId}::uuid`,
  )
  return found!
}

/** Whose attendance has a code, and at what. */
export async function selectCoded(
  code: string,
): Promise<{ activityId: string; personId: string } | undefined> {
  return firstRow(sql`
    select activity_id as "activityId", person_id as "personId" from attendance_certificate
     where code = ${code}`)
}
