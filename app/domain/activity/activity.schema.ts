import { z } from 'zod'
import { holdsPersonalNumber } from '~/domain/identity/personal-number.ts'
import { isDay } from '~/kernel/dates.ts'
import { several } from '~/platform/http/form-fields.ts'
import { professionGroups } from '~/kernel/profession.ts'
import {
  activityForms,
  activityLevels,
  bySessionTime,
  homeOf,
  minutesOf,
  mostSessions,
  plannedTypes,
  usualWindow,
  type SessionTime,
} from './activity.ts'

const ticked = <Schema extends z.ZodType>(one: Schema) =>
  several(one).transform((values) => [...new Set(values)])

const code = (digits: number) => z.string().regex(new RegExp(`^\\d{${digits}}$`), 'form.invalid')

const numbered = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d$/, 'form.invalid')
    .transform(Number)
    .refine((value) => value >= least && value <= most, 'form.invalid')

/** The title and the place: an activity's only words. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !holdsPersonalNumber(text), 'activity.personal-number')

/** Minutes before and after, up to a day. */
const minutes = (usual: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'form.number')
    .optional()
    .transform((text) => (text ? Number(text) : usual))
    .refine((value) => value <= 1440, 'form.at-most?count=1440')

/** The names of the boxes of the session that stands so far down in the form, from 1. */
export function sessionFieldsOf(row: number) {
  return {
    id: `session-${row}`,
    day: `day-${row}`,
    start: `start-${row}`,
    end: `end-${row}`,
  } as const
}

export const sessionRows = Array.from({ length: mostSessions }, (_, index) => index + 1)

const box = z.string().trim().optional()

const sessionBoxes = Object.fromEntries(
  sessionRows.flatMap((row) => Object.values(sessionFieldsOf(row)).map((name) => [name, box])),
) as Record<string, typeof box>

/** A session as the form has it; the id tells which one that is there already. */
export interface GivenSession extends SessionTime {
  id: string | null
}

/** What is said of an activity, and when it is held: a row without a day is no session. */
export const activitySchema = z
  .object({
    ...sessionBoxes,
    type: z.enum(plannedTypes),
    form: z.enum(activityForms),
    level: z.enum(activityLevels),
    title: words(120).refine((text) => text.length >= 3, 'form.too-short?count=3'),
    place: words(120)
      .optional()
      .transform((text) => text || null),
    home: z.string().regex(/^(nation|\d{2}|\d{4})$/, 'activity.choose-home'),
    organiserId: z.uuid('activity.choose-organiser'),
    countyCodes: ticked(code(2)),
    municipalityCodes: ticked(code(4)),
    targetGroups: ticked(z.enum(professionGroups)),
    rcPurposes: ticked(numbered(1, 3)),
    strategyGoals: ticked(numbered(2, 4)),
    projectYear: z
      .string()
      .trim()
      .regex(/^(20\d{2})?$/, 'activity.year')
      .optional()
      .transform((text) => (text ? Number(text) : null)),
    moduleId: z
      .uuid()
      .or(z.literal(''))
      .optional()
      .transform((id) => id || null),
    opensBefore: minutes(usualWindow.opensBefore),
    closesAfter: minutes(usualWindow.closesAfter),
  })
  .transform(({ home, ...given }, context) => {
    const boxes = given as Record<string, unknown>
    const sessions = sessionRows.flatMap((row) => sessionIn(boxes, row, context))
    if (sessions.length === 0 && context.issues.length === 0) {
      context.addIssue({ code: 'custom', message: 'form.required', path: ['day-1'] })
    }
    const { type, form, level, title, place, organiserId, countyCodes, municipalityCodes } = given
    const { targetGroups, rcPurposes, strategyGoals, projectYear, moduleId } = given
    const { opensBefore, closesAfter } = given
    const values = {
      ...{ type, form, level, title, place, organiserId, countyCodes, municipalityCodes },
      ...{ targetGroups, rcPurposes, strategyGoals, projectYear, opensBefore, closesAfter },
      moduleId: type === 'course-group' ? moduleId : null,
      ...homeOf(home),
    }
    return { values, sessions: sessions.sort(bySessionTime) }
  })

function sessionIn(
  boxes: Record<string, unknown>,
  row: number,
  context: z.core.$RefinementCtx,
): GivenSession[] {
  const names = sessionFieldsOf(row)
  const textOf = (name: string) => {
    const value = boxes[name]
    return typeof value === 'string' ? value : ''
  }
  const [heldOn, start, end] = [textOf(names.day), textOf(names.start), textOf(names.end)]
  if (!heldOn && !start && !end) return []
  const wrong = (name: string, message: string) => {
    context.addIssue({ code: 'custom', message, path: [name] })
    return []
  }
  if (!isDay(heldOn)) return wrong(names.day, 'form.day')
  const [startsAt, endsAt] = [minutesOf(start), minutesOf(end)]
  if (startsAt === null) return wrong(names.start, 'activity.time')
  if (endsAt === null) return wrong(names.end, 'activity.time')
  if (endsAt <= startsAt) return wrong(names.end, 'activity.ends-before')
  return [{ id: textOf(names.id) || null, heldOn, startsAt, endsAt }]
}

/** That an activity was held or cancelled, on a day, or is planned after all. */
export const statusSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('held'), on: z.string().refine(isDay, 'form.day') }),
  z.object({ status: z.literal('cancelled'), on: z.string().refine(isDay, 'form.day') }),
  z.object({ status: z.literal('planned') }),
])
