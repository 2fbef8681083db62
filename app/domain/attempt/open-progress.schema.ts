import { z } from 'zod'

/** A name of the course's making: a page's slug, a question's or a case's id. */
const name = z.string().max(200)
const texts = z.record(name, z.string().max(1_000))

/**
 * What a module of ours keeps in the browser where nobody is signed in (courses/toolkit/runtime/
 * module-state.ts): where one is, the pages seen, answers, choices, and how it is read. Of a test's answers
 * nothing is taken along.
 */
const openProgressSchema = z.object({
  v: z.literal(1),
  a: name.optional(),
  p: z.array(name).max(500).optional(),
  q: texts.optional(),
  c: texts.optional(),
  z: z.number().int().min(0).max(2).optional(),
  l: z.enum(['sv', 'en']).optional(),
})
export type OpenProgress = z.output<typeof openProgressSchema>

/** Characters of a module's whole state, several times over. */
const longestText = 30_000

export const bringOpenProgressSchema = z.object({
  progress: z
    .string()
    .max(longestText)
    .transform((text, context) => {
      const parsed = openProgressSchema.safeParse(parsedJson(text))
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: 'form.invalid' })
      return z.NEVER
    }),
})

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
