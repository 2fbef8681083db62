import { z } from 'zod'
import { serviceScopes } from '~/kernel/actor.ts'
import { isDay, today } from '~/kernel/dates.ts'
import { required } from './affiliation.schema.ts'
import { latestKeyDay } from './service-key.ts'

/** What a key is for: a line of text. */
export const keyNameSchema = required(100).regex(
  /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u,
  'refusal.key.name-unfit',
)

/** A key to make. The id comes with the form, so that a form sent twice makes one key. */
export const createKeySchema = z.object({
  keyId: z.uuid(),
  name: keyNameSchema,
  scope: z.enum(serviceScopes, { error: 'form.required' }),
  validTo: z
    .string({ error: 'form.required' })
    .refine(isDay, 'form.day')
    .refine((day) => day >= today(), 'refusal.key.day-passed')
    .refine((day) => day <= latestKeyDay(today()), 'refusal.key.too-long'),
})
