import { foldedWord } from '~/kernel/folded-word.ts'

/** Which column of a file, counted from 0, holds what; what the file does not tell is left out. */
export type FileColumns<Field extends string> = Partial<Record<Field, number>>

/** What a column may hold, by its folded head and its place. */
export type ColumnGuess<Field extends string> = (head: string, place: number) => Field | undefined

/**
 * What a file's columns seem to hold, by one guess after another, the best first. A field is found once, the
 * first column first.
 */
export function columnsByGuess<Field extends string>(
  fileHeads: readonly string[],
  guesses: readonly ColumnGuess<Field>[],
): FileColumns<Field> {
  const columns: FileColumns<Field> = {}
  const taken = new Set<number>()
  for (const guess of guesses) {
    for (const [place, head] of fileHeads.entries()) {
      const field = taken.has(place) ? undefined : guess(foldedWord(head), place)
      if (!field || columns[field] !== undefined) continue
      columns[field] = place
      taken.add(place)
    }
  }
  return columns
}

/** What to remember of a file's own heads: each, folded, with what it held. */
export function rememberedHeads<Field extends string>(
  fields: readonly Field[],
  fileHeads: readonly string[],
  columns: FileColumns<Field>,
): Record<string, Field> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const place = columns[field]
      const head = place === undefined ? '' : foldedWord(fileHeads[place] ?? '')
      return head ? [[head, field]] : []
    }),
  )
}
