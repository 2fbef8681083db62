import type { ModuleChoice } from '~/domain/assignment/assignment.ts'
import type { Coverage } from '~/domain/coverage/coverage.ts'
import type { Day } from '~/kernel/dates.ts'

/** A place in a published table. */
export interface TableRow {
  /** "00" for the nation, two digits for a county, four for a municipality; null for units that lie in no municipality. */
  code: string | null
  name: string | null
  coverage: Coverage
  /** Persons (not employments) who have completed the module, by where they worked then. */
  persons: number | null
}

/** A module on a day, in every county. */
export interface NationalTable {
  module: ModuleChoice
  asOf: Day
  /** The day the table was taken out (uttagsdatum). */
  takenOn: Day
  /** Whether imported completions count as held, by the rule of the day. */
  countsImported: boolean
  nation: TableRow
  /** All 21, by code; those that nothing is known of too. */
  counties: TableRow[]
}

/** A module on a day, in every municipality of a county. */
export interface CountyTable {
  module: ModuleChoice
  asOf: Day
  takenOn: Day
  countsImported: boolean
  county: TableRow
  /** All of them in Swedish order, then what lies in none. */
  municipalities: TableRow[]
}

/** The code of the nation in tables, as Statistics Sweden has it. */
export const nationCode = '00'
