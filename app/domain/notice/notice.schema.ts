import { z } from 'zod'

/** "Rapportera fel på sidan": where, in which attempt, what, and (if an answer is wanted) an address. */
export const reportFaultSchema = z.object({
  page: z.string().trim().max(300).default(''),
  /** The support code of a module that plays: on one line, since it stands on one in the mail. */
  code: z
    .string()
    .trim()
    .max(40)
    .default('')
    .transform((typed) => typed.replace(/\s+/g, ' ')),
  what: z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(4000),
  email: z
    .string()
    .trim()
    .max(254)
    .default('')
    .refine((typed) => typed === '' || z.email().safeParse(typed).success, 'form.email')
    .transform((typed) => (typed === '' ? null : typed)),
})
export type FaultReport = z.output<typeof reportFaultSchema>
