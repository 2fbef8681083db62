import { z } from 'zod'

/** A decision about what counts as held; it has to be confirmed, since it changes every figure. */
export const coverageRuleSchema = z.object({
  imported: z.enum(['count', 'leave-out']),
  confirmed: z.literal('on', { error: 'coverage.rule.confirm-first' }),
})
