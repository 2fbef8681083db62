import { z } from 'zod'

/** What content is told of its learner. */
export const learnerIdentities = ['pseudonym', 'name'] as const
export type LearnerIdentity = (typeof learnerIdentities)[number]

/** The form for how a package is played, whichever version it is in. */
export const packageSettingsSchema = z.object({
  intent: z.literal('settings'),
  learnerIdentity: z.enum(learnerIdentities),
  strict: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})
