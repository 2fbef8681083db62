import { z } from 'zod'
import { languages } from '~/i18n/format.ts'
import {
  keptWorkplace,
  needsStatedWorkplace,
  required,
  workplaceShape,
} from './affiliation.schema.ts'
import { affiliationKinds } from './affiliation.ts'
import { passwordFault } from './password-rules.ts'
import { normaliseEmail, sexes } from './person.ts'

/** What the form sends for "uppgift saknas eller annat". */
export const unstated = 'unstated'

const email = z
  .string({ error: 'form.required' })
  .trim()
  .min(1, 'form.required')
  .max(254)
  .refine((typed) => z.email().safeParse(typed).success, 'form.email')
  .transform(normaliseEmail)

const sex = z
  .enum([...sexes, unstated], { error: 'form.required' })
  .default(unstated)
  .transform((chosen) => (chosen === unstated ? null : chosen))

const language = z.enum(languages, { error: 'form.required' })

const names = { givenName: required(100), familyName: required(100) }

// Taken as it is typed: a space at either end belongs to it.
const password = z.string({ error: 'form.required' }).min(1, 'form.required').max(1000)

type WithPassword = { password: string; email?: string }

/** Says what is wrong with a new password, at its field. */
export function holdRules(typed: WithPassword, context: z.RefinementCtx): void {
  const fault = passwordFault(typed.password, typed.email)
  if (fault) context.addIssue({ code: 'custom', path: ['password'], message: fault })
}

/** What an account begins with where its address is known. */
export const personShape = { ...names, password, language, sex }

/** What an account begins with, besides a workplace. */
export const accountShape = { ...personShape, email }

/** Everything that an account begins with. */
export const signUpSchema = z
  .object({
    ...workplaceShape,
    kind: z.enum(affiliationKinds, { error: 'form.required' }).default('employed'),
    ...accountShape,
  })
  .superRefine(holdRules)
  .refine((typed) => !needsStatedWorkplace(typed), {
    path: ['statedWorkplace'],
    error: 'workplace.name-it',
  })
  .transform((typed) => ({ ...typed, ...keptWorkplace(typed) }))
export type SignUpForm = z.output<typeof signUpSchema>

/** The first administrator of an installation. */
export const administratorSchema = z
  .object({ ...names, email, password, language })
  .superRefine(holdRules)
export type AdministratorForm = z.output<typeof administratorSchema>

export const signInSchema = z.object({ email, password, to: z.string().optional() })

export const forgotPasswordSchema = z.object({ email })

/** A new password by a link; whose it is only the link knows. */
export const resetPasswordSchema = z.object({ password }).superRefine(holdRules)

/** A new password for one who is signed in. */
export const changePasswordSchema = z
  .object({ currentPassword: password, password })
  .superRefine(holdRules)

export const profileSchema = z.object({ ...names, language, sex })

/** The language switch, and the page to come back to. */
export const languageSchema = z.object({ language, to: z.string().max(2000).optional() })

/** A form that is only a button. */
export const nothingSchema = z.object({})

/** The address and password of another account of one's own. */
export const proveSchema = z.object({ intent: z.literal('prove'), email, password })

/** The address of such an account, to send a link to. */
export const askMergeLinkSchema = z.object({ intent: z.literal('ask-link'), email })

/** That the account which was proved goes into the own one. */
export const mergeSchema = z.object({ intent: z.literal('merge'), proof: z.string().max(200) })
