import type { Day } from '~/kernel/dates.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'

/** What is to be credited, and what has been. */
export interface GroupState {
  moduleId: string | null
  /** Who has been to every session, with the day of the last; nobody while the activity is not held. */
  present: { personId: string; day: Day }[]
  credited: { personId: string; completionId: string }[]
}

export async function selectGroupState(tx: Tx, activityId: string): Promise<GroupState> {
  const [activity] = await txRows<{ moduleId: string | null }>(
    tx,
    sql`select module_id::text as "moduleId" from activity where id = ${activityId}::uuid`,
  )
  if (!activity?.moduleId) return { moduleId: null, present: [], credited: [] }
  const present = await txRows<{ personId: string; day: Day }>(
    tx,
    sql`
    select attendance.person_id::text as "personId", max(session.held_on)::text as day
      from activity
      join activity_session session on session.activity_id = activity.id
      join attendance on attendance.session_id = session.id and attendance.ended_at is null
     where activity.id = ${activityId}::uuid and activity.status = 'held'
       and attendance.person_id is not null
     group by attendance.person_id
    having count(*) = (
             select count(*) from activity_session where activity_id = ${activityId}::uuid)`,
  )
  const credited = await txRows<{ personId: string; completionId: string }>(
    tx,
    sql`
    select distinct attendance.person_id::text as "personId",
           attendance.completion_id::text as "completionId"
      from activity_session session
      join attendance on attendance.session_id = session.id
     where session.activity_id = ${activityId}::uuid and attendance.completion_id is not null`,
  )
  return { moduleId: activity.moduleId, present, credited }
}

/** Notes with those who were there which completions they got by it. */
export async function saveCredit(
  tx: Tx,
  activityId: string,
  added: readonly { id: string; personId: string }[],
): Promise<void> {
  await txRows(
    tx,
    sql`
    update attendance set completion_id = given.id
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as given (id uuid, "personId" uuid)
     where attendance.person_id = given."personId" and attendance.ended_at is null
       and attendance.session_id in (
             select id from activity_session where activity_id = ${activityId}::uuid)
    returning attendance.id::text`,
  )
}

export async function forgetCredit(tx: Tx, completionIds: readonly string[]): Promise<void> {
  await tx.attendance.updateMany({
    where: { completionId: { in: [...completionIds] } },
    data: { completionId: null },
  })
}
