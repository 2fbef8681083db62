import type { Day } from '~/kernel/dates.ts'
import { sql, type Sql } from './sql.server.ts'

/** The Swedish day of a moment. */
export const swedishDay = (column: Sql) => sql`(${column} at time zone 'Europe/Stockholm')::date`

/**
 * Whether a moment lies on the day or earlier, in Sweden: as `swedishDay(column) <= day`, but the planner knows how
 * many rows that leaves, and no time zone is reckoned for each of them.
 */
export const byEndOf = (column: Sql, day: Day) => sql`(
  ${column} < ((${day}::date + 1)::timestamp at time zone 'Europe/Stockholm'))`

/** Whether a row with valid_from and valid_to (exclusive) holds on the day. */
export const holdsOn = (table: Sql, day: Day) => sql`(
  ${table}.valid_from <= ${day}::date and (${table}.valid_to is null or ${table}.valid_to > ${day}::date))`
