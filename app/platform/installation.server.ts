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

/** Whether something was last marked as done at a time: a day, or a part of one. Outside transactions only. */
export async function isMarked(what: string, time: string): Promise<boolean> {
  const done = await firstRow(sql`
    select 1 from installation where key = ${`done:${what}`} and value = ${time}`)
  return done !== undefined
}

/** Marks something as done at a time, instead of when it was done before. */
export async function mark(what: string, time: string): Promise<void> {
  await rows(sql`
    insert into installation (key, value) values (${`done:${what}`}, ${time})
    on conflict (key) do update set value = excluded.value`)
}
