import { daysBetweenMails, type NoticeStage } from './duty-notice.ts'
import type { LetterToSend } from './letter.ts'
import { addDays, dateOf, type Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { sql, type Tx } from '~/platform/db/sql.server.ts'
import { txRows } from '~/platform/db/transaction.server.ts'
import type { Optional } from './write-duty-notice.ts'

export interface MailToInsert {
  id: string
  personId: string
  subject: string
  body: string
  optional: Optional
  items: { moduleId: string; stage: NoticeStage; dueOn: Day | null }[]
}

/** A person and a module. */
export interface PersonModule {
  personId: string
  moduleId: string
}

/**
 * Takes these people's mail of the week, each once, whoever else is at it.
 * @returns those whose it was to take
 */
export async function takeMailOfWeek(tx: Tx, personIds: string[], today: Day): Promise<string[]> {
  const latest = addDays(today, -daysBetweenMails)
  const taken = await txRows<{ personId: string }>(
    tx,
    sql`
    insert into notice_setting (person_id, mailed_on)
    select id, ${today}::date from unnest(${[...personIds].sort()}::uuid[]) id
    on conflict (person_id) do update set mailed_on = excluded.mailed_on
     where notice_setting.mailed_on is null or notice_setting.mailed_on <= ${latest}::date
    returning person_id::text as "personId"`,
  )
  return taken.map(({ personId }) => personId)
}

export async function insertMails(
  tx: Tx,
  mails: readonly MailToInsert[],
  { day, at }: { day: Day; at: Date },
): Promise<void> {
  await tx.noticeMail.createMany({
    data: mails.map(({ items: _, ...mail }) => ({
      ...mail,
      madeOn: dateOf(day),
      madeAt: at,
      status: 'waiting',
      tryAt: at,
    })),
  })
  await tx.noticeItem.createMany({
    data: mails.flatMap(({ id, personId, items }) =>
      items.map(({ dueOn, ...item }) => ({
        ...item,
        mailId: id,
        personId,
        dueOn: dueOn === null ? null : dateOf(dueOn),
        toldOn: dateOf(day),
      })),
    ),
  })
}

/** Letters have their words when they are sent: until then there is nothing of them to keep. */
export async function insertLetters(
  tx: Tx,
  letters: readonly (LetterToSend & { id: string })[],
  { day, at }: { day: Day; at: Date },
): Promise<void> {
  await tx.noticeMail.createMany({
    data: letters.map((letter) => ({
      ...letter,
      ...{ subject: '', body: '', optional: 'none', status: 'waiting' },
      ...{ madeOn: dateOf(day), madeAt: at, tryAt: at },
    })),
  })
}

const pairsOf = (pairs: readonly PersonModule[]) => sql`
  unnest(${pairs.map(({ personId }) => personId)}::uuid[],
         ${pairs.map(({ moduleId }) => moduleId)}::uuid[]) pair (person_id, module_id)`

/** Closes what was told of what need not be done any more: if it is asked again, it is told again. */
export async function closeItems(tx: Tx, pairs: readonly PersonModule[], day: Day): Promise<void> {
  await tx.$executeRaw(sql`
    update notice_item item set closed_on = ${day}::date
      from ${pairsOf(pairs)}
     where item.person_id = pair.person_id and item.module_id = pair.module_id
       and item.closed_on is null`)
}

/** Ends what managers wanted said: it has been said, or there is nothing to do any more. */
export async function endReminders(
  tx: Tx,
  pairs: readonly PersonModule[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw(sql`
    update notice_reminder reminder set ended_at = ${at}
      from ${pairsOf(pairs)}
     where reminder.person_id = pair.person_id and reminder.module_id = pair.module_id
       and reminder.ended_at is null`)
}

/** Keeps that a manager wants people reminded of a module; where it is kept already, nothing changes. */
export async function insertReminders(
  tx: Tx,
  ofAll: { moduleId: string; organisationId: string; askedAt: Date; askedBy: string | null },
  personIds: readonly string[],
): Promise<void> {
  const { moduleId, organisationId, askedAt, askedBy } = ofAll
  await tx.$executeRaw`
    insert into notice_reminder (id, person_id, module_id, organisation_id, asked_at, asked_by)
    select fresh.id, fresh.person_id, ${moduleId}::uuid, ${organisationId}::uuid, ${askedAt},
           ${askedBy}::uuid
      from unnest(${personIds.map(() => newId())}::uuid[], ${[...personIds]}::uuid[])
        as fresh (id, person_id)
        on conflict do nothing`
}
