import { z } from 'zod'
import { openGroups } from './open-participation.ts'

const leftOut = z.literal('').transform(() => null)

/** What somebody who was not signed in says of a module that was taken. Nothing of it has to be said. */
export const openParticipationSchema = z.object({
  /** Made with the form, so that a form sent twice counts once. */
  id: z.uuid('form.invalid'),
  countyCode: z
    .string()
    .regex(/^\d{2}$/, 'form.invalid')
    .or(leftOut)
    .default(null),
  professionGroup: z.enum(openGroups).or(leftOut).default(null),
})
export type OpenParticipation = z.output<typeof openParticipationSchema>
