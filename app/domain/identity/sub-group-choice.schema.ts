import { z } from 'zod'

/** Which of the organisation's own groups a workplace is to have; none is blank. */
export const subGroupChoiceSchema = z.object({
  intent: z.literal('sub-group'),
  affiliationId: z.uuid(),
  subGroupId: z
    .union([z.literal(''), z.uuid()])
    .optional()
    .transform((id) => id || null),
})
