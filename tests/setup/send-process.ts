// A process of its own that a test can kill: node --import tsx send-process.ts COMMAND [NUMBER]
//   make N       makes N mails that wait; prints their addresses as JSON
//   make-letters N  the same of letters to N who have signed up for an activity without an account
//   send ROADS   one round of sending; prints what came of it as JSON
//   look         prints how many mails stand where as JSON
// The clock stands at NOW.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sendNotices } from '~/domain/notice/send-notices.server.ts'
import { sendNoticesQueue } from '~/domain/notice/tell-people.server.ts'
import { letterWriters } from '~/workers/tasks/send-notices.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { openDatabase, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { env } from '~/platform/env.server.ts'
import { eventQueue } from '~/platform/events.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { makeWaitingLetters } from '../factories/activity.ts'
import { makeWaitingMails } from '../factories/notice.ts'

const [, , command, number = '0'] = process.argv
const folder = env().DATA_FOLDER
const url = env().DATABASE_URL
const image = process.env.EMBEDDED_IMAGE
const fresh = !existsSync(path.join(folder, 'pg'))

const database = await openDatabase(
  url
    ? { url, connections: 6 }
    : { folder, image: image && fresh ? new Blob([readFileSync(image)]) : undefined },
)
holdClock(new Date(process.env.NOW!))

async function run(): Promise<unknown> {
  if (command === 'make') {
    await startJobs({ work: false, queues: [sendNoticesQueue] })
    const people = await makeWaitingMails(Number(number))
    await stopJobs()
    return people.map(({ email }) => email)
  }
  if (command === 'make-letters') {
    await startJobs({ work: false, queues: [eventQueue] })
    const emails = await makeWaitingLetters(Number(number))
    await stopJobs()
    return emails
  }
  if (command === 'send') return sendNotices({ writers: letterWriters, roads: Number(number) })
  return rows(
    sql`select status, count(*) as count from notice_mail group by status order by status`,
  )
}

const result = await run()
await database.close()
process.stdout.write(JSON.stringify(result))
