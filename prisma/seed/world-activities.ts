import { addDays, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { firstRow } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { Random } from './random.ts'
import type { SeededOrganisation } from './world-organisation-rows.ts'
import { seedSignUps } from './world-sign-ups.ts'

/** Others' counties, from which participants come to what is for the whole country. */
const counties = ['01', '06', '12', '14']

interface Plan {
  title: string
  type: string
  form: 'on-site' | 'digital' | 'hybrid'
  level: 'basic' | 'profession' | 'advanced'
  /** Days from now of each session. */
  days: number[]
  status: 'planned' | 'held' | 'cancelled'
  /** Of the coordinator's, for the whole country. */
  national?: boolean
  people: number
}

const plans: Plan[] = [
  ['Skolans ansvar', 'lecture', 'on-site', 'basic', [-150], 'held', 62],
  [
    'Nätverk för elevhälsan',
    'network-meeting',
    'on-site',
    'profession',
    [-120, -64, -8],
    'held',
    18,
  ],
  ['Att fråga och ta emot svar', 'workshop', 'on-site', 'profession', [-41], 'held', 24],
  ['Handledning för socialsekreterare', 'supervision', 'digital', 'advanced', [-20], 'held', 7],
  ['Inställd träff', 'network-meeting', 'on-site', 'basic', [-30], 'cancelled', 0],
  ['Föreläsning för skola och socialtjänst', 'lecture', 'hybrid', 'basic', [0], 'planned', 0],
  ['Grundkurs för nya', 'training', 'on-site', 'basic', [21, 28], 'planned', 0],
].map((plan) => planOf(plan as Row))
plans.push({
  ...planOf([
    'Nationell spridningskonferens',
    'conference',
    'on-site',
    'advanced',
    [-75],
    'held',
    140,
  ]),
  national: true,
})

type Row = [string, string, Plan['form'], Plan['level'], number[], Plan['status'], number]

function planOf([title, type, form, level, days, status, people]: Row): Plan {
  return { title, type, form, level, days, status, people }
}

/** A trainer's and the coordinator's year: some activities that were held and counted, one that goes on today. */
export async function seedActivities(
  random: Random,
  organisations: { home: SeededOrganisation; centre: SeededOrganisation },
  people: { trainer: string; coordinator: string },
  now: Day,
): Promise<void> {
  const { home, centre } = organisations
  const [trainer, coordinator] = [await idOf(people.trainer), await idOf(people.coordinator)]
  const id = () => seededId(Date.parse(addDays(now, -160)), random.bytes(10))
  const activities = plans.map((plan) => ({ ...plan, id: id() }))
  const sessions = activities.flatMap((activity, index) =>
    activity.days.map((days, number) => ({
      id: id(),
      activity,
      heldOn: addDays(now, days),
      code: String(240_000 + index * 100 + number * 7 + 31),
    })),
  )
  await bulkLoad(
    'activity',
    [
      ...['id', 'type', 'form', 'level', 'title', 'place', 'organiser_id', 'leader_id'],
      ...['county_code', 'county_codes', 'municipality_codes', 'target_groups', 'rc_purposes'],
      ...['strategy_goals', 'project_year', 'status', 'status_on', 'opens_before', 'closes_after'],
      'created_at',
    ],
    activities.map((one) => [
      ...[one.id, one.type, one.form, one.level, one.title],
      one.form === 'digital' ? null : 'Stadshuset',
      centre.id,
      one.national ? coordinator : trainer,
      one.national ? null : home.countyCode,
      [],
      [],
      [],
      // As PostgreSQL writes lists of numbers: those of texts are quoted.
      '{3}',
      '{4}',
      Number(now.slice(0, 4)),
      one.status,
      one.status === 'planned' ? null : addDays(now, one.days.at(-1) ?? 0),
      60,
      60,
      `${addDays(now, -160)}T08:00:00Z`,
    ]),
  )
  await bulkLoad(
    'activity_session',
    ['id', 'activity_id', 'held_on', 'starts_at', 'ends_at', 'code'],
    // What goes on today does so until midnight, so that its code can be tried at any hour.
    sessions.map(({ id, activity, heldOn, code }) =>
      heldOn === now
        ? [id, activity.id, heldOn, 0, 24 * 60 - 1, code]
        : [id, activity.id, heldOn, 13 * 60, 16 * 60, code],
    ),
  )
  const counted = sessions.flatMap((session) =>
    professionGroups.flatMap((group, index) => {
      const share = session.activity.people / (index + 2)
      const number = Math.floor(share * 0.5)
      if (number === 0) return []
      const sex = (['K', 'M', null] as const)[random.whole(0, 2)]!
      const recorded = `${session.heldOn}T15:30:00Z`
      const own = [home.id, home.workplaces[0]?.municipalityCode ?? null, home.countyCode]
      // To what is for the whole country they come from several counties.
      const places = session.activity.national
        ? [own, ...counties.map((county) => [null, null, county])]
        : [own]
      return places.map((place) => [
        ...[id(), session.id, 'counted', Math.ceil(number / places.length), group, sex],
        ...[...place, recorded, trainer],
      ])
    }),
  )
  await bulkLoad(
    'attendance',
    [
      ...['id', 'session_id', 'way', 'people', 'profession_group', 'sex', 'organisation_id'],
      ...['municipality_code', 'county_code', 'recorded_at', 'recorded_by'],
    ],
    counted,
  )
  const told = sessions.map(({ id: sessionId, activity, heldOn }) => ({
    ...{ activityId: activity.id, sessionId, heldOn, people: activity.people },
  }))
  const next = told.find(({ heldOn }) => heldOn > now)!
  const held = told.filter(({ people }) => people > 0)
  const municipalityCode = home.workplaces[0]?.municipalityCode ?? null
  await seedSignUps(random, id, { next, held, municipalityCode }, now)
}

async function idOf(email: string): Promise<string> {
  const row = await firstRow<{ id: string }>(sql`select id from person where email = ${email}`)
  return row!.id
}
