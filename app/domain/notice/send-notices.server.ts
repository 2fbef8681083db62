import { now } from '~/kernel/clock.ts'
import { dayOf, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { env } from '~/platform/env.server.ts'
import { openMailRoad, type Delivery, type MailRoad } from '~/platform/mail-road.server.ts'
import type { Mail } from '~/platform/mail.server.ts'
import { isMailDay } from './duty-notice.ts'
import {
  claimMail,
  giveUpBefore,
  markHandedOver,
  putBack,
  releaseSilent,
  selectAddress,
  settleMail,
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
  /** How many ways to the server at a time. */
  roads?: number
  roundMs?: number
  silentMs?: number
  answerMs?: number
}

/**
 * Sends what waits, each mail once: it is marked before its last byte is handed over, and what is marked is
 * not sent again unless the server has said no to it (docs/decisions/0035). Not on weekends and holidays.
 */
export async function sendNotices(limits: SendingLimits = {}): Promise<SendingRound> {
  const { roads = 4, roundMs = 240_000, silentMs = silentAfterMs, answerMs } = limits
  const begun = now()
  const round: SendingRound = { deliveries: {}, isMore: false }
  const { doubtful } = await releaseSilent(new Date(begun.getTime() - silentMs), begun)
  if (doubtful > 0) round.deliveries.doubtful = doubtful
  await giveUpBefore(new Date(begun.getTime() - givenUpAfterMs), begun, today())
  const isOver = () => now().getTime() - begun.getTime() > roundMs || !isMailDay(today())
  const ends = await Promise.all(
    Array.from({ length: roads }, () => sendAlong(openMailRoad({ answerMs }), isOver, round)),
  )
  round.isMore = ends.includes('over') && isMailDay(today())
  return round
}

async function sendAlong(
  road: MailRoad,
  isOver: () => boolean,
  { deliveries }: SendingRound,
): Promise<'empty' | 'away' | 'over'> {
  try {
    while (!isOver()) {
      const claimId = newId()
      const mail = await claimMail(claimId, now())
      if (!mail) return 'empty'
      const delivery = await sendOne(road, mail, claimId)
      deliveries[delivery] = (deliveries[delivery] ?? 0) + 1
      if (delivery === 'away') return 'away'
    }
    return 'over'
  } finally {
    road.close()
  }
}

async function sendOne(
  road: MailRoad,
  mail: ClaimedMail,
  claimId: string,
): Promise<Delivery | 'dropped'> {
  const claimed = { id: mail.id, claimId, personId: mail.personId }
  const at = () => ({ at: now(), day: dayOf(now()) })
  const address = await selectAddress(mail.personId)
  if (!address || (mail.optional === 'all' && !address.wantsRecommended)) {
    await settleMail(claimed, 'dropped', at())
    return 'dropped'
  }
  const mayEnd = () => markHandedOver(mail.id, claimId)
  const delivery = await road.deliver(letterOf(mail, address.email), mayEnd)
  await keepOutcome(claimed, mail, delivery, address.email)
  return delivery
}

async function keepOutcome(
  claimed: { id: string; claimId: string; personId: string },
  { tries }: ClaimedMail,
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

function letterOf({ id, personId, subject, body, optional }: ClaimedMail, to: string): Mail {
  const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' }
  if (optional !== 'none') {
    // RFC 8058: the mail program's own button, which posts to the address.
    headers['List-Unsubscribe'] = `<${linksOf(personId).unsubscribe}>`
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click'
  }
  const messageId = `<${id}@${new URL(env().APP_ORIGIN).hostname}>`
  return { to, subject, text: body, messageId, headers }
}
