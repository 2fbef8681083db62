import { z } from 'zod'

// Names and addresses of people are looked for by a form, so that they stand in no address (0034).

/** What was written in the search; empty for all. */
export const searchedWords = z.string().trim().max(100).default('')

const searchedPage = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)

/** Whose name or address to look for, and which page of those found. */
export const postedSearchSchema = z.object({
  deed: z.literal('search'),
  words: searchedWords,
  page: searchedPage,
})

/** Whom a file is to hold. */
export const postedFileSchema = z.object({ words: searchedWords })
