import { z } from 'zod'
import { grantableRoles, parseScope } from './role-grant.ts'

/** A role to give, and where it is to count. */
export const grantRoleSchema = z.object({
  role: z.enum(grantableRoles, { error: 'form.required' }),
  scope: z
    .string({ error: 'form.required' })
    .min(1, 'form.required')
    .transform((text, context) => {
      const scope = parseScope(text)
      if (scope) return scope
      context.addIssue({ code: 'custom', message: 'form.required' })
      return z.NEVER
    }),
})

/** Whom an administrator looks for: an exact address, or the beginning of a name. */
export const findPeopleSchema = z.object({
  query: z.string({ error: 'form.required' }).trim().min(2, 'people.query-too-short').max(254),
})
