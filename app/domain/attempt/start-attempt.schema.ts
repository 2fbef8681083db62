import { z } from 'zod'

/** What the button that begins a module sends, or goes on with it. */
export const startAttemptSchema = z.object({
  /** A new attempt, where the latest has come to an end. */
  again: z.literal('on').optional(),
})
