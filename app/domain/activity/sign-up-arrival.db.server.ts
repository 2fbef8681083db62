import type { Day } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import { insertPersons } from './attendance.db.server.ts'

/** One who has a place and is not written down at a session. */
export interface Expected {
  id: string
  name: string
  professionGroup: ProfessionGroup
  placeName: string | null
}

const mostExpected = 300

export async function selectExpected(activityId: string, sessionId: string): Promise<Expected[]> {
  return rows<Expected>(sql`
    select sign_up.id, sign_up.profession_group as "professionGroup",
           coalesce(person.given_name || ' ' || person.family_name, sign_up.name) as name,
           coalesce(organisation.name, municipality.short_name) as "placeName"
      from sign_up
      left join person on person.id = sign_up.person_id
      left join organisation on organisation.id = sign_up.organisation_id
      left join municipality on municipality.code = sign_up.municipality_code
     where sign_up.activity_id = ${activityId}::uuid and sign_up.state = 'placed'
       and sign_up.forgotten_at is null
       and not exists (
         select 1 from attendance
          where attendance.session_id = ${sessionId}::uuid and attendance.ended_at is null
            and (attendance.person_id = sign_up.person_id or attendance.sign_up_id = sign_up.id))
     order by coalesce(person.family_name, sign_up.name), sign_up.id
     limit ${mostExpected}`)
}

/** The sessions at which a sign-up without an account has been used. */
export async function selectArrived(signUpId: string): Promise<string[]> {
  const found = await rows<{ sessionId: string }>(sql`
    select session_id as "sessionId" from attendance
     where sign_up_id = ${signUpId}::uuid and ended_at is null`)
  return found.map(({ sessionId }) => sessionId)
}

interface Arrivals {
  activityId: string
  sessionId: string
  heldOn: Day
  recordedAt: Date
  recordedBy: string
  signUpIds: readonly string[]
}

/** Writes down, of an activity's sign-ups, those who came: persons with where they work on the day, others as they said. */
export async function insertArrivals(tx: Tx, given: Arrivals): Promise<number> {
  const { activityId, sessionId, recordedAt, recordedBy } = given
  const ids = [...given.signUpIds]
  const chosen = sql`
    select sign_up.* from sign_up
     where sign_up.activity_id = ${activityId}::uuid and sign_up.id = any(${ids}::uuid[])
       and sign_up.state = 'placed'`
  const persons = await txRows(
    tx,
    insertPersons(
      { ...given, way: 'registered' },
      sql`person.id in (select chosen.person_id from (${chosen}) chosen)`,
    ),
  )
  const unnamed = await txRows(
    tx,
    sql`
    insert into attendance
           (id, session_id, way, people, sign_up_id, profession_group, organisation_id,
            municipality_code, county_code, recorded_at, recorded_by)
    select gen_random_uuid(), ${sessionId}::uuid, 'registered', 1, chosen.id,
           chosen.profession_group, chosen.organisation_id, chosen.municipality_code,
           chosen.county_code, ${recordedAt}, ${recordedBy}::uuid
      from (${chosen}) chosen where chosen.person_id is null
    on conflict (session_id, sign_up_id) where ended_at is null and sign_up_id is not null do nothing
    returning id::text`,
  )
  return persons.length + unnamed.length
}
