import { addDays, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { Random } from './random.ts'
import type { SeededModule } from './world-completions.ts'

/** Two mails that the learner has had, long enough ago that there is room for another one. */
export async function seedNotices(
  random: Random,
  email: string,
  modules: readonly SeededModule[],
  now: Day,
): Promise<void> {
  const person = await firstRow<{ id: string }>(sql`select id from person where email = ${email}`)
  const personId = person!.id
  const sent = [
    { days: 41, subject: 'Utbildning: nytt att göra', told: modules.slice(0, 2) },
    { days: 20, subject: 'Utbildning: nytt att göra', told: modules.slice(2, 3) },
  ].map((mail) => {
    const day = addDays(now, -mail.days)
    return { ...mail, day, id: seededId(Date.parse(day), random.bytes(10)) }
  })
  await bulkLoad(
    'notice_mail',
    [
      'id',
      'person_id',
      'made_on',
      'made_at',
      'subject',
      'optional',
      'status',
      'try_at',
      'settled_at',
    ],
    sent.map(({ id, day, subject }) => {
      const at = `${day}T07:00:00Z`
      return [id, personId, day, at, subject, 'none', 'sent', at, at]
    }),
  )
  await bulkLoad(
    'notice_item',
    ['mail_id', 'person_id', 'module_id', 'stage', 'told_on', 'closed_on'],
    sent.flatMap(({ id, day, told }) =>
      told.map(({ moduleId }) => [id, personId, moduleId, 'assigned', day, now]),
    ),
  )
  const newest = addDays(now, -20)
  await bulkLoad('notice_setting', ['person_id', 'mailed_on'], [[personId, newest]])
}
