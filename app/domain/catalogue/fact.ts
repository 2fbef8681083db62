import type { OutlineFact } from './module-outline.schema.ts'

/** What a fact sheet says; the same whether it came with a course's text or was written here. */
export type FactContent = Omit<OutlineFact, 'id' | 'kind'>

/** Everything that a sheet says, in the order in which it is written and read. */
export const sheetKeys = [
  'title',
  'text',
  'parts',
  'source',
  'certainty',
  'toCheck',
  'validFrom',
  'validTo',
  'lastReviewed',
  'reviewer',
  'nextReview',
] as const satisfies readonly (keyof FactContent)[]

/** A fact sheet as it is told now. */
export interface HeldFact extends OutlineFact {
  number: number
  /** Of the newest version: more than `number` where the course's text has said something else since, and nobody here has decided about it. */
  latestNumber: number
  origin: 'source' | 'editor'
}

/** What taking a course's text in does to a fact sheet. */
export type FactIntake = 'new' | 'unchanged' | 'follows' | 'kept'

/**
 * A sheet that nobody has changed here follows the course's text. One that an editor has changed stays: what
 * was corrected must not come undone when a course is taken in. `facts export` brings such a change to the text,
 * and then both say the same.
 */
export function intakeOf(
  fact: FactContent,
  held: (FactContent & Pick<HeldFact, 'origin'>) | undefined,
): FactIntake {
  if (!held) return 'new'
  if (saysTheSame(fact, held)) return 'unchanged'
  return held.origin === 'source' ? 'follows' : 'kept'
}

/** Whether two sheets say the same in everything that is written. */
export function saysTheSame(one: FactContent, other: FactContent): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))
}

function wordsOf(fact: FactContent) {
  const { title, text, parts, source, certainty, toCheck } = fact
  const { validFrom, validTo, lastReviewed, reviewer, nextReview } = fact
  const sources = source.map(({ title, publisher, address = '' }) => [title, publisher, address])
  const named = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
  const days = [validFrom, validTo, lastReviewed, nextReview]
  return [title, text, named, sources, certainty, toCheck, reviewer, days]
}
