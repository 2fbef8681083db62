import { z } from 'zod'
import { isDay } from '~/kernel/dates.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { certainties, certificateRules, factKinds, moduleKinds } from './course-model.ts'

// What may stand in a course's YAML. Every value comes as text (yaml-reader.ts). A message is a code of
// problem-texts.ts.

/** Ids, slugs and names of files: they stand in addresses and in learners' bookmarks. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

const words = z.string({ error: 'value-text' }).trim().min(1, { error: 'value-empty' })
const wordsOrNone = z.string({ error: 'value-text' }).trim().default('')
const id = z.string({ error: 'value-id' }).regex(idPattern, { error: 'value-id' })
const day = z.string({ error: 'value-day' }).refine(isDay, { error: 'value-day' })
const dayOrNone = z
  .string({ error: 'value-day' })
  .refine((text) => text === '' || isDay(text), { error: 'value-day' })
  .transform((text) => text || undefined)
  .optional()
const whole = z
  .string({ error: 'value-number' })
  .regex(/^\d{1,6}$/, { error: 'value-number' })
  .transform(Number)
/** As many as the catalogue takes. */
const months = z
  .string({ error: 'value-months' })
  .regex(/^([1-9]|[1-9]\d|1[01]\d|120)$/, { error: 'value-months' })
  .transform(Number)
const twoLanguages = z.strictObject({ sv: words, en: words }, { error: 'value-two-languages' })
const listOf = <T extends z.ZodType>(item: T) => z.array(item, { error: 'value-list' })
const group = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, { error: 'value-group' })

const httpsAddress = words.refine(
  (text) => URL.canParse(text) && new URL(text).protocol === 'https:',
  { error: 'value-https' },
)

/** Of a fact's parts: "number", "forWhom". */
const partName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, { error: 'value-part' })

export const courseSchema = z.strictObject({
  /** Where the folder's name will not do, since addresses show it. */
  slug: id.optional(),
  title: twoLanguages,
  description: twoLanguages,
  version: words,
  certificate: group({
    requires: z.enum(certificateRules),
    validityMonths: months,
    renewedBy: id.optional(),
  }),
  modules: listOf(id),
  tracks: listOf(
    group({
      slug: id,
      title: twoLanguages,
      description: twoLanguages,
      professionGroups: listOf(z.enum(professionGroups)).min(1, { error: 'value-empty' }),
      modules: listOf(id),
    }),
  ),
})

export const moduleSchema = z.strictObject({
  kind: z.enum(moduleKinds),
  number: wordsOrNone,
  title: twoLanguages,
  description: twoLanguages,
  goals: listOf(group({ id, text: words })).default([]),
  draw: group({ questions: whole, passPercent: whole, secondsPerQuestion: whole }).optional(),
})

export const factSchema = z.strictObject({
  /** May be written, and is then the file's own name. */
  id: id.optional(),
  kind: z.enum(factKinds),
  title: words,
  text: words,
  parts: z.record(partName, words, { error: 'value-group' }).default({}),
  source: listOf(group({ title: words, publisher: words, address: httpsAddress.optional() })),
  certainty: z.enum(certainties),
  toCheck: wordsOrNone,
  validFrom: dayOrNone,
  validTo: dayOrNone,
  lastReviewed: day,
  reviewer: words,
  nextReview: day,
})

export const glossarySchema = listOf(group({ id, term: words, text: words }))

/** What stands between the two lines of "---" at the top of a page. */
export const pageSchema = z.strictObject({ title: words, goals: listOf(id).default([]) })
