import { dateOf } from '~/kernel/dates.ts'
import type { CertificateId, PersonId } from '~/kernel/ids.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { join, sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type {
  CertifiedTrack,
  HeldCertificate,
  PlayedModule,
  RevocationReason,
  TrackRule,
} from './credential.ts'

export interface CertifyingTrack
  extends TrackRule, Omit<CertifiedTrack, 'earnedOn' | 'validUntil'> {}

/** Every track of a course that gives certificates. */
export async function selectTracks(tx: Tx): Promise<CertifyingTrack[]> {
  return txRows<CertifyingTrack>(
    tx,
    sql`
    select track.id::text as "trackId", course.id::text as "courseId",
           course.validity_months::int as "validityMonths",
           course.title_sv as "courseTitleSv", course.title_en as "courseTitleEn",
           track.title_sv as "trackTitleSv", track.title_en as "trackTitleEn",
           coalesce(course.version, '') as "courseVersion",
           array(select module_id::text from track_module where track_id = track.id) as "moduleIds",
           array(select id::text from module
                  where course_id = course.id and kind = 'refresher') as "refresherIds"
      from track join course on course.id = track.course_id
     where course.validity_months is not null
     order by course.position, track.position`,
  )
}

const personList = (personIds: readonly PersonId[]) => join(personIds.map((id) => sql`${id}::uuid`))

/**
 * What people have played to its end in courses that give certificates, once for each day. A version is completed
 * once, but a later attempt at it counts for a certificate, too.
 */
export async function selectPlayed(
  tx: Tx,
  personIds: readonly PersonId[],
): Promise<(PlayedModule & { personId: PersonId })[]> {
  return txRows<PlayedModule & { personId: PersonId }>(
    tx,
    sql`
    with played as (
      select person_id, module_id, completed_on from completion
       where source in ('played', 'group') and person_id in (${personList(personIds)})
      union
      select registration.person_id, version.module_id,
             (attempt.completed_at at time zone 'Europe/Stockholm')::date
        from registration
        join attempt on attempt.registration_id = registration.id
        join module_version version on version.id = registration.module_version_id
       where attempt.completion = 'completed' and attempt.completed_at is not null
         and registration.person_id in (${personList(personIds)}))
    select played.person_id::text as "personId", played.module_id::text as "moduleId",
           played.completed_on::text as on
      from played
      join module on module.id = played.module_id
      join course on course.id = module.course_id
     where course.validity_months is not null`,
  )
}

export interface HeldRow extends HeldCertificate {
  personId: PersonId
  trackId: string
}

export async function selectHeld(tx: Tx, personIds: readonly PersonId[]): Promise<HeldRow[]> {
  return txRows<HeldRow>(
    tx,
    sql`
    select id::text, person_id::text as "personId", track_id::text as "trackId",
           earned_on::text as "earnedOn", valid_until::text as "validUntil",
           revoked_at is not null as "isRevoked"
      from certificate where person_id in (${personList(personIds)})`,
  )
}

/** Names as certificates have them, by person. */
export async function selectNames(
  tx: Tx,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const found = await txRows<{ id: PersonId; name: string }>(
    tx,
    sql`select id::text, given_name || ' ' || family_name as name
          from person where id in (${personList(personIds)})`,
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}

/**
 * People who may have earned a certificate that is not there: with as many modules as the smallest track asks for
 * or a certificate to renew, and something played after their latest one.
 * @param after the id after which to go on
 */
export async function selectCandidates(after: string, limit: number): Promise<PersonId[]> {
  const found = await rows<{ id: PersonId }>(sql`
    select completion.person_id as id
      from completion
      join module on module.id = completion.module_id
      join course on course.id = module.course_id
     where completion.source in ('played', 'group') and course.validity_months is not null
       and completion.person_id > ${after}::uuid
     group by completion.person_id
    having (count(distinct completion.module_id) >= (
              select min(size) from (
                select count(*) as size from track_module group by track_id) as sizes)
            or exists (select 1 from certificate where person_id = completion.person_id))
       and greatest(max(completion.completed_on), (
              select max((attempt.completed_at at time zone 'Europe/Stockholm')::date)
                from registration join attempt on attempt.registration_id = registration.id
               where registration.person_id = completion.person_id)) > coalesce((
              select max(earned_on) from certificate
               where person_id = completion.person_id), '-infinity')
     order by completion.person_id limit ${limit}`)
  return found.map(({ id }) => id)
}

export interface NewCertificate extends CertifiedTrack {
  id: CertificateId
  code: string
  personId: PersonId
  courseId: string
  trackId: string
  issuedAt: Date
  holderName: string | null
  showsName: boolean
  renewsId: string | null
  replacesId: string | null
}

/** @returns false, and nothing is written, where there is one for that person, track and day */
export async function insertCertificate(
  tx: Tx,
  { earnedOn, validUntil, ...certificate }: NewCertificate,
): Promise<boolean> {
  const data = [{ ...certificate, earnedOn: dateOf(earnedOn), validUntil: dateOf(validUntil) }]
  const { count } = await tx.certificate.createMany({ data, skipDuplicates: true })
  return count === 1
}

export interface CertificateRow extends CertifiedTrack {
  id: CertificateId
  code: string
  personId: PersonId
  courseId: string
  trackId: string
  holderName: string | null
  showsName: boolean
  issuedAt: Date
  renewsId: string | null
  revokedAt: Date | null
  revokedFor: RevocationReason | null
}

const columns = sql`
  id::text, code, person_id::text as "personId", course_id::text as "courseId",
  track_id::text as "trackId", course_title_sv as "courseTitleSv",
  course_title_en as "courseTitleEn", track_title_sv as "trackTitleSv",
  track_title_en as "trackTitleEn", course_version as "courseVersion",
  earned_on::text as "earnedOn", valid_until::text as "validUntil", issued_at as "issuedAt",
  holder_name as "holderName", shows_name as "showsName", renews_id::text as "renewsId",
  revoked_at as "revokedAt", revoked_for as "revokedFor"`

/** A person's certificates, the newest first. */
export async function selectCertificatesOf(personId: PersonId): Promise<CertificateRow[]> {
  return rows<CertificateRow>(sql`
    select ${columns} from certificate where person_id = ${personId}::uuid
     order by earned_on desc, issued_at desc, id desc`)
}

export async function selectCertificate(id: string): Promise<CertificateRow | undefined> {
  return firstRow<CertificateRow>(sql`select ${columns} from certificate where id = ${id}::uuid`)
}

export async function selectCertificateByCode(code: string): Promise<CertificateRow | undefined> {
  return firstRow<CertificateRow>(sql`select ${columns} from certificate where code = ${code}`)
}

/** The certificate to change, its row locked. */
export async function selectCertificateForChange(
  tx: Tx,
  id: string,
): Promise<CertificateRow | undefined> {
  const found = await txRows<CertificateRow>(
    tx,
    sql`select ${columns} from certificate where id = ${id}::uuid for update`,
  )
  return found[0]
}

export async function saveName(
  tx: Tx,
  id: CertificateId,
  name: { holderName: string | null; showsName: boolean },
): Promise<void> {
  await tx.certificate.update({ where: { id }, data: name })
}

export async function saveRevocation(
  tx: Tx,
  id: CertificateId,
  revocation: { revokedAt: Date; revokedBy: string | null; revokedFor: RevocationReason },
): Promise<void> {
  await tx.certificate.update({ where: { id }, data: revocation })
}
