import type { ActivityView } from '~/domain/activity/activity.server.ts'
import type { ParticipationView } from '~/domain/activity/attendance.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { today } from '~/kernel/dates.ts'
import { csvFile } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'insats',
  'typ',
  'lage',
  'dag',
  'yrkesgrupp',
  'kon',
  'lanskod',
  'lan',
  'kommunkod',
  'kommun',
  'organisation',
  'deltagartillfallen',
  'definition',
  'kalla',
  'uttagsdatum',
] as const

/**
 * Who was at an activity as CSV for Swedish Excel (see csv.ts): a row for each session, profession group, sex
 * and place, and for each way of being written down, which is the source. Sex is K, M or empty.
 */
export function participationCsv(
  { title, type, status, sessions }: ActivityView,
  { rows }: ParticipationView,
): string {
  const { t } = i18nOf('sv')
  const days = new Map(sessions.map(({ id, heldOn }) => [id, heldOn]))
  const records = rows.map((row) => [
    title,
    t(`activity.type.${type}`),
    t(`activity.status.${status}`),
    days.get(row.sessionId) ?? null,
    t(`profession.${row.professionGroup}`),
    row.sex,
    row.countyCode,
    row.countyName,
    row.municipalityCode,
    row.municipalityName,
    row.organisationName,
    row.people,
    t('activity.csv.definition'),
    t('activity.csv.source', { way: t(`participants.way.${row.way}`) }),
    today(),
  ])
  return csvFile(columns, records)
}
