import { dateOf, type Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import type { ListSource } from '~/platform/db/list.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { ActivityStatus } from './activity.ts'
import { workedOn, type AttendanceKind } from './attendance.db.server.ts'
import type { SignUpState } from './sign-up.ts'

/** The page as its leader has set it, with how many are on it. */
export interface SignUpPageRow {
  activityId: string
  key: string
  places: number | null
  closesOn: Day
  placed: number
  waiting: number
}

export async function selectPage(
  which: { key: string } | { activityId: string },
): Promise<SignUpPageRow | undefined> {
  const condition =
    'key' in which
      ? sql`page.key = ${which.key}`
      : sql`page.activity_id = ${which.activityId}::uuid`
  return firstRow<SignUpPageRow>(sql`
    select page.activity_id as "activityId", page.key, page.places, page.closes_on as "closesOn",
           (count(*) filter (where sign_up.state = 'placed'))::int as placed,
           (count(*) filter (where sign_up.state = 'waiting'))::int as waiting
      from sign_up_page page left join sign_up on sign_up.activity_id = page.activity_id
     where ${condition} group by page.activity_id`)
}

/** What places are given by, while nobody else gives any. */
export interface HeldPage {
  places: number | null
  closesOn: Day
  status: ActivityStatus
  lastOn: Day
  organiserId: string
}

/** Holds the page: who signs up, is taken in or leaves meanwhile waits. */
export async function holdPage(tx: Tx, activityId: string): Promise<HeldPage | undefined> {
  const [found] = await txRows<HeldPage>(
    tx,
    sql`
    select page.places, page.closes_on::text as "closesOn", activity.status,
           activity.organiser_id::text as "organiserId",
           (select max(session.held_on) from activity_session session
             where session.activity_id = activity.id)::text as "lastOn"
      from sign_up_page page join activity on activity.id = page.activity_id
     where page.activity_id = ${activityId}::uuid for update of page`,
  )
  return found
}

/** Makes the page, or changes it: its address stays. */
export async function savePage(
  tx: Tx,
  page: {
    activityId: string
    key: string
    places: number | null
    closesOn: Day
    openedAt: Date
    openedBy: string
  },
): Promise<void> {
  const { activityId, places } = page
  const closesOn = dateOf(page.closesOn)
  await tx.signUpPage.upsert({
    where: { activityId },
    create: { ...page, closesOn },
    update: { places, closesOn },
  })
}

export async function countPlaced(tx: Tx, activityId: string): Promise<number> {
  return tx.signUp.count({ where: { activityId, state: 'placed' } })
}

export interface NewSignUp {
  id: string
  activityId: string
  language: string
  state: SignUpState
  signedUpAt: Date
}

const placedAtOf = ({ state, signedUpAt }: NewSignUp) => (state === 'placed' ? signedUpAt : null)

/** Signs up somebody without an account. */
export async function insertNamed(
  tx: Tx,
  made: NewSignUp & Omit<AttendanceKind, 'sex'> & { name: string; email: string },
): Promise<void> {
  await txRows(
    tx,
    sql`
    insert into sign_up (id, activity_id, name, email, language, profession_group, organisation_id,
                         municipality_code, county_code, state, signed_up_at, placed_at)
    values (${made.id}::uuid, ${made.activityId}::uuid, ${made.name}, ${made.email},
            ${made.language}, ${made.professionGroup}, ${made.organisationId}::uuid,
            ${made.municipalityCode}, ${made.countyCode}, ${made.state}, ${made.signedUpAt},
            ${placedAtOf(made)})`,
  )
}

/** Signs up a person, with where they work today. */
export async function insertPersonSignUp(
  tx: Tx,
  made: NewSignUp & { personId: string; today: Day },
): Promise<void> {
  await txRows(
    tx,
    sql`
    insert into sign_up (id, activity_id, person_id, language, profession_group, organisation_id,
                         municipality_code, county_code, state, signed_up_at, placed_at)
    select ${made.id}::uuid, ${made.activityId}::uuid, person.id, ${made.language},
           coalesce(worked.profession_group, 'other'), worked.organisation_id,
           worked.municipality_code, worked.county_code, ${made.state}, ${made.signedUpAt},
           ${placedAtOf(made)}
      from person ${workedOn(sql`${made.today}::date`)}
     where person.id = ${made.personId}::uuid`,
  )
}

/** A sign-up as those who handle it need it. */
export interface SignUpRow extends Omit<AttendanceKind, 'sex'> {
  id: string
  activityId: string
  personId: string | null
  name: string | null
  email: string | null
  state: SignUpState
  /** Who stands before it in the line, itself counted; 0 where it does not wait. */
  inLine: number
}

const signUpColumns = sql`
  sign_up.id::text, sign_up.activity_id::text as "activityId",
  sign_up.person_id::text as "personId", sign_up.name, sign_up.email, sign_up.state,
  sign_up.profession_group as "professionGroup",
  sign_up.organisation_id::text as "organisationId",
  sign_up.municipality_code as "municipalityCode", sign_up.county_code as "countyCode",
  case when sign_up.state = 'waiting' then (
    select count(*) from sign_up before
     where before.activity_id = sign_up.activity_id and before.state = 'waiting'
       and (before.signed_up_at, before.id) <= (sign_up.signed_up_at, sign_up.id))
  else 0 end::int as "inLine"`

/** One sign-up; by a person or an address only where it has not ended. */
export type WhichSignUp =
  { id: string } | { activityId: string; personId: string } | { activityId: string; email: string }

function chosen(which: WhichSignUp): Sql {
  if ('id' in which) return sql`sign_up.id = ${which.id}::uuid`
  const who =
    'personId' in which
      ? sql`sign_up.person_id = ${which.personId}::uuid`
      : sql`sign_up.email = ${which.email}`
  return sql`sign_up.activity_id = ${which.activityId}::uuid and ${who}
             and sign_up.state <> 'cancelled'`
}

export async function selectSignUp(which: WhichSignUp): Promise<SignUpRow | undefined> {
  return firstRow<SignUpRow>(sql`select ${signUpColumns} from sign_up where ${chosen(which)}`)
}

/** The same within a transaction that holds the page. */
export async function selectSignUpHeld(tx: Tx, which: WhichSignUp): Promise<SignUpRow | undefined> {
  const [found] = await txRows<SignUpRow>(
    tx,
    sql`select ${signUpColumns} from sign_up where ${chosen(which)}`,
  )
  return found
}

/** Takes somebody off the list; without an account, and by themselves, they are forgotten at once. */
export async function endSignUp(
  tx: Tx,
  id: string,
  {
    endedAt,
    endedBy,
    isForgotten,
  }: { endedAt: Date; endedBy: string | null; isForgotten: boolean },
): Promise<void> {
  const forgotten = isForgotten ? { name: null, email: null, forgottenAt: endedAt } : {}
  await tx.signUp.update({
    where: { id },
    data: { state: 'cancelled', placedAt: null, endedAt, endedBy, ...forgotten },
  })
}

export async function placeSignUp(tx: Tx, id: string, placedAt: Date): Promise<void> {
  const data = { state: 'placed', placedAt, endedAt: null, endedBy: null }
  await tx.signUp.update({ where: { id }, data })
}

/** Gives the first in the line the places that are free. @returns who got one, in their order */
export async function moveUp(tx: Tx, activityId: string, placedAt: Date): Promise<string[]> {
  const moved = await txRows<{ id: string }>(
    tx,
    sql`
    with line as (
      select sign_up.id from sign_up
       where sign_up.activity_id = ${activityId}::uuid and sign_up.state = 'waiting'
       order by sign_up.signed_up_at, sign_up.id
       limit (select case when page.places is not null then greatest(0, page.places - (
                       select count(*) from sign_up taken
                        where taken.activity_id = page.activity_id and taken.state = 'placed')) end
                from sign_up_page page where page.activity_id = ${activityId}::uuid))
    update sign_up set state = 'placed', placed_at = ${placedAt}
      from line where sign_up.id = line.id returning sign_up.id::text`,
  )
  return moved.map(({ id }) => id).sort()
}

/** One line of the leader's list. */
export interface ListedSignUp {
  id: string
  name: string | null
  /** Of one without an account. */
  email: string | null
  hasAccount: boolean
  professionGroup: ProfessionGroup
  organisationName: string | null
  municipalityName: string | null
  state: SignUpState
  signedUpAt: Date
  endedAt: Date | null
  /** Sessions that they have been written down at. */
  attended: number
}

/** Those who have a place first, then the line in its order, then who is not coming. */
export function signUpsListed(activityId: string): ListSource<'line'> {
  return {
    columns: sql`
           sign_up.id, sign_up.email, sign_up.person_id is not null as "hasAccount",
           coalesce(person.given_name || ' ' || person.family_name, sign_up.name) as name,
           sign_up.profession_group as "professionGroup", organisation.name as "organisationName",
           municipality.short_name as "municipalityName", sign_up.state,
           sign_up.signed_up_at as "signedUpAt", sign_up.ended_at as "endedAt",
           (select count(*)::int from activity_session session
              join attendance on attendance.session_id = session.id and attendance.ended_at is null
               and (attendance.person_id = sign_up.person_id or attendance.sign_up_id = sign_up.id)
             where session.activity_id = sign_up.activity_id) as attended`,
    from: sql`
      from sign_up
      left join person on person.id = sign_up.person_id
      left join organisation on organisation.id = sign_up.organisation_id
      left join municipality on municipality.code = sign_up.municipality_code
     where sign_up.activity_id = ${activityId}::uuid`,
    key: sql`sign_up.id`,
    order: {
      line: sql`array_position(array['placed', 'waiting', 'cancelled'], sign_up.state),
                sign_up.signed_up_at`,
    },
  }
}

/** Ids of those who are to be told that an activity is cancelled. */
export async function selectComing(tx: Tx, activityId: string): Promise<string[]> {
  const found = await txRows<{ id: string }>(
    tx,
    sql`
    select id::text from sign_up
     where activity_id = ${activityId}::uuid and state <> 'cancelled' and forgotten_at is null`,
  )
  return found.map(({ id }) => id)
}
