import { earlier as en } from '~/i18n/en/earlier.ts'
import type { Language } from '~/i18n/format.ts'
import { earlier as sv } from '~/i18n/sv/earlier.ts'
import { placesIn, type KnownColumns, type PlacesOf } from '../tables/known-columns.ts'
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

/** What employers call the columns, as `foldedWord` leaves it. */
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

const known: KnownColumns<Column> = {
  heads,
  wanted: [['email', 'employerNumber'], ['module'], ['day'], ['evidence']],
  name: columnName,
}

/**
 * Finds the columns by the file's heads.
 * @throws Refusal table.column-twice, table.columns-missing
 */
export const columnPlacesOf = (head: readonly Cell[]): PlacesOf<Column> => placesIn(known, head)
