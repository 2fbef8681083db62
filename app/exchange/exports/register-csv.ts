import type { RegisterRow } from '~/domain/organisation/register-list.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvStream, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'organisation',
  'typ',
  'organisationsnummer',
  'kommun',
  'lan',
  'lage',
  'enheter',
  'uttagsdatum',
] as const

/** The register as CSV for Swedish Excel (see csv.ts), written while it is read. `enheter` is how many it has today. */
export function registerCsv(parts: AsyncIterable<RegisterRow[]>): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  const takenOn = today()
  const recordOf = (row: RegisterRow): CsvCell[] => [
    row.name,
    t(`organisation.kind.${row.kind}`),
    row.organisationNumber,
    row.municipalityName,
    row.countyName,
    t(`register.state.${row.state}`),
    row.units,
    takenOn,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
