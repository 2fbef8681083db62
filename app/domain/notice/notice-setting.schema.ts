import { z } from 'zod'

/** What somebody wants to be mailed about, of what need not be done. */
export const noticeSettingSchema = z.object({
  recommended: z.enum(['yes', 'no'], { error: 'form.required' }),
})

/** A mail program sends "List-Unsubscribe=One-Click" (RFC 8058); our own page says which it is to be. */
export const unsubscribeSchema = z.object({
  recommended: z.enum(['yes', 'no']).default('no'),
})
