import { z } from 'zod'
import { addColumn } from '~/domain/identity/people-import.schema.ts'
import { activityFields, type ActivityColumns, type ActivityField } from './activity-columns.ts'

const field = z.enum(activityFields as [ActivityField, ...ActivityField[]])
const nothing = z.literal('').transform(() => null)

/** What is said of a file before it is tried; each column comes as a field of its own, `column-3`. */
export const activityFileSaidSchema = z
  .object({
    home: z
      .string()
      .regex(/^(nation|\d{2}|\d{4})$/, 'activity.choose-home')
      .or(nothing)
      .optional(),
    organiserId: z.uuid('activity.choose-organiser').or(nothing).optional(),
    isFromHome: z.literal('on').optional(),
  })
  .catchall(z.string().max(100))
  .transform((form, context) => {
    const columns: ActivityColumns = {}
    for (const [name, value] of Object.entries(form)) {
      const place = /^column-(\d{1,3})$/.exec(name)?.[1]
      if (place === undefined || typeof value !== 'string') continue
      addColumn(columns, field, Number(place), value, context)
    }
    const { home, organiserId, isFromHome } = form
    return {
      columns,
      home: home ?? null,
      organiserId: organiserId ?? null,
      isFromHome: isFromHome === 'on',
    }
  })

/** What to do with a tried or an applied file. */
export const activityFileDecisionSchema = z.object({ intent: z.enum(['apply', 'undo']) })
