import { sql, type Sql } from './sql.server.ts'

/**
 * What to order names by: å, ä and ö come after z, whatever collation the database has, which is not ours
 * to choose.
 */
export function swedishOrder(column: Sql): Sql {
  return sql`translate(lower(${column}), 'åäöéèüáà', '{|}eeuaa') collate "C"`
}
