import { z } from 'zod'
import { tickedBox } from '~/platform/http/form-fields.ts'
import { scoreRules, statusRules } from './module-rule.ts'

/** The form for how attempts at a module are judged. */
export const decideModuleRuleSchema = z.object({
  statusRule: z.enum(statusRules),
  scoreRule: z.enum(scoreRules),
  passedCompletes: tickedBox,
  appliesLimits: tickedBox,
  /** Empty: as many as the learner likes. */
  attemptsAllowed: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.int().min(1).max(99).nullable()),
})
