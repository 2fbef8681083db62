import type { Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import type { MailState } from './outbox.ts'

export interface NoticeSetting {
  wantsRecommended: boolean
  /** When the person's address refused mail; null where it takes it. */
  refusedAt: Date | null
}

/** Undefined where there is no such person. */
export async function selectSetting(personId: string): Promise<NoticeSetting | undefined> {
  return firstRow<NoticeSetting>(sql`
    select coalesce(setting.wants_recommended, true) as "wantsRecommended",
           case when setting.refused_email = person.email then setting.refused_at end
             as "refusedAt"
      from person
      left join notice_setting setting on setting.person_id = person.id
     where person.id = ${personId}::uuid`)
}

export async function saveWish(tx: Tx, personId: string, wantsRecommended: boolean): Promise<void> {
  await tx.noticeSetting.upsert({
    where: { personId },
    create: { personId, wantsRecommended },
    update: { wantsRecommended },
  })
}

export async function forgetRefusal(tx: Tx, personId: string): Promise<void> {
  await tx.noticeSetting.updateMany({
    where: { personId },
    data: { refusedEmail: null, refusedAt: null },
  })
}

/** A mail as its reader sees it afterwards. */
export interface OwnMail {
  id: string
  subject: string
  madeOn: Day
  status: MailState
  things: number
}

/** The newest mails about what a person is to do. */
export async function selectOwnMails(personId: string, most: number): Promise<OwnMail[]> {
  return rows<OwnMail>(sql`
    select mail.id, mail.subject, mail.made_on as "madeOn", mail.status,
           (select count(*) from notice_item item where item.mail_id = mail.id) as things
      from notice_mail mail
     where mail.person_id = ${personId}::uuid and mail.kind = 'duties'
     order by mail.made_at desc, mail.id desc limit ${most}`)
}

/** Those among some people whose address has refused mail, and when. */
export async function selectRefused(
  personIds: readonly string[],
): Promise<{ personId: string; refusedAt: Date }[]> {
  return rows(sql`
    select person.id as "personId", setting.refused_at as "refusedAt"
      from notice_setting setting
      join person on person.id = setting.person_id and person.email = setting.refused_email
     where setting.person_id = any(${personIds}::uuid[]) and setting.refused_at is not null`)
}
