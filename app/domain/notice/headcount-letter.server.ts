import { oldHeadcountsOn } from '~/domain/organisation/headcount.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { addMonths, today, type Day } from '~/kernel/dates.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { env } from '~/platform/env.server.ts'
import { hasRoom, isMailDay } from './duty-notice.ts'
import { selectKeepersNotTold, selectKeptBy } from './headcount-letter.db.server.ts'
import type { Letter } from './letter.ts'
import { takeMailOfWeek } from './notice-mail.db.server.ts'
import { inFrame } from './notice.ts'
import { selectAddress } from './outbox.db.server.ts'
import { queueLetters } from './queue-letters.server.ts'
import { linksOf, readersAmong } from './tell-people.server.ts'

/** The kind of the letters to managers whose organisations' numbers are old. */
export const headcountLetterKind = 'headcounts'

/** Who has been told is not told again for so long. */
const monthsBetween = 6

/**
 * Has managers told that some of the headcounts that they look after are more than a year old: each at most once in
 * half a year, by the outbox, on a day for mail, and as the mail of their week. Done again the same day it tells nobody.
 * Numbers that nobody has told are not old: the pages ask for them.
 * @returns how many are told
 */
export async function tellOldHeadcounts(day: Day): Promise<number> {
  if (!isMailDay(day)) return 0
  const since = addMonths(day, -monthsBetween)
  const keepers = await selectKeepersNotTold(headcountLetterKind, since, day)
  const old = await oldAmong([...new Set(keepers.flatMap((keeper) => keeper.organisationIds))], day)
  const ids = new Set(old.map(({ id }) => id))
  const toTell = keepers.filter(({ organisationIds }) => organisationIds.some((id) => ids.has(id)))
  const readers = await readersAmong(toTell.map(({ personId }) => personId))
  const free = readers.filter((one) => one.wantsRecommended && hasRoom(one.mailedOn, day))
  if (free.length === 0) return 0
  return inTransaction(systemActor, async (tx) => {
    const wanted = free.map(({ personId }) => personId)
    const taken = await takeMailOfWeek(tx, wanted, day)
    await queueLetters(
      tx,
      taken.map((personId) => ({
        ...{ kind: headcountLetterKind, news: 'old' },
        ...{ aboutId: personId, personId },
      })),
    )
    return taken.length
  })
}

/**
 * Writes to a manager which organisations' numbers are old, as it is now: a writer of letters. Who has looked the
 * numbers over meanwhile, has the task no longer or has said no is told nothing.
 */
export async function writeHeadcountLetter({
  aboutId: personId,
}: {
  aboutId: string
}): Promise<Letter | null> {
  const reader = await selectAddress(personId)
  if (!reader?.wantsRecommended) return null
  const old = await oldAmong(await selectKeptBy(personId, today()), today())
  if (old.length === 0) return null
  const i18n = i18nOf(reader.language)
  const { t, day } = i18n
  const { unsubscribe } = linksOf(personId)
  const told = old.map(({ id, name, oldest }) =>
    t('notice.headcounts.organisation', {
      organisation: name,
      day: day(oldest),
      link: `${env().APP_ORIGIN}/organisations/${id}/headcounts`,
    }),
  )
  const text = [
    t('notice.headcounts.body'),
    ...told,
    t('notice.headcounts.unsubscribe', { unsubscribe }),
  ].join('\n\n')
  return {
    to: reader.email,
    personId,
    subject: t('notice.headcounts.subject'),
    text: inFrame(i18n, text, env().SUPPORT_EMAIL),
    unsubscribe,
  }
}

/** Of some organisations those with a number that is old, and of which day. */
async function oldAmong(organisationIds: string[], day: Day) {
  const old = organisationIds.length === 0 ? [] : await oldHeadcountsOn(organisationIds, day)
  return old.flatMap(({ id, name, oldest }) => (oldest === null ? [] : [{ id, name, oldest }]))
}
