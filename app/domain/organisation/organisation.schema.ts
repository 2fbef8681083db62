import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { countedGroups, headcountSources } from './organisation.ts'

/** An empty box says nothing about the group; a nought says that there is nobody. */
const headcount = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, 'headcount.not-a-number')
  .optional()
  .transform((text) => (text ? Number(text) : undefined))

/** The name of a group's box in the form. */
export function headcountFieldOf(group: ProfessionGroup): string {
  return `count-${group}`
}

const boxes = Object.fromEntries(
  countedGroups.map((group) => [headcountFieldOf(group), headcount]),
) as Record<string, typeof headcount>

/** How many a unit has in each profession group on a day, from one source. */
export const declareHeadcountsSchema = z
  .object({
    ...boxes,
    unitId: z.uuid(),
    asOf: z.string().refine(isDay, 'form.day'),
    source: z.enum(headcountSources),
  })
  .transform(({ unitId, asOf, source, ...counts }) => ({
    unitId,
    asOf,
    source,
    headcounts: countedGroups.flatMap((professionGroup) => {
      const count = (counts as Record<string, number | undefined>)[
        headcountFieldOf(professionGroup)
      ]
      return count === undefined ? [] : [{ professionGroup, headcount: count }]
    }),
  }))
