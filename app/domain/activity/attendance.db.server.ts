import type { Day } from '~/kernel/dates.ts'
import type { Reach } from '~/kernel/permission.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { withinReach } from '~/platform/db/reach.server.ts'
import { sql, type Sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { AttendanceCell, AttendanceWay, CountCell, CountedSex } from './attendance.ts'

/** What kind of person came from where. */
export interface AttendanceKind {
  professionGroup: ProfessionGroup
  sex: CountedSex
  organisationId: string | null
  municipalityCode: string | null
  countyCode: string | null
}

export interface NewAttendance extends AttendanceKind {
  id: string
  sessionId: string
  way: AttendanceWay
  people: number
  personId: string | null
  deviceKey: string | null
  recordedAt: Date
  recordedBy: string | null
  replacesId: string | null
  completionId: string | null
  /** Of one who came by a sign-up without an account. */
  signUpId?: string | null
}

/** Where people worked on a day, beside `person`, one workplace each: a confirmed employment before all others, the newest first. */
export const workedOn = (day: Sql) => sql`
  left join lateral (
    select affiliation.profession_group, placement.organisation_id,
           coalesce(unit.municipality_code, affiliation.municipality_code) as municipality_code,
           coalesce(unit.county_code, left(affiliation.municipality_code, 2)) as county_code
      from affiliation
      left join unit on unit.id = affiliation.unit_id
      left join unit_placement placement
        on placement.unit_id = affiliation.unit_id and placement.valid_from <= ${day}
       and (placement.valid_to is null or placement.valid_to > ${day})
     where affiliation.person_id = person.id and affiliation.status in ('claimed', 'confirmed')
       and affiliation.valid_from <= ${day}
       and (affiliation.valid_to is null or affiliation.valid_to > ${day})
     order by affiliation.status = 'confirmed' desc, affiliation.kind = 'employed' desc,
              affiliation.valid_from desc, affiliation.id
     limit 1) worked on true`

const isWithin = (reach: Reach, day: Sql): Sql =>
  reach.everywhere
    ? sql`true`
    : sql`exists (
        select 1 from affiliation
          left join unit on unit.id = affiliation.unit_id
         where affiliation.person_id = person.id and affiliation.status in ('claimed', 'confirmed')
           and affiliation.valid_from <= ${day}
           and (affiliation.valid_to is null or affiliation.valid_to > ${day})
           and ${withinReach(reach, {
             organisation: sql`null`,
             county: sql`coalesce(unit.county_code, left(affiliation.municipality_code, 2))`,
             municipality: sql`coalesce(unit.municipality_code, affiliation.municipality_code)`,
           })})`

interface NewPersons {
  sessionId: string
  heldOn: Day
  way: AttendanceWay
  recordedAt: Date
  recordedBy: string | null
}

/** What writes persons down at a session, with where they worked on its day. Who is there already stays. */
export const insertPersons = (
  { sessionId, heldOn, way, recordedAt, recordedBy }: NewPersons,
  who: Sql,
): Sql => sql`
  insert into attendance
         (id, session_id, way, people, person_id, profession_group, sex, organisation_id,
          municipality_code, county_code, recorded_at, recorded_by)
  select gen_random_uuid(), ${sessionId}::uuid, ${way}, 1, person.id,
         coalesce(worked.profession_group, 'other'), person.sex, worked.organisation_id,
         worked.municipality_code, worked.county_code, ${recordedAt}, ${recordedBy}::uuid
    from person ${workedOn(sql`${heldOn}::date`)}
   where ${who}
  on conflict (session_id, person_id) where ended_at is null and person_id is not null do nothing
  returning id::text`

/**
 * Writes down people at a session by their addresses, with where they worked on its day: those who work within
 * reach. Who is there already stays as they are.
 * @returns how many were added, and which of the addresses are of nobody within reach
 */
export async function insertByAddress(
  tx: Tx,
  about: NewPersons,
  emails: readonly string[],
  reach: Reach,
): Promise<{ added: number; unknown: string[] }> {
  const day = sql`${about.heldOn}::date`
  const found = await txRows<{ id: string; email: string }>(
    tx,
    sql`
    select person.id::text, person.email from person
     where person.email = any(${[...emails]}::text[]) and person.email_confirmed_at is not null
       and ${isWithin(reach, day)}`,
  )
  const ids = found.map(({ id }) => id)
  const added = await txRows(tx, insertPersons(about, sql`person.id = any(${ids}::uuid[])`))
  const known = new Set(found.map(({ email }) => email))
  return { added: added.length, unknown: emails.filter((email) => !known.has(email)) }
}

/** Writes down one person; nothing where they are there already. @returns the row's id */
export async function insertPerson(
  tx: Tx,
  about: NewPersons & { personId: string },
): Promise<string | undefined> {
  const who = sql`person.id = ${about.personId}::uuid`
  const [added] = await txRows<{ id: string }>(tx, insertPersons(about, who))
  return added?.id
}

/** Writes down somebody by no name, a number, or a correction. False where a device or a kind is there already. */
export async function insertAttendance(tx: Tx, made: NewAttendance): Promise<boolean> {
  const added = await txRows(
    tx,
    sql`
    insert into attendance
           (id, session_id, way, people, person_id, device_key, profession_group, sex,
            organisation_id, municipality_code, county_code, recorded_at, recorded_by, replaces_id,
            completion_id, sign_up_id)
    values (${made.id}::uuid, ${made.sessionId}::uuid, ${made.way}, ${made.people},
            ${made.personId}::uuid, ${made.deviceKey}, ${made.professionGroup}, ${made.sex},
            ${made.organisationId}::uuid, ${made.municipalityCode}, ${made.countyCode},
            ${made.recordedAt}, ${made.recordedBy}::uuid, ${made.replacesId}::uuid,
            ${made.completionId}::uuid, ${made.signUpId ?? null}::uuid)
    on conflict do nothing returning id::text`,
  )
  return added.length > 0
}

export interface AttendanceRow extends AttendanceKind {
  id: string
  sessionId: string
  way: AttendanceWay
  people: number
  personId: string | null
  deviceKey: string | null
  completionId: string | null
  signUpId: string | null
}

const attendanceColumns = sql`
  attendance.id::text, attendance.session_id::text as "sessionId", attendance.way,
  attendance.people, attendance.person_id::text as "personId",
  attendance.device_key as "deviceKey", attendance.profession_group as "professionGroup",
  attendance.sex, attendance.organisation_id::text as "organisationId",
  attendance.municipality_code as "municipalityCode", attendance.county_code as "countyCode",
  attendance.completion_id::text as "completionId", attendance.sign_up_id::text as "signUpId"`

/** One that has not ended, of a session. */
export async function selectAttendance(
  tx: Tx,
  sessionId: string,
  which: { id: string } | { deviceKey: string },
): Promise<AttendanceRow | undefined> {
  const condition =
    'id' in which
      ? sql`attendance.id = ${which.id}::uuid`
      : sql`attendance.device_key = ${which.deviceKey}`
  const [found] = await txRows<AttendanceRow>(
    tx,
    sql`
    select ${attendanceColumns} from attendance
     where attendance.session_id = ${sessionId}::uuid and attendance.ended_at is null
       and ${condition} for update`,
  )
  return found
}

/** The counts of a session from one place. */
export async function selectCounts(
  tx: Tx,
  sessionId: string,
  place: Pick<AttendanceKind, 'organisationId' | 'municipalityCode' | 'countyCode'>,
): Promise<(AttendanceRow & CountCell)[]> {
  const { organisationId, municipalityCode } = place
  return txRows(
    tx,
    sql`
    select ${attendanceColumns} from attendance
     where attendance.session_id = ${sessionId}::uuid and attendance.way = 'counted'
       and attendance.ended_at is null
       and attendance.organisation_id is not distinct from ${organisationId}::uuid
       and (attendance.organisation_id is not null
            or attendance.municipality_code is not distinct from ${municipalityCode}::text)
     for update`,
  )
}

export async function endAttendance(
  tx: Tx,
  id: string,
  { endedAt, endedBy }: { endedAt: Date; endedBy: string | null },
): Promise<void> {
  await tx.attendance.update({ where: { id }, data: { endedAt, endedBy } })
}

/** Attendance that has not ended, of an activity, with the names of places. */
export interface AttendanceTableRow extends AttendanceCell {
  organisationId: string | null
  organisationName: string | null
  municipalityCode: string | null
  municipalityName: string | null
  countyName: string | null
}

export async function selectAttendanceTable(activityId: string): Promise<AttendanceTableRow[]> {
  return rows<AttendanceTableRow>(sql`
    select attendance.session_id as "sessionId", attendance.way,
           attendance.profession_group as "professionGroup", attendance.sex,
           attendance.county_code as "countyCode", county.name as "countyName",
           attendance.organisation_id as "organisationId", organisation.name as "organisationName",
           attendance.municipality_code as "municipalityCode",
           municipality.short_name as "municipalityName", sum(attendance.people)::int as people
      from activity_session session
      join attendance on attendance.session_id = session.id and attendance.ended_at is null
      left join county on county.code = attendance.county_code
      left join municipality on municipality.code = attendance.municipality_code
      left join organisation on organisation.id = attendance.organisation_id
     where session.activity_id = ${activityId}::uuid
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
     order by 1, 5, 9, 8, 3, 4, 2`)
}

/** How many there are with a name, each once however many sessions they came to. */
export async function selectKnownPersons(activityId: string): Promise<number> {
  const found = await firstRow<{ count: number }>(sql`
    select count(distinct attendance.person_id) as count
      from activity_session session
      join attendance on attendance.session_id = session.id and attendance.ended_at is null
     where session.activity_id = ${activityId}::uuid`)
  return found?.count ?? 0
}

/** One who is there by themselves: by name or by a telephone. */
export interface AttendingOne extends AttendanceKind {
  id: string
  way: AttendanceWay
  name: string | null
  organisationName: string | null
  municipalityName: string | null
  isCredited: boolean
}

export async function selectAttending(
  sessionId: string,
  page: { offset: number; limit: number },
): Promise<AttendingOne[]> {
  return rows<AttendingOne>(sql`
    select attendance.id, attendance.way, attendance.profession_group as "professionGroup",
           attendance.sex, attendance.organisation_id as "organisationId",
           attendance.municipality_code as "municipalityCode",
           attendance.county_code as "countyCode",
           person.given_name || ' ' || person.family_name as name,
           organisation.name as "organisationName", municipality.short_name as "municipalityName",
           attendance.completion_id is not null as "isCredited"
      from attendance
      left join person on person.id = attendance.person_id
      left join organisation on organisation.id = attendance.organisation_id
      left join municipality on municipality.code = attendance.municipality_code
     where attendance.session_id = ${sessionId}::uuid and attendance.ended_at is null
       and attendance.way <> 'counted'
     order by attendance.recorded_at, attendance.id
     limit ${page.limit} offset ${page.offset}`)
}

/** A correction: what was, what is in its place (null: nothing), who and when. */
export interface Correction {
  id: string
  at: Date
  by: string | null
  way: AttendanceWay
  wasPeople: number
  wasGroup: ProfessionGroup
  wasSex: CountedSex
  wasPlace: string | null
  isPeople: number | null
  isGroup: ProfessionGroup | null
  isPlace: string | null
}

/** The corrections of a session, the newest first. */
export async function selectCorrections(sessionId: string, limit: number): Promise<Correction[]> {
  const placeOf = (organisation: Sql, municipality: Sql) =>
    sql`coalesce(${organisation}.name, ${municipality}.short_name)`
  return rows<Correction>(sql`
    select old.id, old.ended_at as at, by_whom.given_name || ' ' || by_whom.family_name as by,
           old.way, old.people as "wasPeople", old.profession_group as "wasGroup",
           old.sex as "wasSex", ${placeOf(sql`old_organisation`, sql`old_municipality`)} as "wasPlace",
           fresh.people as "isPeople", fresh.profession_group as "isGroup",
           ${placeOf(sql`fresh_organisation`, sql`fresh_municipality`)} as "isPlace"
      from attendance old
      left join attendance fresh on fresh.replaces_id = old.id
      left join person by_whom on by_whom.id = old.ended_by
      left join organisation old_organisation on old_organisation.id = old.organisation_id
      left join municipality old_municipality on old_municipality.code = old.municipality_code
      left join organisation fresh_organisation on fresh_organisation.id = fresh.organisation_id
      left join municipality fresh_municipality on fresh_municipality.code = fresh.municipality_code
     where old.session_id = ${sessionId}::uuid and old.ended_at is not null
     order by old.ended_at desc, old.id desc limit ${limit}`)
}
