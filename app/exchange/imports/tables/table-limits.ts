/** What a cell of a table file may hold; empty ones are null. */
export type Cell = string | number | boolean | Date | null

/** How much a table file may be. */
export const tableLimits = {
  maxBytes: 5_000_000,
  /** Rows below the head. */
  maxRows: 20_000,
  /** Columns that a value may stand in. */
  maxColumns: 100,
  /** A spreadsheet's parts unpacked: well above what 20,000 rows need. */
  maxUnpackedBytes: 30_000_000,
} as const
