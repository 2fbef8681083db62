import { stringify } from 'csv-stringify/sync'
import type { OpenFile } from '~/domain/followup/open-participation-table.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

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
 * Open participation as CSV for Swedish Excel: UTF-8 with a BOM, semicolons, CRLF. A row for each county,
 * profession group and module that somebody has stated; a county or group that was not stated is empty.
 * The source says that nobody has checked it. A text that a spreadsheet would run as a formula gets a
 * leading apostrophe (OWASP, CSV injection).
 */
export function openCsv({ asOf, takenOn, rows }: OpenFile): string {
  const { t } = i18nOf('sv')
  const records = rows.map((row) => [
    row.countyCode ?? '',
    row.countyName ?? '',
    row.professionGroup === null ? '' : t(`profession.${row.professionGroup}`),
    asText(row.module.titleSv),
    asText(row.module.slug),
    String(row.count),
    row.firstOn,
    row.lastOn,
    asOf,
    t('open.figures.source'),
    takenOn,
  ])
  return stringify([columns, ...records], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  })
}

const asText = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)
