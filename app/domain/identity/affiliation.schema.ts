import { z } from 'zod'
import { isDay, today } from '~/kernel/dates.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { affiliationKinds } from './affiliation.ts'
import { personalProfessionGroups } from './person.ts'

/** What stands for "finns inte i listan" in the list of units. */
export const notInRegister = 'none'

/** A line of text that must be filled in; space around it does not count. */
export const required = (most: number) =>
  z.string({ error: 'form.required' }).trim().min(1, 'form.required').max(most)

const isUuid = (typed: string) => z.uuid().safeParse(typed).success

/** The four fields that say where and as what. */
export const workplaceShape = {
  municipalityCode: z.string({ error: 'form.required' }).regex(/^\d{4}$/, 'form.required'),
  unitId: z
    .string({ error: 'workplace.choose' })
    .refine((typed) => typed === notInRegister || isUuid(typed), 'workplace.choose'),
  statedWorkplace: z.string().trim().max(200).optional(),
  professionGroup: z.enum(personalProfessionGroups as [ProfessionGroup, ...ProfessionGroup[]], {
    error: 'form.required',
  }),
}

interface TypedWorkplace {
  unitId: string
  statedWorkplace?: string
}

/** Who does not find the workplace in the list says what it is called. */
export function needsStatedWorkplace({ unitId, statedWorkplace }: TypedWorkplace): boolean {
  return unitId === notInRegister && !statedWorkplace
}

/** The two fields as they are kept: a unit, or a name. */
export function keptWorkplace({ unitId, statedWorkplace }: TypedWorkplace) {
  return unitId === notInRegister
    ? { unitId: null, statedWorkplace: statedWorkplace ?? null }
    : { unitId, statedWorkplace: null }
}

const day = z.string({ error: 'form.required' }).refine(isDay, 'form.day')

/** A workplace of one's own: a new one, or one to correct. */
export const affiliationSchema = z
  .object({
    ...workplaceShape,
    kind: z.enum(affiliationKinds, { error: 'form.required' }),
    validFrom: day.refine((from) => from <= today(), 'affiliation.starts-later'),
    lastDay: z
      .string()
      .trim()
      .optional()
      .refine((last) => !last || isDay(last), 'form.day')
      .transform((last) => (last ? last : null)),
  })
  .refine(({ validFrom, lastDay }) => lastDay === null || lastDay >= validFrom, {
    path: ['lastDay'],
    error: 'affiliation.ends-before-start',
  })
  .refine((typed) => !needsStatedWorkplace(typed), {
    path: ['statedWorkplace'],
    error: 'workplace.name-it',
  })
  .transform((typed) => ({ ...typed, ...keptWorkplace(typed) }))

/** The last day at a workplace. */
export const endAffiliationSchema = z.object({
  lastDay: day.refine((last) => last <= today(), 'affiliation.ends-later'),
})

/** The last day of somebody's workplace, as the organisation ends it; it may be to come. */
export const endWorkplaceSchema = z.object({ affiliationId: z.uuid(), lastDay: day })
