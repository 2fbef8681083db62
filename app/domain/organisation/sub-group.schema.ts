import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import { countedGroups } from './organisation.ts'

const longestName = 80

/** A new group below a national one. */
export const addSubGroupSchema = z.object({
  intent: z.literal('add'),
  name: z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(longestName),
  professionGroup: z.enum(countedGroups, { error: 'form.required' }),
  ssykCode: z
    .string()
    .optional()
    .transform((code) => code || null),
  validFrom: z.string({ error: 'form.required' }).refine(isDay, 'form.day'),
})

/** Which group is to end today. */
export const endSubGroupSchema = z.object({ intent: z.literal('end'), subGroupId: z.uuid() })
