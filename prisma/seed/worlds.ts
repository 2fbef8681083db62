import { issueMissingCertificates } from '~/domain/credential/issue-certificates.server.ts'
import { listCounties, listMunicipalities } from '~/domain/place/place.server.ts'
import { addDays, today, type Day } from '~/kernel/dates.ts'
import { seededId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { bulkLoad } from '~/platform/db/bulk-load.server.ts'
import { database, firstRow, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { seedPlaces } from './places.ts'
import { playedModule } from './played-module.ts'
import { randomFrom, type Random } from './random.ts'
import { seedActivities } from './world-activities.ts'
import { seedCompletions, seedTakenTrack, type SeededModule } from './world-completions.ts'
import { seedCourse } from './world-courses.ts'
import { seedEarlierCompletions } from './world-earlier.ts'
import { seedLearnersYear } from './world-learner.ts'
import { seedNotices } from './world-notices.ts'
import { seedOrganisations, type SeededOrganisation } from './world-organisation-rows.ts'
import { planOrganisations } from './world-organisations.ts'
import { seedJoinCodes } from './world-join-codes.ts'
import { seedSubGroups } from './world-subgroups.ts'
import { seedPeople } from './world-people.ts'
import { seedSignIns, type SignIn } from './world-sign-ins.ts'
import { seedTrails } from './world-trails.ts'

export interface World {
  seed: number
  /** County codes; undefined = all. */
  counties?: string[]
  people: number
  /** Stands at the end of every invented family name; the tests search for it where no name may be. */
  mark: string
  /** The same for those who can sign in, where a page's header shows the reader's own name. */
  ownMark?: string
  /** The learner who can sign in has taken something and has something to take; otherwise they begin. */
  learnerHasBegun?: boolean
}

const worlds: Record<string, World> = {
  demo: { seed: 1, counties: ['21', '06', '05'], people: 2_000, mark: '', learnerHasBegun: true },
  county: { seed: 2, counties: ['21'], people: 20_000, mark: '' },
  nation: { seed: 3, people: 100_000, mark: '' },
}

/** Modules whose attempts are there whole; of the others only that they were completed. */
const withTrails = ['grund-1-vad-det-ar', 'grund-4-upptacka-och-fraga', 'kunskapsprov']

export const worldNames = Object.keys(worlds)

/** Fills an empty database with one of the named worlds. */
export async function seedWorld(name: string): Promise<SignIn[]> {
  const world = worlds[name]
  invariant(world, `there is a world named ${name}`)
  return seedWorldFrom(world)
}

/**
 * The demo world, made at the first start; later starts find it. Where a start was stopped in the
 * middle of making it, what there is goes and it is made anew.
 * @returns its sign-ins
 */
export async function ensureDemoWorld(): Promise<SignIn[]> {
  const kept = await recall('sign-ins')
  if (kept) return JSON.parse(kept) as SignIn[]
  if (await recall('seeding')) await emptyTables()
  await remember('seeding', 'demo')
  process.stdout.write('Making the demo world …\n')
  return seedWorld('demo')
}

/**
 * Two years of an invented world that ends today: the same seed and day give the same world.
 * @returns one sign-in per role
 */
export async function seedWorldFrom(world: World): Promise<SignIn[]> {
  const random = randomFrom(world.seed)
  const now = today()
  const opened = addDays(now, -730)
  await seedPlaces()
  const { course, modules } = await seedCourse()
  const counties = (await listCounties()).filter(
    ({ code }) => !world.counties || world.counties.includes(code),
  )
  const codes = new Set(counties.map(({ code }) => code))
  const municipalities = (await listMunicipalities()).filter(({ countyCode }) =>
    codes.has(countyCode),
  )
  const plans = planOrganisations(random, counties, municipalities, world.people)
  const organisations = await seedOrganisations(random, plans, opened)
  const workplaces = organisations.flatMap((organisation) => organisation.workplaces)
  const affiliations = await seedPeople(random, workplaces, {
    people: world.people,
    opened,
    today: now,
    mark: world.mark,
  })
  await seedCompletions(random, modules, affiliations, now)
  // Numbers of their own, so that the rest of the world does not depend on how trails are made.
  const trails = randomFrom(world.seed + 1_000)
  for (const slug of withTrails) {
    const { versionId } = modules.find((module) => module.slug === slug)!
    await seedTrails(trails, versionId, playedModule(course, slug), now)
  }
  await seedAssignments(random, modules, organisations, now)
  const home = organisations.find(({ kind, declared }) => kind === 'municipality' && declared)!
  await seedEarlierCompletions(home, modules, affiliations, opened)
  const centre = organisations.find(
    ({ kind, countyCode }) => kind === 'resource-centre' && countyCode === home.countyCode,
  )!
  const signIns = await seedSignIns(random, home, centre, {
    opened,
    mark: world.ownMark ?? world.mark,
  })
  await seedJoinCodes(randomFrom(world.seed + 3_000), home, now)
  await seedSubGroups(randomFrom(world.seed + 5_000), home, now)
  const trainer = signIns.find(({ role }) => role === 'trainer')!
  // Who has taken a profession's track has taken the basics, too.
  await seedTakenTrack(trails, trainer.email, 'skola', addDays(now, -40))
  const coordinator = signIns.find(({ role }) => role === 'coordinator')!
  const leaders = { trainer: trainer.email, coordinator: coordinator.email }
  await seedActivities(randomFrom(world.seed + 2_000), { home, centre }, leaders, now)
  const learner = signIns.find(({ role }) => role === 'learner')!
  await seedNotices(randomFrom(world.seed + 3_000), learner.email, modules, now)
  if (world.learnerHasBegun) {
    await seedLearnersYear(randomFrom(world.seed + 4_000), learner.email, home, now)
  }
  await database().pool.query('analyze')
  await issueMissingCertificates()
  await remember('sign-ins', JSON.stringify(signIns))
  return signIns
}

// The first module everywhere, the second in half of the organisations; some are due soon, some were due.
async function seedAssignments(
  random: Random,
  modules: SeededModule[],
  organisations: SeededOrganisation[],
  now: Day,
): Promise<void> {
  const rows = organisations.flatMap((organisation, index) =>
    modules.slice(0, index % 2 === 0 ? 2 : 1).map(({ moduleId }, position) => {
      const assigned = addDays(now, -random.whole(20, 200))
      const due = addDays(now, position === 0 ? random.whole(-20, 40) : random.whole(20, 120))
      const id = seededId(Date.parse(assigned), random.bytes(10))
      return [id, moduleId, organisation.id, [], due, `${assigned}T08:00:00Z`]
    }),
  )
  await bulkLoad(
    'assignment',
    ['id', 'module_id', 'organisation_id', 'profession_groups', 'due_on', 'assigned_at'],
    rows,
  )
  await bulkLoad(
    'assignment_place',
    ['assignment_id', 'kind', 'ref'],
    rows.map(([id, , organisationId]) => [id, 'organisation', organisationId] as string[]),
  )
}

async function recall(key: string): Promise<string | undefined> {
  const row = await firstRow<{ value: string }>(
    sql`select value from installation where key = ${key}`,
  )
  return row?.value
}

async function emptyTables(): Promise<void> {
  const tables = await rows<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables
         where schemaname = 'public' and tablename <> '_prisma_migrations'`,
  )
  await database().pool.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`)
}

async function remember(key: string, value: string): Promise<void> {
  await database().pool.query(
    'insert into installation (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [key, value],
  )
}
