import { z } from 'zod'
import { certificateCodeRead } from './certificate-code.ts'

/** A code as somebody types it from paper; the output is as certificates have it. */
export const certificateCodeSchema = z.object({
  code: z
    .string({ error: 'form.required' })
    .trim()
    .min(1, 'form.required')
    .max(60)
    .transform((written, context) => {
      const code = certificateCodeRead(written)
      if (code === null) context.addIssue({ code: 'custom', message: 'certificate.code-form' })
      return code ?? z.NEVER
    }),
})

/** What a holder decides of the name. */
export const certificateNameSchema = z.object({
  name: z.enum(['named', 'unnamed'], { error: 'form.required' }),
  showsName: z.literal('on').optional(),
})

/** Why an administrator revokes one; the third reason is Samsyn's own. */
export const revokeCertificateSchema = z.object({
  reason: z.enum(['mistaken', 'asked'], { error: 'form.required' }),
})

/** Whether an employer may see a certificate. */
export const shareSchema = z.object({
  intent: z.enum(['share', 'unshare']),
  organisationId: z.uuid(),
})
