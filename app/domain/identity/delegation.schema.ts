import { z } from 'zod'
import { isDay, today } from '~/kernel/dates.ts'
import { isDelegationEnd } from './delegation.ts'

/** Who is to bring files in for the organisation, and until which day. */
export const delegationSchema = z.object({
  intent: z.literal('give'),
  personId: z.uuid({ error: 'form.required' }),
  lastDay: z
    .string({ error: 'form.required' })
    .refine(isDay, 'form.day')
    .refine((day) => isDelegationEnd(day, today()), 'delegation.too-long'),
})

/** Which delegation is to end now. */
export const endDelegationSchema = z.object({ intent: z.literal('end'), grantId: z.uuid() })
