import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { targetedGroups } from './activity.ts'

/** The name of a group's box. */
export function consultationFieldOf(group: ProfessionGroup): string {
  return `count-${group}`
}

const count = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, 'activity.count')
  .optional()
  .transform((text) => (text ? Number(text) : 0))

const boxes = Object.fromEntries(
  targetedGroups.map((group) => [consultationFieldOf(group), count]),
) as Record<string, typeof count>

/** Whether a text is a month, "2026-11". */
export function isMonth(text: string): boolean {
  return isDay(`${text}-01`)
}

/** How many consultations there were in a month with each group; an empty box is none. Never about whom. */
export const consultationSchema = z
  .object({
    ...boxes,
    month: z.string().refine(isMonth, 'form.invalid'),
    home: z.string().regex(/^(\d{2}|\d{4})$/, 'activity.choose-home'),
  })
  .transform(({ month, home, ...counts }) => ({
    month,
    home,
    counts: targetedGroups.map((professionGroup) => {
      const found = (counts as Record<string, unknown>)[consultationFieldOf(professionGroup)]
      return { professionGroup, consultations: typeof found === 'number' ? found : 0 }
    }),
  }))
