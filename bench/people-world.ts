import { database } from '~/platform/db/database.server.ts'
import type { MadeModule } from '../tests/factories/catalogue.ts'
import { makeUnit } from '../tests/factories/organisation.ts'

// The people that benches ask about: written in sets, since tens of thousands are wanted.

/** An organisation's tree of three levels: areas with twenty units each. */
export async function plantUnits(
  rootUnitId: string,
  areaCount: number,
): Promise<{ areas: string[]; units: string[] }> {
  const areas: string[] = []
  const units: string[] = []
  for (let area = 0; area < areaCount; area++) {
    const areaId = await makeUnit(rootUnitId)
    areas.push(areaId)
    for (let unit = 0; unit < 20; unit++) units.push(await makeUnit(areaId))
  }
  return { areas, units }
}

/** So many people: each in one unit, one in ten in two, in four profession groups. */
export async function plantPeople(count: number, units: readonly string[]): Promise<void> {
  const { pool } = database()
  await pool.query(
    `insert into person (id, given_name, family_name, email, email_confirmed_at, created_at)
     select gen_random_uuid(), 'Kim', 'Nummer ' || i, 'kim' || i || '@exempel.se', now(), now()
       from generate_series(1, $1::int) i`,
    [count],
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
}

/** Of a module, about two in five are done, and one in five has begun. */
export async function plantProgress({ moduleId, versionId }: MadeModule): Promise<void> {
  const { pool } = database()
  await pool.query(
    `insert into completion (id, person_id, module_id, module_version_id, completed_at, completed_on, source)
     select gen_random_uuid(), id, $1::uuid, $2::uuid, now(), '2026-01-15', 'played'
       from person where abs(hashtext(email || $2::uuid::text)) % 5 in (0, 1)`,
    [moduleId, versionId],
  )
  await pool.query(
    `with registered as (
       insert into registration (id, person_id, module_version_id, package_id, host_label, created_at)
       select gen_random_uuid(), person.id, $1::uuid, version.package_id,
              md5(person.id::text || $1::uuid::text), now()
         from person join module_version version on version.id = $1::uuid
        where abs(hashtext(email || $1::uuid::text)) % 5 = 2 returning id)
     insert into attempt (id, registration_id, number, support_code, started_at, completion, success)
     select gen_random_uuid(), id, 1, md5(id::text), now(), 'incomplete', 'unknown' from registered`,
    [versionId],
  )
}

/** As a database that has been up for a while has done by itself. */
export async function settle(): Promise<void> {
  await database().pool.query('vacuum analyze')
}
