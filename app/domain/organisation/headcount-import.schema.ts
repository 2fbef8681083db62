import { z } from 'zod'

/** What to do with a tried or an applied file of headcounts. */
export const headcountDecisionSchema = z.object({ intent: z.enum(['apply', 'undo']) })
