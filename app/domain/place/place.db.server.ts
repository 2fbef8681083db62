import { database, rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import type { County, Municipality } from './place.ts'

/** One statement a table, so that it is quick at every start. */
export async function upsertPlaces(
  counties: County[],
  municipalities: Municipality[],
): Promise<void> {
  const pool = database().pool
  await pool.query(
    `insert into county (code, letter, name, short_name)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (code) do update set letter = excluded.letter, name = excluded.name, short_name = excluded.short_name`,
    [
      counties.map((county) => county.code),
      counties.map((county) => county.letter),
      counties.map((county) => county.name),
      counties.map((county) => county.shortName),
    ],
  )
  await pool.query(
    `insert into municipality (code, county_code, name, short_name)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (code) do update set name = excluded.name, short_name = excluded.short_name`,
    [
      municipalities.map((municipality) => municipality.code),
      municipalities.map((municipality) => municipality.countyCode),
      municipalities.map((municipality) => municipality.name),
      municipalities.map((municipality) => municipality.shortName),
    ],
  )
}

export async function selectCounties(): Promise<County[]> {
  return rows<County>(
    sql`select code, letter, name, short_name as "shortName" from county order by code`,
  )
}

export async function selectMunicipalities(countyCode?: string): Promise<Municipality[]> {
  const found = await rows<Municipality>(sql`
    select code, county_code as "countyCode", name, short_name as "shortName" from municipality
     where ${countyCode ?? null}::text is null or county_code = ${countyCode ?? null}`)
  const swedish = new Intl.Collator('sv')
  return found.sort((a, b) => swedish.compare(a.shortName, b.shortName))
}
