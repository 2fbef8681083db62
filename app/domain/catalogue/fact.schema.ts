import { z } from 'zod'
import { isDay, today } from '~/kernel/dates.ts'
import type { FactContent } from './fact.ts'
import { certainties, type OutlineFact } from './module-outline.schema.ts'

// The sheet is one line of text to those who cite it, and what is written here goes back to the course's own files,
// so these forms ask what `npm run courses -- check` asks.

/** More than any sheet has. The form shows those in use and one more. */
export const mostSources = 12

const collapsed = (text: string) => text.trim().replace(/\s+/g, ' ')
const wordsOrNone = (longest: number) =>
  z.string().default('').transform(collapsed).pipe(z.string().max(longest))
const words = (longest: number) =>
  z.string().transform(collapsed).pipe(z.string().min(1).max(longest))
const day = z.string().trim().refine(isDay, { error: 'fact.form.day' })
const dayOrNone = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || isDay(text), { error: 'fact.form.day' })
  .transform((text) => text || null)
/** The number of the version that was read: whoever wrote meanwhile is not overwritten. */
const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

const reviewShape = { number, reviewer: words(200), nextReview: day }

/** The form by which an editor says that a fact still holds. */
export const confirmFactSchema = z
  .object({ ...reviewShape, note: wordsOrNone(500) })
  .superRefine(({ nextReview }, context) => {
    if (nextReview <= today()) refuse(context, 'nextReview', 'fact.form.next-review')
  })

export type FactConfirmation = z.output<typeof confirmFactSchema>

/** What the field of a part is called in the form. */
export const partField = (name: string) => `part-${name}`
/** What a field of a source is called, by its row. */
export const sourceField = (row: number, what: 'title' | 'publisher' | 'address') =>
  `source-${row}-${what}`

/** What a sheet's form must know of it: its kind, its parts by name, and what they say now. */
export type FactForm = Pick<OutlineFact, 'kind' | 'parts' | 'text'>

export type FactRevision = FactContent & { number: number; note: string }

/**
 * The form by which an editor changes a sheet. Which parts it has is the course's text's to say, since pages cite
 * them by name: here their words change.
 */
export function reviseFactSchema(form: FactForm) {
  const partNames = Object.keys(form.parts)
  return z
    .object({
      ...reviewShape,
      title: words(300),
      text: words(5_000),
      certainty: z.enum(certainties),
      toCheck: wordsOrNone(2_000),
      validFrom: dayOrNone,
      validTo: dayOrNone,
      lastReviewed: day,
      note: words(500),
    })
    .and(z.object(Object.fromEntries(partNames.map((name) => [partField(name), words(1_000)]))))
    .and(z.object(Object.fromEntries(sourceRows.flatMap(sourceShape))))
    .transform(({ number, note, ...values }, context): FactRevision => {
      const fields = values as Record<string, unknown> & typeof values
      const parts = Object.fromEntries(
        partNames.map((name) => [name, fields[partField(name)] as string]),
      )
      const source = sourcesIn(fields, context)
      const { title, text, certainty, toCheck, validFrom, validTo } = values
      const { lastReviewed, reviewer, nextReview } = values
      const content = { title, text, parts, source, certainty, toCheck, validFrom, validTo }
      const revision = { ...content, lastReviewed, reviewer, nextReview, number, note }
      checkDays(revision, context)
      checkWordsOf(revision, form, context)
      return revision
    })
}

type Context = Pick<z.core.$RefinementCtx, 'addIssue'>

function refuse(context: Context, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message })
}

const sourceRows = Array.from({ length: mostSources }, (_, row) => row)

function sourceShape(row: number) {
  const address = wordsOrNone(2_000).refine(isHttps, { error: 'fact.form.address' })
  return [
    [sourceField(row, 'title'), wordsOrNone(300)],
    [sourceField(row, 'publisher'), wordsOrNone(300)],
    [sourceField(row, 'address'), address],
  ] as const
}

const isHttps = (text: string) =>
  text === '' || (URL.canParse(text) && new URL(text).protocol === 'https:')

/** A row that is left empty is no source. */
function sourcesIn(fields: Record<string, unknown>, context: Context): FactContent['source'] {
  const sources = sourceRows.flatMap((row) => {
    const read = (what: 'title' | 'publisher' | 'address') =>
      (fields[sourceField(row, what)] as string | undefined) ?? ''
    const [title, publisher, address] = [read('title'), read('publisher'), read('address')]
    if (title + publisher + address === '') return []
    for (const what of ['title', 'publisher'] as const) {
      if (read(what) === '') refuse(context, sourceField(row, what), 'form.required')
    }
    return [{ title, publisher, ...(address && { address }) }]
  })
  if (sources.length === 0) refuse(context, sourceField(0, 'title'), 'fact.form.no-source')
  return sources
}

function checkDays(revision: FactRevision, context: Context): void {
  const { validFrom, validTo, lastReviewed, nextReview } = revision
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    refuse(context, 'validTo', 'fact.form.valid-to')
  }
  if (lastReviewed > today()) refuse(context, 'lastReviewed', 'fact.form.last-reviewed')
  if (nextReview <= lastReviewed) refuse(context, 'nextReview', 'fact.form.next-review')
}

function checkWordsOf(revision: FactRevision, form: FactForm, context: Context): void {
  const { certainty, toCheck } = revision
  if (form.kind === 'law' && certainty !== 'high' && toCheck === '') {
    refuse(context, 'toCheck', 'fact.form.to-check')
  }
  if (leftBehind(revision, form).length > 0) refuse(context, 'text', 'fact.form.left-behind')
}

/**
 * Numbers that were changed in a part and still stand in the text: a module would then tell the old one on one page
 * and the new one on another.
 */
export function leftBehind(
  after: Pick<FactContent, 'parts' | 'text'>,
  before: Pick<FactContent, 'parts' | 'text'>,
): string[] {
  return Object.entries(before.parts).flatMap(([name, old]) => {
    const fresh = after.parts[name]
    const isChanged = fresh !== undefined && fresh !== old && !holdsWords(fresh, old)
    return isChanged && /\d/.test(old) && holdsWords(after.text, old) ? [old] : []
  })
}

/** Whether the words stand in the text by themselves, not as a part of a longer number or word. */
function holdsWords(text: string, words: string): boolean {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
