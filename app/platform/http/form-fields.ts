import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'

// What fields of a form post, for the schemas that browser and server share.

/** A box that is ticked posts "on", one that is not posts nothing. */
export const tickedBox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** Boxes of one name post nothing, one value or a list, by how many are ticked. */
export function several<One extends z.ZodType>(one: One) {
  return z
    .union([one.transform((value) => [value]), z.array(one)])
    .optional()
    .transform((values): z.output<One>[] => values ?? [])
}

/** A day, or nothing where the field is left empty. */
export const optionalDay = z
  .string()
  .optional()
  .transform((text) => text || null)
  .refine((day) => day === null || isDay(day), 'form.day')
