import { z } from 'zod'
import { hostOf } from './package-host.ts'
import { packageSettingsSchema } from './package-settings.schema.ts'

const host = z
  .string()
  .trim()
  .min(1, 'form.required')
  .max(260)
  .transform((written, context) => {
    const known = hostOf(written)
    if (known !== null) return known
    context.addIssue({ code: 'custom', message: 'catalogue.host-form' })
    return z.NEVER
  })

export const allowHostSchema = z.object({ intent: z.literal('allow-host'), host })
export const stopHostSchema = z.object({ intent: z.literal('stop-host'), host })
export const publishSchema = z.object({
  intent: z.literal('publish'),
  /** Asked for where the package names WebRTC. */
  peerConnection: z.literal('accepted').optional(),
})

/** The forms of a version's page. */
export const versionFormSchema = z.discriminatedUnion('intent', [
  publishSchema,
  allowHostSchema,
  stopHostSchema,
  packageSettingsSchema,
])
