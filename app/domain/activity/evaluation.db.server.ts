import { dateOf, type Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { FiguresWithin } from './activity-figures.ts'
import type { ActivityType } from './activity.ts'
import type { AnswerSums } from './evaluation.ts'

const sums = sql`
  count(*)::int as answers, min(answered_on)::text as "firstOn",
  coalesce(sum(before), 0)::int as before, coalesce(sum(after), 0)::int as after`

export async function selectFirstOn(sessionId: string): Promise<Day | null> {
  const found = await firstRow<{ firstOn: Day | null }>(sql`
    select min(answered_on)::text as "firstOn" from evaluation
     where session_id = ${sessionId}::uuid`)
  return found?.firstOn ?? null
}

export async function hasAnswered(sessionId: string, deviceKey: string): Promise<boolean> {
  return !!(await firstRow(sql`
    select 1 from evaluation_device
     where session_id = ${sessionId}::uuid and device_key = ${deviceKey}`))
}

/** Lets nobody else answer about a session meanwhile. @returns the day of its first answer */
export async function holdAnswers(tx: Tx, sessionId: string): Promise<Day | null> {
  await txRows(tx, sql`select 1 from activity_session where id = ${sessionId}::uuid for update`)
  const [found] = await txRows<{ firstOn: Day | null }>(
    tx,
    sql`select min(answered_on)::text as "firstOn" from evaluation
         where session_id = ${sessionId}::uuid`,
  )
  return found?.firstOn ?? null
}

/** Marks that a device has answered. @returns false where it had already */
export async function insertDevice(
  tx: Tx,
  { sessionId, deviceKey, on }: { sessionId: string; deviceKey: string; on: Day },
): Promise<boolean> {
  const added = await txRows(
    tx,
    sql`
    insert into evaluation_device (session_id, device_key, answered_on)
    values (${sessionId}::uuid, ${deviceKey}, ${on}::date) on conflict do nothing
    returning session_id::text`,
  )
  return added.length > 0
}

/** Under an id that is drawn here: those of ours tell the moment in which they were made. */
export async function insertAnswer(
  tx: Tx,
  { sessionId, on, before, after }: { sessionId: string; on: Day; before: number; after: number },
): Promise<void> {
  await txRows(
    tx,
    sql`
    insert into evaluation (id, session_id, answered_on, before, after)
    values (gen_random_uuid(), ${sessionId}::uuid, ${on}::date, ${before}, ${after})
    returning session_id::text`,
  )
}

/** Forgets which devices have answered what takes no more answers. @returns how many */
export async function deleteDevicesBefore(tx: Tx, day: Day): Promise<number> {
  const gone = await tx.evaluationDevice.deleteMany({ where: { answeredOn: { lt: dateOf(day) } } })
  return gone.count
}

/** The answers about each session of an activity. */
export async function selectAnswerSums(
  activityId: string,
): Promise<(AnswerSums & { sessionId: string })[]> {
  return rows(sql`
    select session.id as "sessionId", ${sums}
      from activity_session session join evaluation on evaluation.session_id = session.id
     where session.activity_id = ${activityId}::uuid group by session.id`)
}

/** The answers about each session that was held between two days, both included. */
export async function selectHeldAnswers(
  period: { from: Day; to: Day },
  within: FiguresWithin,
): Promise<(AnswerSums & { type: ActivityType; countyCode: string | null })[]> {
  const { countyCode, municipalityCodes } = within
  return rows(sql`
    select activity.type, activity.county_code as "countyCode", ${sums}
      from activity
      join activity_session session on session.activity_id = activity.id
      join evaluation on evaluation.session_id = session.id
     where activity.status = 'held'
       and session.held_on between ${period.from}::date and ${period.to}::date
       and (${countyCode}::text is null or activity.county_code = ${countyCode})
       and (${municipalityCodes}::text[] is null
            or activity.municipality_code = any(${municipalityCodes}::text[]))
     group by activity.type, activity.county_code, session.id`)
}
