import { z } from 'zod'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { FileColumns } from './file-columns.ts'
import { peopleFields, type PeopleColumns } from './people-columns.ts'
import { personalProfessionGroups } from './person.ts'

const group = z.enum(personalProfessionGroups as [ProfessionGroup, ...ProfessionGroup[]])
const field = z.enum(peopleFields)
const noField = z.literal('')

/** The form field of a column, counted from 0. */
export const columnName = (place: number) => `column-${place}`
/** The form field of a word for a profession, folded. */
export const wordName = (word: string) => `word-${word}`

/** What stands for a column that is not used, and for a word that nobody knows. */
export const unsaid = 'unsaid'

/** As many columns and words as are asked about. */
const mostFields = 200

/**
 * What is said of a file before it is tried. Columns and words come as fields of their own, `column-3` and
 * `word-larare`: how many there are, the file decides.
 */
export const fileSaidSchema = z
  .object({
    isComplete: z.literal('on').optional(),
    defaultGroup: group.or(noField).optional(),
  })
  .catchall(z.string().max(100))
  .transform((form, context) => {
    const columns: PeopleColumns = {}
    const professions: Record<string, ProfessionGroup> = {}
    for (const [name, value] of Object.entries(form).slice(0, mostFields)) {
      if (typeof value !== 'string' || value === '') continue
      const place = /^column-(\d{1,3})$/.exec(name)?.[1]
      const word = /^word-([\p{L}\p{N}]{1,100})$/u.exec(name)?.[1]
      if (place !== undefined) addColumn(columns, field, Number(place), value, context)
      else if (word !== undefined && group.safeParse(value).success) {
        professions[word] = value as ProfessionGroup
      }
    }
    const { isComplete, defaultGroup } = form
    return {
      columns,
      professions,
      isComplete: isComplete === 'on',
      defaultGroup: defaultGroup ? defaultGroup : null,
    }
  })

/** Adds what a column is said to hold; two cannot hold the same. */
export function addColumn<Field extends string>(
  columns: FileColumns<Field>,
  field: z.ZodType<Field>,
  place: number,
  value: string,
  context: z.RefinementCtx,
): void {
  const parsed = field.safeParse(value)
  if (!parsed.success) return
  const found = parsed.data
  if (columns[found] === undefined) columns[found] = place
  else {
    context.addIssue({ code: 'custom', message: 'people.column-twice', path: [columnName(place)] })
  }
}

/** What to do with a tried or an applied file; the number of endings where they are many. */
export const peopleDecisionSchema = z.object({
  intent: z.enum(['apply', 'undo']),
  ends: z.coerce.number({ error: 'people.ends' }).int().min(0).optional(),
})
