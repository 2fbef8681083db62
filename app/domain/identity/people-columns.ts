import { columnsByGuess, rememberedHeads, type FileColumns } from './file-columns.ts'

/** What a column of a file of people can hold. */
export const peopleFields = [
  'givenName',
  'familyName',
  'email',
  'employerNumber',
  'unit',
  'profession',
  'subGroup',
  'kind',
  'from',
  'to',
] as const
export type PeopleField = (typeof peopleFields)[number]

/** Which column, counted from 0, holds what; what the file does not tell is left out. */
export type PeopleColumns = FileColumns<PeopleField>

/** What employers call the columns, as `foldedWord` leaves it. */
const heads: Record<PeopleField, readonly string[]> = {
  givenName: ['fornamn', 'tilltalsnamn', 'givenname', 'firstname', 'forename'],
  familyName: ['efternamn', 'familyname', 'lastname', 'surname'],
  email: [
    ...['epost', 'epostadress', 'mejl', 'mejladress', 'mail', 'mailadress', 'arbetsepost'],
    ...['email', 'emailaddress', 'workemail'],
  ],
  employerNumber: [
    ...['anstallningsnummer', 'anstallningsnr', 'anstnr', 'anstnummer', 'personalnummer'],
    ...['anstallningsid', 'anstid', 'medarbetarnummer', 'employernumber', 'employeenumber'],
    ...['employmentnumber', 'staffnumber', 'employeeid'],
  ],
  unit: [
    ...['enhet', 'enhetsnamn', 'arbetsplats', 'avdelning', 'organisation', 'orgenhet'],
    ...['organisationsenhet', 'skola', 'unit', 'department', 'workplace', 'team'],
  ],
  profession: [
    ...['yrke', 'yrkesgrupp', 'yrkeskategori', 'befattning', 'titel', 'roll', 'ssyk'],
    ...['profession', 'professiongroup', 'occupation', 'title', 'jobtitle', 'position'],
  ],
  subGroup: ['undergrupp', 'egenundergrupp', 'egengrupp', 'subgroup', 'owngroup'],
  kind: ['typ', 'anstallningsform', 'anstallningstyp', 'tillhorighet', 'kind', 'employmenttype'],
  from: [
    ...['fran', 'franochmed', 'from', 'fom', 'startdatum', 'anstalldfran', 'anstallningsdatum'],
    ...[
      'anstalldfrom',
      'anstalldfom',
      'anstallningfran',
      'gallerfrom',
      'borjade',
      'startdate',
      'validfrom',
      'employedfrom',
    ],
  ],
  to: [
    ...['till', 'tillochmed', 'tom', 'slutdatum', 'anstalldtill', 'avgangsdatum', 'slutade'],
    ...['anstalldtom', 'gallertom', 'to', 'enddate', 'validto', 'employedto'],
  ],
}

const byHead = new Map(peopleFields.flatMap((field) => heads[field].map((head) => [head, field])))

/** How many rows are looked at to guess what a column holds. */
export const guessedFrom = 20

/**
 * What the columns seem to hold: as the organisation said last time, else by their heads, else by what
 * stands in them (only addresses show themselves). A field is found once, the first column first.
 * @param rows the file's first rows below the heads
 * @param remembered a head, folded, and what it held
 */
export function guessColumns(
  fileHeads: readonly string[],
  rows: readonly (readonly string[])[],
  remembered: Readonly<Record<string, PeopleField>> = {},
): PeopleColumns {
  return columnsByGuess<PeopleField>(fileHeads, [
    (head) => remembered[head],
    (head) => byHead.get(head),
    (_, place) => (holdsAddresses(rows, place) ? 'email' : undefined),
  ])
}

function holdsAddresses(rows: readonly (readonly string[])[], index: number): boolean {
  const filled = rows.map((cells) => cells[index] ?? '').filter(Boolean)
  const addresses = filled.filter((text) => text.includes('@'))
  return filled.length > 0 && addresses.length > filled.length / 2
}

/** What to remember of an organisation's own heads. */
export function headsToRemember(
  fileHeads: readonly string[],
  columns: PeopleColumns,
): Record<string, PeopleField> {
  return rememberedHeads(peopleFields, fileHeads, columns)
}
