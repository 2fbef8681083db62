import { newId } from '~/kernel/ids.ts'
import { firstRow, rows } from './db/database.server.ts'
import { sql } from './db/sql.server.ts'

/** A random name of this database, made when it is first asked for. Outside transactions only. */
export async function installationId(): Promise<string> {
  await rows(sql`
    insert into installation (key, value) values ('id', ${newId()}) on conflict (key) do nothing`)
  const row = await firstRow<{ value: string }>(
    sql`select value from installation where key = 'id'`,
  )
  return row!.value
}
