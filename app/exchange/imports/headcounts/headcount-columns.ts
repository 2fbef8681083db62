import type { GivenHeadcount } from '~/domain/organisation/headcount-import.ts'
import { headcountFile as en } from '~/i18n/en/headcount-file.ts'
import type { Language } from '~/i18n/format.ts'
import { headcountFile as sv } from '~/i18n/sv/headcount-file.ts'
import type { KnownColumns } from '../tables/known-columns.ts'

/** What a row of a file of headcounts tells, in the template's order. */
export const headcountColumns = [
  'organisation',
  'unit',
  'group',
  'headcount',
  'asOf',
  'source',
] as const satisfies readonly (keyof GivenHeadcount)[]
export type HeadcountColumn = (typeof headcountColumns)[number]

/** The column's name in a file that we write. */
export function headcountColumnName(column: HeadcountColumn, language: Language): string {
  return (language === 'en' ? en : sv)[`headcount-file.column.${column}`]
}

/** What the columns may be called, and which must be there. */
export const knownHeadcountColumns: KnownColumns<HeadcountColumn> = {
  heads: {
    organisation: [
      ...['organisation', 'organisationsnummer', 'orgnr', 'orgnummer', 'organisationsnamn'],
      ...['kommun', 'arbetsgivare', 'organisationnumber', 'organization', 'employer'],
    ],
    unit: ['enhet', 'enhetsnamn', 'arbetsplats', 'avdelning', 'unit', 'department', 'workplace'],
    group: ['yrkesgrupp', 'yrke', 'yrkeskategori', 'grupp', 'professiongroup', 'profession'],
    headcount: [
      ...['antal', 'antalanstallda', 'anstallda', 'headcount', 'number', 'employees', 'count'],
    ],
    asOf: ['datum', 'gallerden', 'galler', 'matdatum', 'date', 'asof', 'day'],
    source: ['kalla', 'uppgiftslamnare', 'source'],
  },
  wanted: [['group'], ['headcount'], ['asOf'], ['source']],
  name: headcountColumnName,
}
