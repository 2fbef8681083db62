import { z } from 'zod'
import { isDay, today } from '~/kernel/dates.ts'
import { shortCodesRead } from '~/kernel/short-code.ts'
import { affiliationKinds } from './affiliation.ts'
import { workplaceShape } from './affiliation.schema.ts'
import { isJoinDay, mostJoiners } from './join-code.ts'
import { accountShape, holdRules } from './person.schema.ts'

/** A new code for a unit. */
export const joinCodeSchema = z.object({
  unitId: z.uuid({ error: 'form.required' }),
  kind: z.enum(affiliationKinds, { error: 'form.required' }),
  mostPeople: z.coerce.number({ error: 'form.number' }).int().min(1).max(mostJoiners),
  lastDay: z
    .string({ error: 'form.required' })
    .refine(isDay, 'form.day')
    .refine((day) => isJoinDay(day, today()), 'join-code.too-long'),
  confirmation: z.enum(['needed', 'none'], { error: 'form.required' }),
})

/** Only the press of a button, with a word that nothing else sends. */
export const revokeCodeSchema = z.object({ intent: z.literal('revoke') })

/** A code as somebody types it. */
export const typedCodeSchema = z.object({
  code: z
    .string({ error: 'form.required' })
    .trim()
    .min(1, 'form.required')
    .max(40)
    .refine((typed) => shortCodesRead(typed).length > 0, 'join.code-form'),
})

const { professionGroup } = workplaceShape

/** Who is signed in joins as what. */
export const joinSchema = z.object({ professionGroup })

/** Who has no account makes one and joins in the same go. */
export const joinSignUpSchema = z
  .object({ professionGroup, ...accountShape })
  .superRefine(holdRules)
export type JoinSignUpForm = z.output<typeof joinSignUpSchema>
