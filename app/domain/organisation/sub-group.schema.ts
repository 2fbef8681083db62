import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import { countedGroups } from './organisation.ts'

const longestName = 80

const told = {
  name: z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(longestName),
  ssykCode: z
    .string()
    .optional()
    .transform((code) => code || null),
}

/** A new group below a national one. */
export const addSubGroupSchema = z.object({
  ...told,
  professionGroup: z.enum(countedGroups, { error: 'form.required' }),
  validFrom: z.string({ error: 'form.required' }).refine(isDay, 'form.day'),
})

/** What a group is called from now on, and its occupation. */
export const changeSubGroupSchema = z.object({ intent: z.literal('change'), ...told })

/** That a group is to end today. */
export const endSubGroupSchema = z.object({ intent: z.literal('end') })
