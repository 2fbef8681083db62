import type { InvitationView } from '~/domain/identity/invitation.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvStream, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'e_post',
  'enhet',
  'slag',
  'yrkesgrupp',
  'skickad_dag',
  'sista_dag',
  'lage',
  'uttagsdatum',
] as const

/** The list of invitations as CSV for Swedish Excel (see csv.ts), written while it is read. */
export function invitationsCsv(parts: AsyncIterable<InvitationView[]>): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  const takenOn = today()
  const recordOf = (row: InvitationView): CsvCell[] => [
    row.email,
    row.unitName,
    t(`affiliation.kind.${row.kind}`),
    row.professionGroup && t(`profession.${row.professionGroup}`),
    row.sentOn,
    row.lastDay,
    t(`invitation.state.${row.state}`),
    takenOn,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
