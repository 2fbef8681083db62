/** How much a file of activities may be: it is judged and applied whole. */
export const activityLimits = {
  maxBytes: 5_000_000,
  /** Rows below the head: more than a county has held in ten years. */
  maxRows: 5_000,
  maxColumns: 100,
} as const
