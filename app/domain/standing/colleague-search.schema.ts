import { z } from 'zod'

/** Whom to look for, and which page of those found; in a form, so that nothing stands in an address (0034). */
export const colleagueSearchSchema = z.object({
  words: z.string().trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
