import { join, raw, sql, type Sql, type Tx } from './sql.server.ts'
import { txRows } from './transaction.server.ts'

/**
 * A condition for WHERE: true where any table outside `except` refers to the id by a column of that name.
 * Found in the database itself, so that a table which is added later is asked too.
 * @param column such as "person_id"; from code, never from outside
 * @param id the id asked for, as SQL
 */
export async function isReferredTo(
  tx: Tx,
  column: string,
  id: Sql,
  except: readonly string[],
): Promise<Sql> {
  const found = await txRows<{ name: string }>(
    tx,
    sql`select table_name::text as name from information_schema.columns
         where table_schema = 'public' and column_name = ${column} and data_type = 'uuid'
           and table_name::text <> all(${[...except]}::text[])`,
  )
  if (found.length === 0) return sql`false`
  const asked = found.map(
    ({ name }) =>
      sql`exists (select 1 from ${raw(`"${name}"`)} as other where other.${raw(`"${column}"`)} = ${id})`,
  )
  return sql`(${join(asked, ' or ')})`
}
