import { remindSignedUp } from '~/domain/activity/sign-up-mail.server.ts'
import { now } from '~/kernel/clock.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'

export const remindSignedUpQueue = 'remind-signed-up'

const firstAfterMs = 90_000
const everyMs = 3_600_000
/** Swedish hours between which anybody is reminded. */
const [fromHour, toHour] = [7, 21]

const hourInSweden = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: 'numeric',
  hourCycle: 'h23',
})

/** Reminds, by day, those who have a place at something tomorrow. */
export async function remindOfTomorrow(): Promise<void> {
  const hour = Number(hourInSweden.format(now()))
  if (hour < fromHour || hour >= toHour) return
  const reminded = await remindSignedUp()
  if (reminded > 0) log().info({ reminded }, 'reminded who is signed up for tomorrow')
}

/** Queues it soon after the start and then once an hour: who has been reminded is marked, so it may run often. */
export function scheduleReminders(): void {
  const queue = () => {
    queueJob(remindSignedUpQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the reminders were not queued'),
    )
  }
  setTimeout(queue, firstAfterMs).unref()
  setInterval(queue, everyMs).unref()
}
