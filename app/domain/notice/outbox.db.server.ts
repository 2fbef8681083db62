import type { Language } from '~/i18n/format.ts'
import type { Day } from '~/kernel/dates.ts'
import { firstRow, rows } from '~/platform/db/database.server.ts'
import { sql, type Sql } from '~/platform/db/sql.server.ts'
import type { LetterToSend } from './letter.ts'
import type { MailOutcome } from './outbox.ts'
import type { Optional } from './write-duty-notice.ts'

/** A mail about duties that a sender has taken. */
export interface ClaimedMail {
  id: string
  personId: string
  subject: string
  body: string
  optional: Optional
  tries: number
}

/** A letter that a sender has taken. */
export interface ClaimedLetter extends LetterToSend {
  id: string
  tries: number
}

const claimed = (claimId: string, at: Date, isWanted: Sql) => sql`
  update notice_mail set status = 'sending', claim_id = ${claimId}::uuid, claimed_at = ${at}
   where id = (
     select id from notice_mail
      where settled_at is null and status = 'waiting' and try_at <= ${at} and ${isWanted}
      order by try_at, id limit 1 for update skip locked)`

/** Takes the mail about duties that has waited longest, which nobody else then takes; undefined when none waits. */
export async function claimMail(claimId: string, at: Date): Promise<ClaimedMail | undefined> {
  return firstRow<ClaimedMail>(sql`
    ${claimed(claimId, at, sql`kind = 'duties'`)}
    returning id, person_id as "personId", subject, body, optional, tries`)
}

/** The same of a letter of one of these kinds. */
export async function claimLetter(
  claimId: string,
  at: Date,
  kinds: readonly string[],
): Promise<ClaimedLetter | undefined> {
  if (kinds.length === 0) return undefined
  const isWanted = sql`kind <> 'duties' and kind = any(${[...kinds]}::text[])`
  return firstRow<ClaimedLetter>(sql`
    ${claimed(claimId, at, isWanted)}
    returning id, kind, about_id as "aboutId", news, tries`)
}

/** Where and whether to write to somebody now. */
export async function selectAddress(
  personId: string,
): Promise<{ email: string; language: Language; wantsRecommended: boolean } | undefined> {
  return firstRow(sql`
    select person.email, person.language,
           coalesce(setting.wants_recommended, true) as "wantsRecommended"
      from person
      left join notice_setting setting on setting.person_id = person.id
     where person.id = ${personId}::uuid and person.email_confirmed_at is not null
       and setting.refused_email is distinct from person.email`)
}

/**
 * Marks that from now on it is uncertain whether the server has the mail.
 * @returns false when the sender has lost it: it is to hand nothing over
 */
export async function markHandedOver(id: string, claimId: string): Promise<boolean> {
  const marked = await rows(sql`
    update notice_mail set status = 'handed-over'
     where id = ${id}::uuid and claim_id = ${claimId}::uuid and status = 'sending'
    returning id`)
  return marked.length > 0
}

/** Puts a mail that nobody has got back, for later. */
export async function putBack(
  id: string,
  claimId: string,
  next: { tryAt: Date; tries: number },
): Promise<void> {
  await rows(sql`
    update notice_mail
       set status = 'waiting', claim_id = null, claimed_at = null, try_at = ${next.tryAt},
           tries = ${next.tries}
     where id = ${id}::uuid and claim_id = ${claimId}::uuid
       and status in ('sending', 'handed-over')`)
}

/** A mail that a sender has taken, as it settles it. */
export interface ClaimedBy {
  id: string
  claimId: string
  /** The account of its reader; null for one without. */
  readerId: string | null
  /** Whether it takes its reader's week: a letter does not. */
  takesWeek: boolean
}

/**
 * Settles what came of a mail that this sender has. What nobody got is not told: it is told again where it is
 * still to be done. The week until the next mail counts from the day on which this one was sent.
 * @param refusedEmail the address that does not exist
 */
export async function settleMail(
  mail: ClaimedBy,
  outcome: MailOutcome,
  { at, day, refusedEmail }: { at: Date; day: Day; refusedEmail?: string },
): Promise<void> {
  const isUntold = outcome !== 'sent' && outcome !== 'doubtful'
  await rows(sql`
    with settled as (
      update notice_mail set status = ${outcome}, settled_at = ${at}, body = null
       where id = ${mail.id}::uuid and claim_id = ${mail.claimId}::uuid
         and status in ('sending', 'handed-over', 'doubtful')
      returning id),
    closed as (
      update notice_item item set closed_on = ${day}::date
        from settled
       where item.mail_id = settled.id and item.closed_on is null and ${isUntold}::boolean)
    insert into notice_setting (person_id, mailed_on, refused_email, refused_at)
    select ${mail.readerId}::uuid,
           case when ${isUntold || !mail.takesWeek}::boolean then null else ${day}::date end,
           ${refusedEmail ?? null}::text,
           case when ${refusedEmail ?? null}::text is not null then ${at}::timestamptz end
      from settled
     where ${mail.readerId !== null && (mail.takesWeek || refusedEmail !== undefined)}::boolean
    on conflict (person_id) do update
       set mailed_on = greatest(notice_setting.mailed_on, excluded.mailed_on),
           refused_email = coalesce(excluded.refused_email, notice_setting.refused_email),
           refused_at = coalesce(excluded.refused_at, notice_setting.refused_at)`)
}

/**
 * Takes mails from senders that have been silent since `before`: one that was not handed over waits again, of
 * one that was nobody knows, and it is not sent again.
 * @returns how many wait again, and how many are in doubt
 */
export async function releaseSilent(
  before: Date,
  at: Date,
): Promise<{ waiting: number; doubtful: number }> {
  const found = await rows<{ status: string; count: number }>(sql`
    with released as (
      update notice_mail
         set status = case when status = 'sending' then 'waiting' else 'doubtful' end,
             claim_id = case when status = 'sending' then null else claim_id end,
             settled_at = case when status = 'sending' then null else ${at}::timestamptz end,
             body = case when status = 'sending' then body end
       where settled_at is null and status in ('sending', 'handed-over') and claimed_at < ${before}
      returning status)
    select status, count(*) as count from released group by status`)
  const of = (status: string) => found.find((row) => row.status === status)?.count ?? 0
  return { waiting: of('waiting'), doubtful: of('doubtful') }
}

/** Gives up what was made before a moment and has not been sent: its day has gone. @returns how many */
export async function giveUpBefore(before: Date, at: Date, day: Day): Promise<number> {
  const given = await rows(sql`
    with given_up as (
      update notice_mail set status = 'given-up', settled_at = ${at}, body = null
       where settled_at is null and status = 'waiting' and made_at < ${before}
      returning id),
    closed as (
      update notice_item item set closed_on = ${day}::date
        from given_up
       where item.mail_id = given_up.id and item.closed_on is null)
    select id from given_up`)
  return given.length
}
