import type { JoinCodeView } from '~/domain/identity/join-code.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvStream, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'kod',
  'enhet',
  'slag',
  'bekraftelse',
  'anslutna',
  'hogst',
  'sista_dag',
  'lage',
  'uttagsdatum',
] as const

/** The list of join codes as CSV for Swedish Excel (see csv.ts), written while it is read. */
export function joinCodesCsv(parts: AsyncIterable<JoinCodeView[]>): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  const takenOn = today()
  const recordOf = (row: JoinCodeView): CsvCell[] => [
    row.code,
    row.unitName,
    t(`affiliation.kind.${row.kind}`),
    t(`join-code.confirmation.${row.needsConfirmation ? 'needed' : 'none'}`),
    row.joined,
    row.mostPeople,
    row.lastDay,
    t(`join-code.state.${row.state}`),
    takenOn,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
