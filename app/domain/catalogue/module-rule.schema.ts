import { z } from 'zod'
import { scoreRules, statusRules } from './module-rule.ts'

/** A box that is ticked posts "on", one that is not posts nothing. */
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** The form for how attempts at a module are judged. */
export const decideModuleRuleSchema = z.object({
  statusRule: z.enum(statusRules),
  scoreRule: z.enum(scoreRules),
  passedCompletes: ticked,
  appliesLimits: ticked,
  /** Empty: as many as the learner likes. */
  attemptsAllowed: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.int().min(1).max(99).nullable()),
})
