import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'

/** The names of people, by their ids. */
export async function selectNames(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ id: string; name: string }>(sql`
    select id, given_name || ' ' || family_name as name from person
     where id = any(${[...ids]}::uuid[])`)
  return new Map(found.map(({ id, name }) => [id, name]))
}
