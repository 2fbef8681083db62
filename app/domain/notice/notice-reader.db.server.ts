import type { Language } from '~/i18n/format.ts'
import { daysBetweenMails, type ToldNotice } from './duty-notice.ts'
import { addDays, type Day } from '~/kernel/dates.ts'
import { rows } from '~/platform/db/database.server.ts'
import { holdsOn } from '~/platform/db/days.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'

/** Somebody to whom a mail can be written. */
export interface Reader {
  personId: string
  email: string
  language: Language
  mailedOn: Day | null
  wantsRecommended: boolean
}

const readersWhere = (condition: Sql, end: Sql) =>
  rows<Reader>(sql`
    select person.id as "personId", person.email, person.language,
           setting.mailed_on as "mailedOn",
           coalesce(setting.wants_recommended, true) as "wantsRecommended"
      from person
      left join notice_setting setting on setting.person_id = person.id
     where person.email_confirmed_at is not null
       and exists (select 1 from sign_in_identity identity where identity.person_id = person.id)
       and setting.refused_email is distinct from person.email
       and ${condition}
     ${end}`)

/**
 * Those who could be told something today, in the order of their ids: who have a place where they work, or
 * were told of something to do.
 */
export async function selectReadersAfter(
  after: string | null,
  most: number,
  today: Day,
): Promise<Reader[]> {
  const latest = addDays(today, -daysBetweenMails)
  return readersWhere(
    sql`person.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      and (setting.mailed_on is null or setting.mailed_on <= ${latest}::date)
      and (exists (
             select 1 from affiliation
              where affiliation.person_id = person.id and affiliation.unit_id is not null
                and affiliation.status in ('claimed', 'confirmed')
                and ${holdsOn(sql`affiliation`, today)})
           or exists (
             select 1 from notice_item item
              where item.person_id = person.id and item.closed_on is null))`,
    sql`order by person.id limit ${most}`,
  )
}

/** Those among some people to whom mail can be written. */
export async function selectReadersAmong(personIds: string[]): Promise<Reader[]> {
  return readersWhere(sql`person.id = any(${personIds}::uuid[])`, sql`order by person.id`)
}

/** What mails have told them of what is still to be done. */
export async function selectTold(
  personIds: string[],
): Promise<(ToldNotice & { personId: string })[]> {
  return rows(sql`
    select person_id as "personId", module_id as "moduleId", stage, due_on as "dueOn",
           told_on as "toldOn"
      from notice_item
     where closed_on is null and person_id = any(${personIds}::uuid[])`)
}

/** Of what managers want them reminded. */
export async function selectReminders(
  personIds: string[],
): Promise<{ personId: string; moduleId: string }[]> {
  return rows(sql`
    select distinct person_id as "personId", module_id as "moduleId"
      from notice_reminder
     where ended_at is null and person_id = any(${personIds}::uuid[])`)
}
