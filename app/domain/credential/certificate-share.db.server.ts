import { today } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { CertifiedTrack } from './credential.ts'

/** An employer of the holder's, and whether it may see the certificate. */
export interface ShareChoice {
  organisationId: string
  name: string
  isShared: boolean
}

// Only where somebody has said that the person works there: a claim of one's own would let anybody show up.
const employers = (personId: string) => sql`
  select distinct placement.organisation_id
    from affiliation
    join unit_placement placement on placement.unit_id = affiliation.unit_id
     and ${holdsOn(sql`placement`, today())}
   where affiliation.person_id = ${personId}::uuid and affiliation.status = 'confirmed'
     and ${holdsOn(sql`affiliation`, today())}`

/** The organisations where the holder is confirmed today, and those that it is shared with from before. */
export async function selectShareChoices(
  certificateId: string,
  personId: string,
): Promise<ShareChoice[]> {
  return rows<ShareChoice>(sql`
    select organisation.id as "organisationId", organisation.name,
           share.certificate_id is not null as "isShared"
      from organisation
      left join certificate_share share on share.organisation_id = organisation.id
       and share.certificate_id = ${certificateId}::uuid
     where share.certificate_id is not null or organisation.id in (${employers(personId)})
     order by organisation.name, organisation.id`)
}

export async function isEmployer(
  tx: Tx,
  personId: string,
  organisationId: string,
): Promise<boolean> {
  const found = await txRows(
    tx,
    sql`select 1 where ${organisationId}::uuid in (${employers(personId)})`,
  )
  return found.length > 0
}

/** @returns false where it was shared already */
export async function insertShare(
  tx: Tx,
  share: { certificateId: string; organisationId: string; sharedAt: Date },
): Promise<boolean> {
  const { count } = await tx.certificateShare.createMany({ data: [share], skipDuplicates: true })
  return count === 1
}

/** @returns false where it was not shared */
export async function deleteShare(
  tx: Tx,
  share: { certificateId: string; organisationId: string },
): Promise<boolean> {
  const { count } = await tx.certificateShare.deleteMany({ where: share })
  return count === 1
}

/** A certificate as the organisation sees it that its holder shares it with. */
export interface SharedCertificate extends CertifiedTrack {
  code: string
}

/** What a person shares with an organisation, without what is revoked; the newest first. */
export async function selectShared(
  personId: string,
  organisationId: string,
): Promise<SharedCertificate[]> {
  return rows<SharedCertificate>(sql`
    select certificate.code, certificate.course_title_sv as "courseTitleSv",
           certificate.course_title_en as "courseTitleEn",
           certificate.track_title_sv as "trackTitleSv",
           certificate.track_title_en as "trackTitleEn",
           certificate.course_version as "courseVersion", certificate.earned_on as "earnedOn",
           certificate.valid_until as "validUntil"
      from certificate_share share join certificate on certificate.id = share.certificate_id
     where certificate.person_id = ${personId}::uuid
       and share.organisation_id = ${organisationId}::uuid and certificate.revoked_at is null
     order by certificate.earned_on desc, certificate.id desc`)
}
