import type { ListedSignUp } from '~/domain/activity/sign-up-list.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { csvStream, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'namn',
  'epost',
  'yrkesgrupp',
  'organisation',
  'kommun',
  'lage',
  'anmald',
  'avanmald',
  'tillfallen_pa_plats',
] as const

/**
 * The leader's list of sign-ups as CSV for Swedish Excel (see csv.ts), written while it is read. It has what the
 * page shows: the address of one who has an account is not in it.
 */
export function signUpsCsv(parts: AsyncIterable<ListedSignUp[]>): ReadableStream<Uint8Array> {
  const { t, moment } = i18nOf('sv')
  const recordOf = (row: ListedSignUp): CsvCell[] => [
    row.name ?? t('sign-ups.forgotten'),
    row.hasAccount ? null : row.email,
    t(`profession.${row.professionGroup}`),
    row.organisationName,
    row.municipalityName,
    t(row.attended > 0 ? 'sign-ups.state.came' : `sign-ups.state.${row.state}`),
    moment(row.signedUpAt),
    row.endedAt && moment(row.endedAt),
    row.attended,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
