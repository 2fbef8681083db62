import { z } from 'zod'

/** Takes a decision back; which of a page's forms it is stands beside it. */
export const undoSchema = z.object({ decisionId: z.string() })
