import { addDays, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { Random } from './random.ts'
import { seedTakenTrack } from './world-completions.ts'
import type { SeededOrganisation } from './world-organisation-rows.ts'

/** The basics, which the profession's own track goes on from. */
const basics = 'grund'
const trackOf: Record<string, string> = {
  'social-services': 'socialtjanst-barn-unga',
  school: 'skola',
}

/**
 * What somebody has behind them who has taken the basics and been at a lecture, and what waits: the
 * track of those who work in the organisation's first workplace. So each of a learner's pages has
 * something to show.
 */
export async function seedLearnersYear(
  random: Random,
  email: string,
  home: SeededOrganisation,
  now: Day,
): Promise<void> {
  await seedTakenTrack(random, email, basics, addDays(now, -120))
  await assignTrack(random, home, now)
  await comeToLecture(random, email, home)
}

async function assignTrack(random: Random, home: SeededOrganisation, now: Day): Promise<void> {
  const { group } = home.workplaces[0]!
  const slug = trackOf[group] ?? trackOf.school!
  const track = await firstRow<{ id: string }>(sql`select id from track where slug = ${slug}`)
  const assigned = addDays(now, -9)
  const id = seededId(Date.parse(assigned), random.bytes(10))
  const message = 'Spåret för ert yrke. Ta det gärna i två omgångar.'
  await bulkLoad(
    'assignment',
    ['id', 'track_id', 'organisation_id', 'profession_groups', 'due_on', 'message', 'assigned_at'],
    [[id, track!.id, home.id, [group], addDays(now, 24), message, `${assigned}T08:00:00Z`]],
  )
  await bulkLoad(
    'assignment_place',
    ['assignment_id', 'kind', 'ref'],
    [[id, 'organisation', home.id]],
  )
}

/** By name at the first that was held in the year, as its leader has written it down. */
async function comeToLecture(
  random: Random,
  email: string,
  home: SeededOrganisation,
): Promise<void> {
  const id = seededId(Date.parse('2020-01-01'), random.bytes(10))
  await firstRow(sql`
    insert into attendance (id, session_id, way, people, person_id, profession_group, sex,
                            organisation_id, municipality_code, county_code, recorded_at, recorded_by)
    select ${id}::uuid, held.session_id, 'registered', 1,
           person.id, affiliation.profession_group, person.sex, ${home.id}::uuid,
           affiliation.municipality_code, ${home.countyCode}, held.at, held.leader_id
      from person
      join affiliation on affiliation.person_id = person.id
      cross join (
        select session.id as session_id, session.held_on + time '15:40' as at, activity.leader_id
          from activity join activity_session session on session.activity_id = activity.id
         where activity.status = 'held' order by session.held_on, session.id limit 1) held
     where person.email = ${email}`)
}
