import { z } from 'zod'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { openGroups } from './open-participation.ts'
import { countedSexes, placeIn, type CountCell, type CountedSex } from './attendance.ts'

/** Where somebody works, out of a list. */
const place = z
  .string('activity.choose-place')
  .refine((text) => placeIn(text) !== undefined, 'activity.choose-place')
  .transform((text) => placeIn(text) ?? null)

/** What somebody says who checks in without signing in; the id was drawn with the form. */
export const checkInSchema = z.object({
  id: z.uuid('form.invalid'),
  professionGroup: z.enum(openGroups, 'activity.choose-group'),
  place: place.refine((value) => value !== null, 'activity.choose-place'),
})
export type CheckIn = z.output<typeof checkInSchema>

/** Nothing but the press of the button: who signed in is known. */
export const ownCheckInSchema = z.object({ intent: z.literal('own') })

/** A code as it is typed in. */
export const checkInCodeSchema = z.object({ code: z.string().trim().min(1).max(20) })

/** The name of the box for a group and a sex. */
export function countFieldOf(group: ProfessionGroup, sex: CountedSex): string {
  return `count-${group}-${sex ?? 'U'}`
}

const count = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, 'activity.count')
  .optional()
  .transform((text) => (text ? Number(text) : 0))

const boxes = Object.fromEntries(
  professionGroups.flatMap((group) => countedSexes.map((sex) => [countFieldOf(group, sex), count])),
) as Record<string, typeof count>

/** How many there were of each kind from one place; an empty box is none. */
export const countsSchema = z
  .object({ ...boxes, intent: z.literal('count'), place })
  .transform(({ place, ...counts }) => ({
    intent: 'count' as const,
    place,
    counts: professionGroups.flatMap((professionGroup) =>
      countedSexes.flatMap((sex): CountCell[] => {
        const found = (counts as Record<string, unknown>)[countFieldOf(professionGroup, sex)]
        return typeof found === 'number' && found > 0
          ? [{ professionGroup, sex, people: found }]
          : []
      }),
    ),
  }))

/** Addresses, one to a line or with commas between. */
export const registerSchema = z.object({
  intent: z.literal('register'),
  emails: z
    .string()
    .trim()
    .min(1, 'form.required')
    .max(20_000)
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ])
    .refine((emails) => emails.length <= 300, 'activity.too-many-addresses'),
})

/** Another group or place for one who was there, or that they were not. */
export const correctionSchema = z.object({
  intent: z.literal('correct'),
  attendanceId: z.uuid(),
  professionGroup: z.enum(professionGroups),
  place,
})
/** Those of the signed-up who came. */
export const arrivalsSchema = z.object({
  intent: z.literal('arrived'),
  signUpIds: z
    .union([z.uuid().transform((id) => [id]), z.array(z.uuid())], 'participants.expected.choose')
    .refine((ids) => ids.length <= 300, 'form.invalid'),
})
export const removalSchema = z.object({ intent: z.literal('remove'), attendanceId: z.uuid() })

/** The page's forms. */
export const participantsSchema = z.union([
  countsSchema,
  registerSchema,
  correctionSchema,
  removalSchema,
  arrivalsSchema,
])
