import { z } from 'zod'
import { normaliseEmail } from '~/domain/identity/person.ts'
import { holdsPersonalNumber } from '~/domain/identity/personal-number.ts'
import { isDay } from '~/kernel/dates.ts'
import { placeIn } from './attendance.ts'
import { openGroups } from './open-participation.ts'
import { mostPlaces } from './sign-up.ts'

/** What somebody without an account says who wants to come. */
export const signUpSchema = z.object({
  name: z
    .string('form.required')
    .trim()
    .min(2, 'form.required')
    .max(120)
    .refine((text) => !holdsPersonalNumber(text), 'activity.personal-number'),
  email: z
    .string('form.required')
    .trim()
    .min(1, 'form.required')
    .max(254)
    .refine((typed) => z.email().safeParse(typed).success, 'form.email')
    .transform(normaliseEmail),
  professionGroup: z.enum(openGroups, 'activity.choose-group'),
  place: z
    .string('activity.choose-place')
    .refine((text) => Boolean(placeIn(text)), 'activity.choose-place')
    .transform((text) => placeIn(text) ?? null),
})
export type NamedSignUp = z.output<typeof signUpSchema>

/** Who signed in signs up, or does not come after all, by a press of a button. */
export const ownSignUpSchema = z.object({ intent: z.literal('own') })
export const cancelSignUpSchema = z.object({ intent: z.literal('cancel') })

/** In the room: the session's code, by who signed up without an account. */
export const arriveSchema = z.object({
  intent: z.literal('arrive'),
  code: z.string('form.required').trim().min(1, 'form.required').max(20),
})

/** What a leader says of the page: how many places, and the last day. */
export const signUpPageSchema = z.object({
  intent: z.literal('page'),
  places: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'form.number')
    .optional()
    .transform((text) => (text ? Number(text) : null))
    .refine(
      (value) => value === null || (value >= 1 && value <= mostPlaces),
      `form.at-most?count=${mostPlaces}`,
    ),
  closesOn: z.string('form.required').refine(isDay, 'form.day'),
})

/** A leader gives somebody a place, or takes them off the list. */
export const takeInSchema = z.object({ intent: z.literal('take-in'), signUpId: z.uuid() })
export const takeOutSchema = z.object({ intent: z.literal('take-out'), signUpId: z.uuid() })
export const signUpListSchema = z.discriminatedUnion('intent', [
  signUpPageSchema,
  takeInSchema,
  takeOutSchema,
])
