import type { OpenFile } from '~/domain/followup/open-participation-table.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { csvFile } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'lanskod',
  'lan',
  'yrkesgrupp',
  'modul',
  'modulkod',
  'antal',
  'forsta_dag',
  'sista_dag',
  'per',
  'kalla',
  'uttagsdatum',
] as const

/**
 * Open participation as CSV for Swedish Excel (see csv.ts). A row for each county,
 * profession group and module that somebody has stated; a county or group that was not stated is empty.
 * The source says that nobody has checked it.
 */
export function openCsv({ asOf, takenOn, rows }: OpenFile): string {
  const { t } = i18nOf('sv')
  const records = rows.map((row) => [
    row.countyCode,
    row.countyName,
    row.professionGroup === null ? '' : t(`profession.${row.professionGroup}`),
    row.module.titleSv,
    row.module.slug,
    row.count,
    row.firstOn,
    row.lastOn,
    asOf,
    t('open.figures.source'),
    takenOn,
  ])
  return csvFile(columns, records)
}
