import { now } from '~/kernel/clock.ts'
import { dayOf, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { env } from '~/platform/env.server.ts'
import { openMailRoad, type Delivery, type MailRoad } from '~/platform/mail-road.server.ts'
import type { Mail } from '~/platform/mail.server.ts'
import { isMailDay } from './duty-notice.ts'
import type { LetterWriters } from './letter.ts'
import { selectRefused } from './notice-setting.db.server.ts'
import {
  claimLetter,
  claimMail,
  giveUpBefore,
  markHandedOver,
  putBack,
  releaseSilent,
  selectAddress,
  settleMail,
  type ClaimedBy,
  type ClaimedLetter,
  type ClaimedMail,
} from './outbox.db.server.ts'
import { awayPauseMs, givenUpAfterMs, pauseAfter, silentAfterMs } from './outbox.ts'
import { linksOf } from './tell-people.server.ts'

/** What one round of sending came to. */
export interface SendingRound {
  deliveries: Partial<Record<Delivery | 'dropped', number>>
  /** Whether mails may still wait that can be sent at once. */
  isMore: boolean
}

interface SendingLimits {
  /** Who writes which letters; those of other kinds wait. */
  writers?: LetterWriters
  /** How many ways to the server at a time. */
  roads?: number
  roundMs?: number
  silentMs?: number
  answerMs?: number
}

/**
 * Sends what waits, each mail once: it is marked before its last byte is handed over, and what is marked is
 * not sent again unless the server has said no to it (docs/decisions/0035). Letters go first, and on any day; mails
 * about duties not on weekends and holidays.
 */
export async function sendNotices(limits: SendingLimits = {}): Promise<SendingRound> {
  const { writers = {}, roads = 4, roundMs = 240_000, silentMs = silentAfterMs, answerMs } = limits
  const begun = now()
  const round: SendingRound = { deliveries: {}, isMore: false }
  const { doubtful } = await releaseSilent(new Date(begun.getTime() - silentMs), begun)
  if (doubtful > 0) round.deliveries.doubtful = doubtful
  await giveUpBefore(new Date(begun.getTime() - givenUpAfterMs), begun, today())
  const isOver = () => now().getTime() - begun.getTime() > roundMs
  const ends = await Promise.all(
    Array.from({ length: roads }, () => {
      const road = openMailRoad({ answerMs })
      return sendAlong(road, () => sendNext(road, writers), isOver, round)
    }),
  )
  round.isMore = ends.includes('over')
  return round
}

type Sent = Delivery | 'dropped'

async function sendAlong(
  road: MailRoad,
  sendOneMore: () => Promise<Sent | undefined>,
  isOver: () => boolean,
  { deliveries }: SendingRound,
): Promise<'empty' | 'away' | 'over'> {
  try {
    while (!isOver()) {
      const delivery = await sendOneMore()
      if (!delivery) return 'empty'
      deliveries[delivery] = (deliveries[delivery] ?? 0) + 1
      if (delivery === 'away') return 'away'
    }
    return 'over'
  } finally {
    road.close()
  }
}

/** Takes a letter, else a mail about duties where today is a day for them, and sends it. */
async function sendNext(road: MailRoad, writers: LetterWriters): Promise<Sent | undefined> {
  const claimId = newId()
  const letter = await claimLetter(claimId, now(), Object.keys(writers))
  if (letter) return sendLetter(road, letter, claimId, writers)
  const mail = isMailDay(today()) ? await claimMail(claimId, now()) : undefined
  return mail && sendDuties(road, mail, claimId)
}

async function sendLetter(
  road: MailRoad,
  { id, tries, kind, aboutId, news }: ClaimedLetter,
  claimId: string,
  writers: LetterWriters,
): Promise<Sent> {
  const letter = (await writers[kind]?.({ aboutId, news })) ?? null
  const readerId = letter?.personId ?? null
  const claimed = { id, claimId, readerId, takesWeek: false }
  if (!letter || (readerId !== null && (await selectRefused([readerId])).length > 0)) {
    return dropMail(claimed)
  }
  const { to, subject, text, unsubscribe } = letter
  const mail = { to, subject, text, messageId: messageIdOf(id), headers: headersOf(unsubscribe) }
  return handOver(road, mail, claimed, tries)
}

async function sendDuties(road: MailRoad, mail: ClaimedMail, claimId: string): Promise<Sent> {
  const claimed = { id: mail.id, claimId, readerId: mail.personId, takesWeek: true }
  const address = await selectAddress(mail.personId)
  if (!address || (mail.optional === 'all' && !address.wantsRecommended)) return dropMail(claimed)
  return handOver(road, noticeOf(mail, address.email), claimed, mail.tries)
}

async function dropMail(claimed: ClaimedBy): Promise<Sent> {
  await settleMail(claimed, 'dropped', { at: now(), day: dayOf(now()) })
  return 'dropped'
}

async function handOver(
  road: MailRoad,
  mail: Mail,
  claimed: ClaimedBy,
  tries: number,
): Promise<Sent> {
  const delivery = await road.deliver(mail, () => markHandedOver(claimed.id, claimed.claimId))
  await keepOutcome(claimed, tries, delivery, mail.to)
  return delivery
}

async function keepOutcome(
  claimed: ClaimedBy,
  tries: number,
  delivery: Delivery,
  email: string,
): Promise<void> {
  const at = { at: now(), day: dayOf(now()) }
  const later = (ms: number) => new Date(at.at.getTime() + ms)
  switch (delivery) {
    case 'accepted':
      return settleMail(claimed, 'sent', at)
    case 'refused-address':
      return settleMail(claimed, 'refused', { ...at, refusedEmail: email })
    case 'refused':
      return settleMail(claimed, 'refused', at)
    case 'doubtful':
      return settleMail(claimed, 'doubtful', at)
    case 'later':
      return putBack(claimed.id, claimed.claimId, {
        tryAt: later(pauseAfter(tries + 1)),
        tries: tries + 1,
      })
    case 'away':
      return putBack(claimed.id, claimed.claimId, { tryAt: later(awayPauseMs), tries })
    case 'withheld':
      // Another sender has it.
      return
  }
}

const ofMachine: Record<string, string> = { 'Auto-Submitted': 'auto-generated' }

const messageIdOf = (id: string) => `<${id}@${new URL(env().APP_ORIGIN).hostname}>`

/** @param unsubscribe for the mail program's own button, which posts to the address (RFC 8058) */
function headersOf(unsubscribe: string | undefined): Record<string, string> {
  if (unsubscribe === undefined) return ofMachine
  return {
    ...ofMachine,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function noticeOf({ id, personId, subject, body, optional }: ClaimedMail, to: string): Mail {
  const headers = headersOf(optional === 'none' ? undefined : linksOf(personId).unsubscribe)
  return { to, subject, text: body, messageId: messageIdOf(id), headers }
}
