import type { ListedActivity } from '~/domain/activity/activity.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvStream, decimal, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'rubrik',
  'typ',
  'form',
  'niva',
  'lage',
  'lage_dag',
  'forsta_dag',
  'sista_dag',
  'tillfallen',
  'timmar',
  'lanskod',
  'lan',
  'arrangor',
  'malgrupper',
  'rc_delsyfte',
  'strategimal',
  'projektar',
  'deltagartillfallen',
  'definition',
  'kalla',
  'uttagsdatum',
] as const

/** The list of activities as CSV for Swedish Excel (see csv.ts), written while it is read. */
export function activitiesCsv(parts: AsyncIterable<ListedActivity[]>): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  const takenOn = today()
  const recordOf = (row: ListedActivity): CsvCell[] => [
    row.title,
    t(`activity.type.${row.type}`),
    t(`activity.form.${row.form}`),
    t(`activity.level.${row.level}`),
    t(`activity.status.${row.status}`),
    row.statusOn,
    row.firstOn,
    row.lastOn,
    row.sessions,
    decimal(row.minutes / 60, 2),
    row.countyCode,
    row.countyName ?? t('activity.nation'),
    row.organiserName,
    row.targetGroups.map((group) => t(`profession.${group}`)).join(', '),
    row.rcPurposes.join(', '),
    row.strategyGoals.join(', '),
    row.projectYear,
    row.participations,
    t('activities.csv.definition'),
    t('activities.csv.source'),
    takenOn,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
