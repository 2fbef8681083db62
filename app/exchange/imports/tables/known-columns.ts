import { foldedWord } from '~/kernel/folded-word.ts'
import type { Language } from '~/i18n/format.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Cell } from './table-limits.ts'

/** The columns of a kind of file: which there are, what they may be called, and which must be there. */
export interface KnownColumns<Column extends string> {
  /** As `foldedWord` leaves it. */
  heads: Record<Column, readonly string[]>
  /** One of each list must be there. */
  wanted: readonly (readonly Column[])[]
  /** The column's name in a file that we write. */
  name: (column: Column, language: Language) => string
}

/** Where each column stands in the file; those that it has not are left out. */
export type PlacesOf<Column extends string> = Partial<Record<Column, number>>

/**
 * Finds the columns by the file's heads, in any order; what we do not know is passed over.
 * @throws Refusal table.column-twice, table.columns-missing
 */
export function placesIn<Column extends string>(
  known: KnownColumns<Column>,
  head: readonly Cell[],
): PlacesOf<Column> {
  const places: PlacesOf<Column> = {}
  const columns = Object.keys(known.heads) as Column[]
  for (const [index, cell] of head.entries()) {
    const name = foldedWord(String(cell ?? ''))
    const column = columns.find((each) => known.heads[each].includes(name))
    if (!column) continue
    if (places[column] !== undefined) {
      const detail = { column: shown(known, [column]) }
      throw new Refusal('table.column-twice', detail, { field: 'file' })
    }
    places[column] = index
  }
  const missing = known.wanted.filter((either) =>
    either.every((each) => places[each] === undefined),
  )
  if (missing.length === 0) return places
  const detail = { missing: missing.map((either) => shown(known, either)).join(', ') }
  throw new Refusal('table.columns-missing', detail, { field: 'file' })
}

/** "e-post/anställningsnummer (email/employer number)": right in either language. */
function shown<Column extends string>(known: KnownColumns<Column>, either: readonly Column[]) {
  const inLanguage = (language: Language) =>
    either.map((each) => known.name(each, language)).join('/')
  return `${inLanguage('sv')} (${inLanguage('en')})`
}
