import { earlier as en } from '~/i18n/en/earlier.ts'
import type { Language } from '~/i18n/format.ts'
import { earlier as sv } from '~/i18n/sv/earlier.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Cell } from '../tables/table-limits.ts'

/** What a row of the file tells. */
export const columns = ['email', 'employerNumber', 'module', 'day', 'evidence'] as const
export type Column = (typeof columns)[number]

const keys = {
  email: 'earlier.column.email',
  employerNumber: 'earlier.column.number',
  module: 'earlier.column.module',
  day: 'earlier.column.day',
  evidence: 'earlier.column.evidence',
} as const satisfies Record<Column, string>

/** The column's name in a file that we write, in either language. */
export function columnName(column: Column, language: Language): string {
  return (language === 'en' ? en : sv)[keys[column]]
}

/** What employers call the columns, as `folded` leaves it. */
const heads: Record<Column, readonly string[]> = {
  email: ['epost', 'epostadress', 'mejl', 'mail', 'email', 'emailaddress'],
  employerNumber: [
    ...['anstallningsnummer', 'anstallningsnr', 'anstnr', 'anstnummer', 'personalnummer'],
    ...['employernumber', 'employeenumber', 'employmentnumber', 'staffnumber'],
  ],
  module: [
    ...['modul', 'bana', 'modulellerbana', 'kurs', 'utbildning'],
    ...['module', 'track', 'moduleortrack', 'course'],
  ],
  day: ['datum', 'genomford', 'genomfordden', 'date', 'completed', 'completedon', 'completiondate'],
  evidence: ['underlag', 'intyg', 'evidence', 'proof'],
}

/** A head without case, marks, spaces and signs: "Anställnings-nr." is "anstallningsnr". */
function folded(head: string): string {
  const plain = head.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]/g, '')
}

/** Where each column stands in the file; those that it has not are left out. */
export type ColumnPlaces = Partial<Record<Column, number>>

/**
 * Finds the columns by the file's heads, in any order; what we do not know is passed over.
 * @throws Refusal earlier.column-twice, earlier.columns-missing
 */
export function columnPlacesOf(head: readonly Cell[]): ColumnPlaces {
  const places: ColumnPlaces = {}
  for (const [index, cell] of head.entries()) {
    const name = folded(String(cell ?? ''))
    const column = columns.find((each) => heads[each].includes(name))
    if (!column) continue
    if (places[column] !== undefined) {
      const detail = { column: shown([column]) }
      throw new Refusal('earlier.column-twice', detail, { field: 'file' })
    }
    places[column] = index
  }
  requireColumns(places)
  return places
}

function requireColumns(places: ColumnPlaces): void {
  const wanted: Column[][] = [['email', 'employerNumber'], ['module'], ['day'], ['evidence']]
  const missing = wanted.filter((either) => either.every((each) => places[each] === undefined))
  if (missing.length === 0) return
  const detail = { missing: missing.map(shown).join(', ') }
  throw new Refusal('earlier.columns-missing', detail, { field: 'file' })
}

/** "e-post/anställningsnummer (email/employer number)": right in either language. */
function shown(either: Column[]): string {
  const inLanguage = (language: Language) =>
    either.map((each) => columnName(each, language)).join('/')
  return `${inLanguage('sv')} (${inLanguage('en')})`
}
