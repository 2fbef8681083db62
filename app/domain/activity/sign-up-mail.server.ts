import { readRecipient } from '~/domain/identity/profile.server.ts'
import type { Letter } from '~/domain/notice/letter.ts'
import type { Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { selectSessions } from './activity.db.server.ts'
import { timeOf, type SessionTime } from './activity.ts'
import {
  forgetSignUpsOf,
  markReminded,
  selectMailed,
  type MailedSignUp,
} from './sign-up-mail.db.server.ts'
import { tellSignUps } from './sign-up-letters.server.ts'
import { signUpTokenOf } from './sign-up.server.ts'
import { knownForDays, signUpNews, type SignUpNews } from './sign-up.ts'

const isNews = (text: unknown): text is SignUpNews => signUpNews.some((news) => news === text)

/**
 * Writes to somebody who has signed up what has become of it, in their language, as it is now: a writer of letters.
 * Who has been forgotten is told nothing, nobody that they have a place which they have let go since, and nobody
 * today that something is tomorrow which is not.
 */
export async function writeSignUpLetter({
  aboutId,
  news,
}: {
  aboutId: string
  news: string
}): Promise<Letter | null> {
  invariant(isNews(news), 'a sign-up is told of by one of its news')
  const signUp = await selectMailed(aboutId)
  const to = signUp && (await recipientOf(signUp))
  if (!signUp || !to) return null
  const sessions = await selectSessions(signUp.activityId)
  if (!isTrueStill(signUp, news, sessions)) return null
  const shown = news === 'reminder' ? sessions.filter(({ heldOn }) => heldOn >= today()) : sessions
  const { t } = i18nOf(to.language)
  const body = t(`sign-up.mail.${news}.body`, {
    title: signUp.title,
    when: whenText(to.language, shown),
    place: signUp.place ?? t('sign-up.mail.digital'),
    link: linkOf(signUp),
  })
  const footer = t('notice.footer', { support: env().SUPPORT_EMAIL })
  return {
    to: to.email,
    personId: signUp.personId,
    subject: t(`sign-up.mail.${news}.subject`),
    text: `${t('notice.greeting')}\n\n${body}\n\n${footer}\n`,
  }
}

async function recipientOf({ personId, email, language }: MailedSignUp) {
  if (personId !== null) return readRecipient(personId)
  return email === null
    ? undefined
    : ({ email, language: language === 'en' ? 'en' : 'sv' } as const)
}

function isTrueStill(
  { state, status }: MailedSignUp,
  news: SignUpNews,
  sessions: readonly SessionTime[],
): boolean {
  const tomorrow = addDays(today(), 1)
  switch (news) {
    case 'placed':
    case 'moved-up':
      return state === 'placed'
    case 'reminder':
      return (
        state === 'placed' &&
        status === 'planned' &&
        sessions.some(({ heldOn }) => heldOn === tomorrow)
      )
    case 'waiting':
      return state === 'waiting'
    case 'removed':
      return state === 'cancelled'
    case 'activity-cancelled':
      return state !== 'cancelled' && status === 'cancelled'
  }
}

function linkOf({ id, key, personId }: MailedSignUp): string {
  const page = `${env().APP_ORIGIN}/attend/${key}`
  return personId === null ? `${page}/mine/${signUpTokenOf(id)}` : page
}

/** Each session on a line of its own, as the pages say it. */
function whenText(language: Language, sessions: readonly SessionTime[]): string {
  const { t, day } = i18nOf(language)
  return sessions
    .map(({ heldOn, startsAt, endsAt }) =>
      t('activity.time-span', { day: day(heldOn), from: timeOf(startsAt), to: timeOf(endsAt) }),
    )
    .join('\n')
}

/**
 * Queues a reminder for everybody who has a place at a session tomorrow, once for each such day; who signed up
 * today has just had a mail. @returns how many
 */
export async function remindSignedUp(): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const day = addDays(today(), 1)
    const ids = await markReminded(tx, { heldOn: day, today: today(), at: now() })
    await tellSignUps(tx, ids, 'reminder')
    return ids.length
  })
}

/** Forgets who had signed up for what was over thirty days ago; how many, and from where, stays. @returns how many */
export async function forgetSignUps(): Promise<number> {
  const before = addDays(today(), -knownForDays)
  return inTransaction(systemActor, (tx) => forgetSignUpsOf(tx, { before, at: now() }))
}
