import type { Assignment } from '~/domain/assignment/assignment.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvStream, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'vad',
  'slag',
  'platser',
  'yrkesgrupper',
  'bara_nyanstallda',
  'namngivna',
  'obligatoriskt',
  'klart_senast',
  'dagar_fran_start',
  'gors_om_efter_manader',
  'tilldelat_av',
  'tilldelat_dag',
  'uttagsdatum',
] as const

/**
 * The list of assignments as CSV for Swedish Excel (see csv.ts), written while it is read. `namngivna` is how
 * many it names, and empty where it is for everybody there.
 */
export function assignmentsCsv(parts: AsyncIterable<Assignment[]>): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  const takenOn = today()
  const yesOrNo = (is: boolean) => t(is ? 'assignments.csv.yes' : 'assignments.csv.no')
  const recordOf = (row: Assignment): CsvCell[] => [
    row.target.titleSv,
    t(`assignments.csv.kind.${row.target.kind}`),
    row.places.map(({ name }) => name ?? t('assignment.place.nation')).join(', '),
    row.professionGroups.map((group) => t(`profession.${group}`)).join(', ') ||
      t('assignment.all-groups'),
    yesOrNo(row.onlyNew),
    row.people,
    yesOrNo(row.isMandatory),
    row.dueOn,
    row.dueDays,
    row.repeatMonths,
    issuerOf(row),
    row.assignedOn,
    takenOn,
  ]
  function issuerOf({ issuer: { kind, name } }: Assignment): string {
    if (kind === 'nation' || name === null) return t('issuer.nation')
    return kind === 'county' ? t('issuer.county', { county: name }) : name
  }
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
