import type { Day } from '~/kernel/dates.ts'
import { sql, type Sql } from './sql.server.ts'

/** A unit has gone into another, or into its parts, on the day or before: told by the register (0030). */
const hasGone = (change: Sql, day: Day) => sql`
  ${change}.kind in ('merged', 'split') and ${change}.on_day <= ${day}::date`

/**
 * A unit and all that it has become by the day, by merging and splitting, as rows `(unit_id)`: those that are
 * there on the day are among them, and with them what has ended.
 */
export const heirsOf = (unit: Sql, day: Day) => sql`(
  with recursive heir (unit_id) as (
    select ${unit}
    union
    select change.other_unit_id
      from heir join unit_change change on change.unit_id = heir.unit_id
     where ${hasGone(sql`change`, day)})
  select unit_id from heir)`

/**
 * To rows `from(unit_id, at_id)`: the same with each unit that has become the one at `at_id` by the day. For
 * WITH RECURSIVE, as `name(unit_id, at_id)`.
 */
export const withForebears = (name: Sql, from: Sql, day: Day) => sql`
  ${name} (unit_id, at_id) as (
    select unit_id, at_id from ${from}
    union
    select ${name}.unit_id, change.unit_id
      from ${name} join unit_change change on change.other_unit_id = ${name}.at_id
     where ${hasGone(sql`change`, day)})`
