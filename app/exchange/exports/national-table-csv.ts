import { stringify } from 'csv-stringify/sync'
import { statusOf, type Figure, type FigureStatus } from '~/domain/coverage/coverage.ts'
import type { NationalTable, TableRow } from '~/domain/followup/followup.ts'
import type { Translate } from '~/i18n/translate.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
export const nationalTableColumns = [
  'lanskod',
  'lan',
  'yrkesgrupp',
  'modul',
  'innehar',
  'behover',
  'tackning',
  'status',
  'okanda_enheter',
  'raknat_utanfor',
  'per',
  'kalla',
  'uttagsdatum',
] as const

const statusKeys = {
  known: 'followup.csv.known',
  partly: 'followup.csv.partly',
  unknown: 'followup.csv.unknown',
} as const satisfies Record<FigureStatus, string>

/**
 * The national table as CSV for Swedish Excel: UTF-8 with a BOM, semicolons, CRLF, a decimal comma.
 * A row for the nation (lanskod 00) and each county, in total and per profession group. `tackning` is
 * per cent with one decimal, empty when unknown or when nobody is required; `behover` is empty when
 * unknown, so that no program takes it for nought. A text that a spreadsheet would run as a formula
 * gets a leading apostrophe (OWASP, CSV injection).
 * @param t the texts of Swedish, which the table is published in
 */
export function nationalTableCsv(tables: NationalTable[], t: Translate): string {
  const records = tables.flatMap((table) =>
    [table.nation, ...table.counties].flatMap((row) => recordsOf(table, row, t)),
  )
  return stringify([[...nationalTableColumns], ...records], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

function recordsOf(table: NationalTable, row: TableRow, t: Translate): string[][] {
  const { total, groups } = row.coverage
  const record = (group: string, figure: Figure) => [
    row.code ?? '',
    row.name ?? t('followup.nation'),
    group,
    table.module.titleSv,
    String(figure.held),
    figure.required === null ? '' : String(figure.required),
    percentOf(figure),
    t(statusKeys[statusOf(figure)]),
    String(figure.unknownUnits),
    String(figure.heldUncounted),
    table.asOf,
    figure.source ? t(`figure.source.${figure.source}`) : '',
    table.takenOn,
  ]
  return [
    record(t('followup.csv.all-groups'), total),
    ...groups.map((figure) => record(t(`profession.${figure.professionGroup}`), figure)),
  ]
}

function percentOf({ held, required }: Figure): string {
  if (!required) return ''
  return (Math.round((held * 1000) / required) / 10).toFixed(1).replace('.', ',')
}

/** "tackning-<module>-2026-11-21.csv" */
export function nationalTableFileName(table: NationalTable): string {
  return `tackning-${table.module.slug}-${table.asOf}.csv`
}
