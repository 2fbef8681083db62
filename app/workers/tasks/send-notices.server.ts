import { signUpLetterKind } from '~/domain/activity/sign-up-letters.server.ts'
import { writeSignUpLetter } from '~/domain/activity/sign-up-mail.server.ts'
import { isMailDay } from '~/domain/notice/duty-notice.ts'
import {
  headcountLetterKind,
  writeHeadcountLetter,
} from '~/domain/notice/headcount-letter.server.ts'
import type { LetterWriters } from '~/domain/notice/letter.ts'
import { sendNotices } from '~/domain/notice/send-notices.server.ts'
import { sendNoticesQueue } from '~/domain/notice/tell-people.server.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'

const everyMs = 60_000

/** Who writes which letters of the outbox. */
export const letterWriters: LetterWriters = {
  [signUpLetterKind]: writeSignUpLetter,
  [headcountLetterKind]: writeHeadcountLetter,
}

/** Nobody waits for these: they are sent on days for mail, also where a server was away. */
const onMailDays = [headcountLetterKind]

const writersOf = (day: Day): LetterWriters =>
  isMailDay(day)
    ? letterWriters
    : Object.fromEntries(
        Object.entries(letterWriters).filter(([kind]) => !onMailDays.includes(kind)),
      )

/** One round of sending, and another one where more waits than one round has time for. */
export async function sendWhatWaits(): Promise<void> {
  const { deliveries, isMore } = await sendNotices({ writers: writersOf(today()) })
  if (Object.keys(deliveries).length > 0) log().info(deliveries, 'sent notices')
  if (deliveries.away) log().warn('the mail server is away, or does not let us in; notices wait')
  if (isMore) await queueJob(sendNoticesQueue, {})
}

/** Queues a round every minute: for what waits for a server that was away. */
export function scheduleSending(): void {
  const queue = () => {
    queueJob(sendNoticesQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the sending of notices was not queued'),
    )
  }
  setInterval(queue, everyMs).unref()
}
