import path from 'node:path'
import { readOrganisationCoverage } from '~/domain/coverage/organisation-coverage.server.ts'
import { undoDecision } from '~/domain/assignment/duty-decision.server.ts'
import { decidePeople } from '~/domain/standing/people-decision.server.ts'
import { exportOrganisationPeople } from '~/domain/standing/export-people.server.ts'
import { readOrganisationPeople } from '~/domain/standing/organisation-standing.server.ts'
import { peopleShape } from '~/domain/standing/organisation-standing.ts'
import { peopleCsv } from '~/exchange/exports/people-csv.ts'
import { systemActor } from '~/kernel/actor.ts'
import { addDays, today } from '~/kernel/dates.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { database } from '~/platform/db/database.server.ts'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { seedPlaces } from '../../prisma/seed/places.ts'
import { makeAssignment } from '../../tests/factories/assignment.ts'
import { makeModule } from '../../tests/factories/catalogue.ts'
import { makeOrganisation, makeUnit } from '../../tests/factories/organisation.ts'
import { forgetPeak, idleMb, peakMb } from '../memory.ts'
import { rounded } from '../numbers.ts'

export interface ManagerMeasured {
  people: number
  units: number
  /** Milliseconds of each page's reading, the median of five. */
  pages: Record<string, number>
  decideMs: number
  undoMs: number
  export: { rows: number; rowsPerSecond: number; overIdleMb: number }
}

const people = Number(process.argv[2])
const actor = systemActor
const rounds = 5

const opened = await openCommand(env(), path.resolve('prisma/migrations'))
await seedPlaces()
const { organisationId, rootUnitId } = await makeOrganisation()
const areas: string[] = []
const units: string[] = []
for (let area = 0; area < 20; area++) {
  const areaId = await makeUnit(rootUnitId)
  areas.push(areaId)
  for (let unit = 0; unit < 20; unit++) units.push(await makeUnit(areaId))
}
const module = await makeModule()
await plantPeople()
await makeAssignment(organisationId, module.moduleId, { dueOn: addDays(today(), 30) })
await makeAssignment(organisationId, module.moduleId, {
  dueOn: addDays(today(), 10),
  professionGroups: ['school', 'health-care'],
})

const moduleSlug = module.slug
const query = (search: string) => listQueryOf(search, peopleShape)
const list = (search: string, words = '') =>
  readOrganisationPeople({ actor, organisationId, moduleSlug, query: query(search), words })
const overview = (unitId: string | null) =>
  readOrganisationCoverage({
    actor,
    organisationId,
    unitId,
    query: { moduleSlug, asOf: today() },
  })

const pages = {
  overview: await median(() => overview(null)),
  'a level of the tree': await median(() => overview(areas[3]!)),
  list: await median(() => list('')),
  'list by unit and standing': await median(() => list(`?unit=${areas[3]}&standing=due`)),
  'last page by name': await median(() => list('?sort=-name&page=1000')),
  'search by name': await median(() => list('', 'nummer 4711')),
}
const whom = { kind: 'matching', query: query('?standing=due'), words: '' } as const
const asked = { actor, organisationId, moduleSlug }
const ruling = { kind: 'extended', untilOn: addDays(today(), 60) } as const
const [decided, decideMs] = await timed(() => decidePeople({ ...asked, whom, ruling }))
const { decisionId } = decided
const [, undoMs] = await timed(() => undoDecision({ actor, organisationId, decisionId }))

const idle = await idleMb()
forgetPeak()
const [rows, exportMs] = await timed(async () => {
  const exported = await exportOrganisationPeople({ ...asked, query: query('') })
  return linesOf(peopleCsv(exported))
})
const measured: ManagerMeasured = {
  people,
  units: 1 + areas.length + units.length,
  pages,
  decideMs: Math.round(decideMs),
  undoMs: Math.round(undoMs),
  export: {
    rows,
    rowsPerSecond: Math.round((rows / exportMs) * 1_000),
    overIdleMb: rounded(peakMb() - idle),
  },
}
await closeCommand(opened)
console.log(JSON.stringify(measured))

/** Everybody in one unit, one in ten in two; two in five are done, and every fifth of the rest has begun. */
async function plantPeople(): Promise<void> {
  const { pool } = database()
  const version = module.versionId
  await pool.query(
    `insert into person (id, given_name, family_name, email, email_confirmed_at, created_at)
     select gen_random_uuid(), 'Kim', 'Nummer ' || i, 'kim' || i || '@exempel.se', now(), now()
       from generate_series(1, $1::int) i`,
    [people],
  )
  await pool.query(
    `with numbered as (select id, row_number() over (order by email) as i from person)
     insert into affiliation (id, person_id, unit_id, kind, profession_group, valid_from, status, decided_at)
     select gen_random_uuid(), numbered.id,
            ($1::uuid[])[1 + (numbered.i * (1 + 6 * turn.n)) % cardinality($1::uuid[])], 'employed',
            (array['school','social-services','health-care','judiciary'])[1 + numbered.i % 4],
            '2024-01-01', 'confirmed', '2024-01-01'
       from numbered cross join generate_series(0, 1) as turn (n)
      where turn.n = 0 or numbered.i % 10 = 0`,
    [units],
  )
  await pool.query(
    `insert into completion (id, person_id, module_id, module_version_id, completed_at, completed_on, source)
     select gen_random_uuid(), id, $1, $2, now(), '2026-01-15', 'played'
       from person where hashtext(email) % 5 in (0, 1)`,
    [module.moduleId, version],
  )
  await pool.query(
    `with registered as (
       insert into registration (id, person_id, module_version_id, package_id, host_label, created_at)
       select gen_random_uuid(), person.id, $1, version.package_id, md5(person.id::text), now()
         from person join module_version version on version.id = $1
        where hashtext(email) % 5 = 2 returning id)
     insert into attempt (id, registration_id, number, support_code, started_at, completion, success)
     select gen_random_uuid(), id, 1, md5(id::text), now(), 'incomplete', 'unknown' from registered`,
    [version],
  )
  await pool.query('analyze')
}

async function linesOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  const reader = stream.getReader()
  let lines = -1
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const byte of part.value) if (byte === 10) lines++
  }
  return lines
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const begun = performance.now()
  const result = await work()
  return [result, performance.now() - begun]
}

async function median(read: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) taken.push((await timed(read))[1])
  return Math.round(taken.sort((a, b) => a - b)[Math.floor(rounds / 2)]!)
}
