import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { countedGroups, headcountSources, type HeadcountCell } from './organisation.ts'

/** The name of a cell in the grid. */
export function headcountFieldOf(unitId: string, group: ProfessionGroup): string {
  return `count-${unitId}-${group}`
}

const fieldName = /^count-([0-9a-f-]{36})-([a-z-]+)$/

/**
 * How many there are in each unit and profession group on a day, from one source. An empty cell says nothing; a
 * nought says that there is nobody.
 */
export const declareHeadcountsSchema = z
  .looseObject({
    asOf: z.string().refine(isDay, 'form.day'),
    source: z.enum(headcountSources),
    /** Also those that are as they were hold on the day. */
    confirmsAll: z.literal('on').optional(),
  })
  .transform(({ asOf, source, confirmsAll, ...fields }, context) => {
    const cells: HeadcountCell[] = []
    for (const [field, written] of Object.entries(fields)) {
      const [, unitId = '', group = ''] = fieldName.exec(field) ?? []
      const professionGroup = countedGroups.find((each) => each === group)
      const text = typeof written === 'string' ? written.replace(/\s/g, '') : ''
      if (!professionGroup || text === '') continue
      if (/^\d{1,6}$/.test(text)) cells.push({ unitId, professionGroup, headcount: Number(text) })
      else {
        context.addIssue({ code: 'custom', path: [field], message: 'headcount.not-a-number' })
      }
    }
    return { asOf, source, confirmsAll: confirmsAll === 'on', cells }
  })

/** What is wrong with a number that has been told: its source, or that it counts at all. */
export const correctHeadcountSchema = z
  .object({
    deed: z.enum(['source', 'withdraw', 'restore']),
    source: z.enum(headcountSources).optional(),
  })
  .refine(({ deed, source }) => deed !== 'source' || source !== undefined, {
    path: ['source'],
    error: 'form.required',
  })
