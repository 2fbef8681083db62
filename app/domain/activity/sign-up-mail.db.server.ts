import type { Day } from '~/kernel/dates.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { swedishDay } from '~/platform/db/days.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ActivityStatus } from './activity.ts'
import type { SignUpState } from './sign-up.ts'

/** What a mail about a sign-up is written from. */
export interface MailedSignUp {
  id: string
  activityId: string
  key: string
  title: string
  place: string | null
  status: ActivityStatus
  state: SignUpState
  personId: string | null
  email: string | null
  language: string
}

export async function selectMailed(id: string): Promise<MailedSignUp | undefined> {
  return firstRow<MailedSignUp>(sql`
    select sign_up.id, sign_up.activity_id as "activityId", page.key, activity.title,
           activity.place, activity.status, sign_up.state, sign_up.person_id as "personId",
           sign_up.email, sign_up.language
      from sign_up
      join sign_up_page page on page.activity_id = sign_up.activity_id
      join activity on activity.id = sign_up.activity_id
     where sign_up.id = ${id}::uuid`)
}

/** Marks those with a place at a session on a day who have not been reminded today, nor signed up today. @returns their ids */
export async function markReminded(
  tx: Tx,
  { heldOn, today, at }: { heldOn: Day; today: Day; at: Date },
): Promise<string[]> {
  const marked = await txRows<{ id: string }>(
    tx,
    sql`
    update sign_up set reminded_at = ${at}
     where sign_up.state = 'placed' and sign_up.forgotten_at is null
       and (sign_up.reminded_at is null or ${swedishDay(sql`sign_up.reminded_at`)} < ${today}::date)
       and ${swedishDay(sql`sign_up.placed_at`)} < ${today}::date
       and sign_up.activity_id in (
         select activity.id from activity
           join activity_session session on session.activity_id = activity.id
          where activity.status = 'planned' and session.held_on = ${heldOn}::date)
    returning sign_up.id::text`,
  )
  return marked.map(({ id }) => id)
}

/** Forgets who signed up for activities whose last session was before a day. @returns how many */
export async function forgetSignUpsOf(
  tx: Tx,
  { before, at }: { before: Day; at: Date },
): Promise<number> {
  const forgotten = await txRows(
    tx,
    sql`
    update sign_up set person_id = null, name = null, email = null, forgotten_at = ${at}
     where sign_up.forgotten_at is null
       and not exists (
         select 1 from activity_session session
          where session.activity_id = sign_up.activity_id and session.held_on >= ${before}::date)
    returning sign_up.id::text`,
  )
  return forgotten.length
}
