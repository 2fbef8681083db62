import { isMailDay } from '~/domain/notice/duty-notice.ts'
import { tellOldHeadcounts } from '~/domain/notice/headcount-letter.server.ts'
import { tellDuties } from '~/domain/standing/tell-duties.server.ts'
import { now } from '~/kernel/clock.ts'
import { today } from '~/kernel/dates.ts'
import { isMarked, mark } from '~/platform/installation.server.ts'
import { queueJob } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'

export const tellDutiesQueue = 'tell-duties'

const firstAfterMs = 150_000
const everyMs = 15 * 60_000
/** Between seven in the morning and five in the afternoon, Swedish time. */
const hours = { from: 7, to: 17 }

const hourInSweden = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** A job stops after so long and another one goes on, so that none is taken for dead and begun again. */
const roundMs = 5 * 60_000
/** Where the last one has not come to its end within so many hours, it is begun again. */
const hoursToEnd = 3

interface Round {
  day: string
  after: string
}

/**
 * Makes the day's mails about what people are to do, once a working day: a look whether it is time, or a round
 * of what was begun. Begun again, it makes what is missing.
 */
export async function tellWhoIsToKnow(round: Partial<Round>): Promise<void> {
  const day = today()
  const hour = Number(hourInSweden.format(now()))
  if (!isMailDay(day) || hour < hours.from || hour >= hours.to) return
  if (round.day === undefined) {
    const time = `${day}/${Math.floor(hour / hoursToEnd)}`
    if ((await isMarked('duties-told', day)) || (await isMarked('duties-begun', time))) return
    await mark('duties-begun', time)
  } else if (round.day !== day) return
  const { after, ...told } = await tellDuties(day, { after: round.after, ms: roundMs })
  log().info(told, 'told people what they are to do')
  if (after !== null) return queueJob(tellDutiesQueue, { day, after })
  // Last, so that whoever has something to do hears of that first: both take the mail of the week.
  const keepers = await tellOldHeadcounts(day)
  if (keepers > 0) log().info({ keepers }, 'told managers that headcounts are old')
  await mark('duties-told', day)
}

/** Queues it soon after the start and then every quarter of an hour; several servers may do it at a time. */
export function scheduleTelling(): void {
  const queue = () => {
    queueJob(tellDutiesQueue, {}).catch((error: unknown) =>
      log().warn({ error: String(error) }, 'the telling of duties was not queued'),
    )
  }
  setTimeout(queue, firstAfterMs).unref()
  setInterval(queue, everyMs).unref()
}
