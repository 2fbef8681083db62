import { forgetActivityFiles } from '~/domain/activity/activity-import.server.ts'
import { forgetDevices } from '~/domain/activity/evaluation.server.ts'
import { forgetSignUps } from '~/domain/activity/sign-up-mail.server.ts'
import { forgetOldChecks } from '~/domain/attempt/completion-import.server.ts'
import { removeExpired } from '~/domain/identity/clean-up.server.ts'
import { forgetHeadcountFiles } from '~/domain/organisation/headcount-import.server.ts'
import { forgetRounds } from '~/domain/notice/reminder-round.server.ts'
import { bringRegisterUpToDate } from '~/domain/organisation/register-today.server.ts'
import { forgetPeopleFiles } from '~/domain/identity/people-import.server.ts'
import { now } from '~/kernel/clock.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'
import { forgetWorkBefore } from '~/platform/long-work.server.ts'
import { forgetExpiredRates } from '~/platform/rate-limit.server.ts'
import { forgetOldSubmissions } from '~/platform/submission.server.ts'

export const cleanUpQueue = 'clean-up'

const firstAfterMs = 60_000
const everyMs = 24 * 3_600_000
const keptWorkMs = 7 * 24 * 3_600_000

/**
 * Removes what has had its time: sessions, one-time links, files tried and not applied, counts of attempts, forms
 * taken, who had signed up for what is over; and lets names that were planned for today stand in the register's lists.
 */
export async function cleanUp(): Promise<void> {
  const removed = await removeExpired()
  const checks = await forgetOldChecks()
  await bringRegisterUpToDate()
  const people = await forgetPeopleFiles()
  const headcounts = await forgetHeadcountFiles()
  const work = await forgetWorkBefore(new Date(now().getTime() - keptWorkMs))
  const rates = await forgetExpiredRates()
  const submissions = await forgetOldSubmissions()
  const signUps = await forgetSignUps()
  const devices = await forgetDevices()
  const reminderRounds = await forgetRounds()
  const activityFiles = await forgetActivityFiles()
  const files = { checks, people, headcounts, activityFiles }
  const others = { signUps, devices, reminderRounds }
  log().info({ ...removed, ...files, work, rates, submissions, ...others }, 'cleaned up')
}

/**
 * Queues the clean-up a minute after the start and then once a day: an installation that is not
 * running at night is cleaned too. With several servers it runs once for each, which does no harm.
 */
export function scheduleCleanUp(): void {
  const queue = () => {
    queueJob(cleanUpQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the clean-up was not queued'),
    )
  }
  setTimeout(queue, firstAfterMs).unref()
  setInterval(queue, everyMs).unref()
}
