import type { Claim } from '~/domain/identity/claim.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvStream, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'efternamn',
  'fornamn',
  'e_post',
  'enhet',
  'slag',
  'yrkesgrupp',
  'fran_dag',
  'lage',
  'uttagsdatum',
] as const

/** The list of claims as CSV for Swedish Excel (see csv.ts), written while it is read. */
export function claimsCsv(parts: AsyncIterable<Claim[]>): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  const takenOn = today()
  const recordOf = (row: Claim): CsvCell[] => [
    row.familyName,
    row.givenName,
    row.email,
    row.unitName,
    t(`affiliation.kind.${row.kind}`),
    t(`profession.${row.professionGroup}`),
    row.validFrom,
    t(`claims.state.${row.state}`),
    takenOn,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
