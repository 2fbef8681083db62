import { i18nOf } from '~/i18n/messages.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import type { Day } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { noticesOf, toldBy } from './duty-notice.ts'
import {
  closeItems,
  endReminders,
  insertMails,
  takeMailOfWeek,
  type MailToInsert,
  type PersonModule,
} from './notice-mail.db.server.ts'
import {
  selectReadersAfter,
  selectReadersAmong,
  selectReminders,
  selectTold,
  type Reader,
} from './notice-reader.db.server.ts'
import { unsubscribeToken } from './unsubscribe-token.server.ts'
import {
  optionalOf,
  writeDutyNotice,
  type DutyLinks,
  type WordedDuty,
  type WordedPart,
} from './write-duty-notice.ts'

/** The queue whose jobs send what waits. */
export const sendNoticesQueue = 'send-notices'

export type { Reader } from './notice-reader.db.server.ts'

/** Something that a person is asked for, with its words. */
export type PersonDuty = WordedDuty & { personId: string }

type Alongside = (tx: Tx, mailedIds: ReadonlySet<string>) => Promise<void>

/** How many people one question is about. */
const batchSize = 500

/**
 * Everybody who could be told something today, in batches: those with an address that is confirmed and takes
 * mail, a way to sign in, a place where they work, and no mail within the week.
 * @param from after whom to begin; null: at the beginning
 */
export async function* eachReaders(today: Day, from: string | null): AsyncGenerator<Reader[]> {
  let after = from
  for (;;) {
    const batch: Reader[] = await selectReadersAfter(after, batchSize, today)
    if (batch.length === 0) return
    yield batch
    after = batch.at(-1)!.personId
  }
}

/** Those among some people to whom mail can be written, whenever they had the last one. */
export async function readersAmong(personIds: string[]): Promise<Reader[]> {
  return selectReadersAmong(personIds)
}

/**
 * Makes today's mail for each of these people who is to have one, and keeps what it tells, together: either
 * both are there or neither. They are sent by jobs.
 * @param duties all that is asked of them today and not done
 * @param alongside what is kept together with the mails, of those who get one
 * @returns how many mails
 */
export async function tellPeople(
  readers: readonly Reader[],
  duties: readonly PersonDuty[],
  today: Day,
  alongside?: Alongside,
): Promise<{ mails: number; mailedIds: Set<string> }> {
  const ids = readers.map(({ personId }) => personId)
  const [told, reminders] = [byPerson(await selectTold(ids)), byPerson(await selectReminders(ids))]
  const asked = byPerson(duties)
  const mails = readers.flatMap((reader) => {
    const of = <Row>(rows: Map<string, Row[]>) => rows.get(reader.personId) ?? []
    const facts = {
      ...reader,
      duties: of(asked),
      told: of(told),
      reminders: of(reminders).map(({ moduleId }) => moduleId),
    }
    const parts = noticesOf(facts, today)
    return parts.length === 0 ? [] : [mailOf(reader, worded(parts, of(asked)), today)]
  })
  const over = [...overIn(told, asked), ...overIn(reminders, asked)]
  const mailedIds = await keep(mails, over, today, alongside)
  return { mails: mailedIds.size, mailedIds }
}

/** What was told, or wanted said, of something that is not asked any more. */
function overIn(known: Map<string, PersonModule[]>, asked: Map<string, PersonDuty[]>) {
  return [...known].flatMap(([personId, ofPerson]) => {
    const open = new Set(asked.get(personId)?.map(({ moduleId }) => moduleId))
    return ofPerson.filter(({ moduleId }) => !open.has(moduleId))
  })
}

async function keep(
  mails: readonly MailToInsert[],
  over: readonly PersonModule[],
  today: Day,
  alongside?: Alongside,
): Promise<Set<string>> {
  if (mails.length + over.length === 0 && !alongside) return new Set()
  return inTransaction(systemActor, async (tx) => {
    const at = now()
    await closeItems(tx, over, today)
    const wanted = mails.map(({ personId }) => personId)
    const taken = new Set(wanted.length === 0 ? [] : await takeMailOfWeek(tx, wanted, today))
    const mine = mails.filter(({ personId }) => taken.has(personId))
    await insertMails(tx, mine, { day: today, at })
    const said = mine.flatMap(({ personId, items }) =>
      items.map(({ moduleId }) => ({ personId, moduleId })),
    )
    await endReminders(tx, [...said, ...over], at)
    if (mine.length > 0) await queueJob(sendNoticesQueue, {}, tx)
    await alongside?.(tx, taken)
    return taken
  })
}

function worded(parts: ReturnType<typeof noticesOf>, duties: readonly PersonDuty[]): WordedPart[] {
  const words = new Map(duties.map((duty) => [duty.moduleId, duty]))
  return parts.map((part) => ({ ...words.get(part.moduleId)!, ...part }))
}

function mailOf(reader: Reader, parts: readonly WordedPart[], today: Day): MailToInsert {
  const { personId, language } = reader
  const links = linksOf(personId)
  const { subject, text } = writeDutyNotice(i18nOf(language), parts, links, env().SUPPORT_EMAIL)
  return {
    id: newId(),
    personId,
    subject,
    body: text,
    optional: optionalOf(parts),
    items: parts.map((part) => ({
      moduleId: part.moduleId,
      stage: toldBy(part, today),
      dueOn: part.dueOn,
    })),
  }
}

/** Where a mail's links lead. */
export function linksOf(personId: string): DutyLinks {
  const at = (path: string) => env().APP_ORIGIN + path
  return {
    home: at('/home'),
    calendar: at('/home/calendar.ics'),
    unsubscribe: at(`/unsubscribe/${unsubscribeToken(personId)}`),
    moduleOf: (slug) => at(`/modules/${slug}`),
  }
}

function byPerson<Row extends { personId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const ofPerson = found.get(row.personId)
    if (ofPerson) ofPerson.push(row)
    else found.set(row.personId, [row])
  }
  return found
}
