/** How much a file of people may be. */
export const peopleLimits = {
  maxBytes: 30_000_000,
  /** Rows below the head: above the largest employer in the country. */
  maxRows: 120_000,
  maxColumns: 100,
} as const
