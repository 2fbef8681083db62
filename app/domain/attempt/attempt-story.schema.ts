import { z } from 'zod'
import { shortCodesRead } from '~/kernel/short-code.ts'

/** What an administrator writes to find an attempt: what the learner reads aloud. */
export const findAttemptSchema = z.object({
  code: z
    .string({ error: 'form.required' })
    .trim()
    .min(1, 'form.required')
    .max(40)
    .refine((code) => shortCodesRead(code).length > 0, 'attempts.code-form'),
})
