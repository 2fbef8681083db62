import { postedSearchSchema } from '~/platform/http/posted-search.ts'

/** Whom to look for, and which page of those found; in a form, so that nothing stands in an address (0034). */
export const colleagueSearchSchema = postedSearchSchema.omit({ deed: true })
