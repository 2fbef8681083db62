import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import { professionGroups } from '~/kernel/profession.ts'

const group = z.enum(professionGroups)

/** A form sends nothing, one value or a list, by how many boxes are ticked. */
const tickedGroups = z
  .union([group.transform((one) => [one]), z.array(group)])
  .optional()
  .transform((groups) => groups ?? [])

/** What module, to whom, by when, and a word to go with it. */
export const assignModuleSchema = z.object({
  intent: z.literal('assign'),
  moduleId: z.uuid('assignment.choose-module'),
  professionGroups: tickedGroups,
  dueOn: z.string().refine(isDay, 'form.day'),
  message: z
    .string()
    .trim()
    .max(500)
    .optional()
    .transform((text) => text || null),
})

export const withdrawAssignmentSchema = z.object({
  intent: z.literal('withdraw'),
  assignmentId: z.uuid(),
})

/** The page's two forms. */
export const assignmentFormSchema = z.discriminatedUnion('intent', [
  assignModuleSchema,
  withdrawAssignmentSchema,
])
