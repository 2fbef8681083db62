import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { optionalDay, several, tickedBox } from '~/platform/http/form-fields.ts'
import { organisationNumberOf } from './organisation-number.ts'
import { unitLinesOf } from './unit-lines.ts'
import { countedGroups, centrePhases, organisationKinds } from './organisation.ts'

/** As long as a name may be. */
export const longestName = 120
/** As many units as one form may open. */
const mostUnits = 50

const name = z.string().trim().min(1, 'register.name-missing').max(longestName)
/** A municipality's code, or a county's where it lies in none of its municipalities. */
const place = z.string().regex(/^\d{2}(\d{2})?$/, 'register.place-missing')
const day = z.string().refine(isDay, 'form.day')
/** As it is kept, or null; the same rule says in the browser at once what the server would. */
const organisationNumber = z
  .string()
  .max(20)
  .optional()
  .transform((written, context) => {
    try {
      return organisationNumberOf(written ?? '')
    } catch (error) {
      if (!isRefusal(error)) throw error
      context.addIssue({ code: 'custom', message: `refusal.${error.code}` })
      return z.NEVER
    }
  })
const optionalId = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .transform((text) => text || null)
const lines = z
  .string()
  .optional()
  .transform((text) => unitLinesOf(text ?? ''))
  .refine(
    (units) => units.every(({ name: each }) => each.length <= longestName),
    'register.unit-too-long',
  )
  .refine((units) => units.length <= mostUnits, 'register.too-many-units')

/** What can be told of an organisation, besides its name and its place. */
const told = {
  kind: z.enum(organisationKinds),
  organisationNumber,
  carrierId: optionalId,
  phase: z
    .union([z.enum(centrePhases), z.literal('')])
    .optional()
    .transform((phase) => phase || null),
  projectYearFrom: optionalDay,
  catchment: several(z.string().regex(/^\d{4}$/)),
}

/** A new organisation with its first units. */
export const newOrganisationSchema = z.object({
  name,
  ...told,
  place,
  openedOn: day,
  units: lines,
  /** That it is another than those that are like it. */
  distinct: tickedBox,
})

/** What an organisation is from a day on. */
export const editOrganisationSchema = z.object({ name, ...told, day })

/** A new unit; without a place of its own it lies where the one above it does. */
export const addUnitSchema = z.object({
  name,
  parentUnitId: z.uuid(),
  place: place.or(z.literal('')).optional(),
  day,
})

export const renameUnitSchema = z.object({ intent: z.literal('rename'), name, day })
export const moveUnitSchema = z.object({ intent: z.literal('move'), parentUnitId: z.uuid(), day })
export const mergeOutcomes = ['this', 'other', 'new'] as const
export const mergeUnitSchema = z
  .object({
    intent: z.literal('merge'),
    unitIds: several(z.uuid()),
    outcome: z.enum(mergeOutcomes),
    name: z.string().trim().max(longestName).optional(),
    day,
  })
  .refine(({ unitIds }) => unitIds.length > 0, {
    path: ['unitIds'],
    message: 'register.merge-with-missing',
  })
  .refine(({ outcome, unitIds }) => outcome !== 'other' || unitIds.length === 1, {
    path: ['outcome'],
    message: 'register.merge-other-one',
  })
  .refine(({ outcome, name: told }) => outcome !== 'new' || !!told, {
    path: ['name'],
    message: 'register.name-missing',
  })
/** As many units as one may become at once. */
export const mostParts = 10
const partCount = z.coerce.number().int().min(2).max(mostParts)
/** Which of the parts (from 0) something goes to; the first where nothing is chosen. */
const partIndex = z
  .string()
  .regex(/^\d?$/)
  .optional()
  .transform((text) => Number(text ?? ''))

/** The name of the field for a part's name, from 1. */
export const partField = (number: number) => `part-${number}`
const partNames = Object.fromEntries(
  Array.from({ length: mostParts }, (_, index) => [
    partField(index + 1),
    z.string().trim().max(longestName).optional(),
  ]),
)
const groupsToParts = Object.fromEntries(
  countedGroups.map((group) => [`group-${group}`, partIndex]),
)

const namesOf = (told: { partCount: number; [field: string]: unknown }) =>
  Array.from({ length: told.partCount }, (_, index) => told[partField(index + 1)] ?? '') as string[]

/** Where things go whose fields begin with a word: by what the field's name says after it. */
function toParts(told: Record<string, unknown>, word: string, count: number) {
  const chosen = Object.entries(told)
    .filter(([field]) => field.startsWith(word))
    .map(([field, index]) => [field.slice(word.length), Number(index)] as const)
  return Object.fromEntries(chosen.filter(([, index]) => index > 0 && index < count))
}

export const splitUnitSchema = z
  .object({ intent: z.literal('split'), partCount, ...partNames, ...groupsToParts, day })
  .catchall(z.unknown())
  .superRefine((told, context) => {
    const names = namesOf(told)
    for (const [index, each] of names.entries()) {
      const path = [partField(index + 1)]
      if (each === '') context.addIssue({ code: 'custom', path, message: 'register.name-missing' })
      else if (names.indexOf(each) < index) {
        context.addIssue({ code: 'custom', path, message: 'register.split-same-name' })
      }
    }
  })
  .transform((told) => ({
    intent: told.intent,
    day: told.day,
    parts: namesOf(told),
    groups: toParts(told, 'group-', told.partCount),
    below: toParts(told, 'below-', told.partCount),
  }))

/** One field more or less in the form for a split, before anything is sent: without JavaScript. */
export const splitFieldsSchema = z
  .object({ intent: z.literal('split'), step: z.enum(['more', 'fewer']), partCount })
  .catchall(z.union([z.string(), z.array(z.string())]))
export const closeUnitSchema = z.object({ intent: z.literal('close'), withBelow: tickedBox, day })

/** Where a unit lies, where that was wrong from the beginning. */
export const placeUnitSchema = z.object({
  intent: z.literal('place'),
  place,
  withBelow: tickedBox,
})

/** What can be done to a unit that is there. */
export const changeUnitSchema = z.union([
  renameUnitSchema,
  moveUnitSchema,
  mergeUnitSchema,
  splitFieldsSchema,
  splitUnitSchema,
  closeUnitSchema,
  placeUnitSchema,
])
export type ChangeUnit = z.output<typeof changeUnitSchema>

/** The same by name, in the order in which a page offers them. */
export const unitDeeds = ['rename', 'move', 'merge', 'split', 'place', 'close'] as const
export type UnitDeed = (typeof unitDeeds)[number]
