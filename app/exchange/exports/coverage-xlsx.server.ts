import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import {
  measures,
  rowsOf,
  type CoverageDataset,
  type DatasetRow,
} from '~/domain/followup/coverage-dataset.ts'
import type { I18n } from '~/i18n/i18n.tsx'
import { i18nOf } from '~/i18n/messages.server.ts'
import type { Language } from '~/i18n/format.ts'
import { dateOf } from '~/kernel/dates.ts'
import { goesBelowCounties, statusKeys } from './coverage-csv.ts'
import { coverageTexts, type CoverageTexts } from './coverage-texts.ts'

/** A column of the first sheet. */
interface Column {
  head: string
  /** In characters. */
  width: number
  cell: (row: DatasetRow) => Cell
}

/**
 * The dataset as an Excel workbook: the figures, one row for each module, place and profession group,
 * and a sheet with what they mean. Numbers are numbers, days are days, and texts are texts, which no
 * spreadsheet runs as formulas.
 */
export async function coverageXlsx(dataset: CoverageDataset, language: Language): Promise<Buffer> {
  const i18n = i18nOf(language)
  const texts = coverageTexts(dataset, i18n)
  const columns = columnsOf(dataset, texts, i18n)
  return writeExcelFile([
    {
      sheet: i18n.t('export.sheet.figures'),
      data: [
        columns.map(({ head }) => headCell(head)),
        ...rowsOf(dataset).map((row) => columns.map(({ cell }) => cell(row))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: i18n.t('export.sheet.definitions'),
      data: definitionRows(dataset, texts, i18n),
      columns: [{ width: 26 }, { width: 100 }],
      stickyRowsCount: 1,
    },
  ]).toBuffer()
}

const headCell = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', wrap: true })
const textCell = (value: string): Cell => (value === '' ? null : { value, type: String })
const numberCell = (value: number | null, format: string): Cell =>
  value === null ? null : { value, type: Number, format }
const dayCell = (day: string): Cell => ({ value: dateOf(day), type: Date, format: 'yyyy-mm-dd' })

function columnsOf(dataset: CoverageDataset, texts: CoverageTexts, { t }: I18n): Column[] {
  const { moduleOf, placeOf, groupOf } = texts
  const ofMunicipality = (text: (row: DatasetRow) => string) => (row: DatasetRow) =>
    textCell(/municipality|placeless/.test(row.place.kind) ? text(row) : '')
  const below: Column[] = [
    {
      head: t('export.column.municipality-code'),
      width: 12,
      cell: ofMunicipality(({ place }) => (place.kind === 'placeless' ? '' : place.code)),
    },
    {
      head: t('export.column.municipality'),
      width: 24,
      cell: ofMunicipality(({ place }) => placeOf(place)),
    },
  ]
  const text = (head: string, width: number, read: (row: DatasetRow) => string): Column => ({
    head,
    width,
    cell: (row) => textCell(read(row)),
  })
  return [
    text(t('export.column.module-code'), 18, ({ module }) => module.slug),
    text(t('export.dimension.module'), 32, ({ module }) => moduleOf(module)),
    text(t('export.column.county-code'), 10, ({ place }) => place.countyCode ?? place.code),
    text(t('export.column.county'), 24, ({ place }) => place.countyName ?? placeOf(place)),
    ...(goesBelowCounties(dataset) ? below : []),
    text(t('export.dimension.professionGroup'), 24, ({ group }) => groupOf(group)),
    ...measures.map((measure) => ({
      head: texts.measures[measure].label,
      width: 12,
      cell: ({ cell }: DatasetRow) =>
        numberCell(cell.values[measure], texts.measures[measure].decimals > 0 ? '0.0' : '0'),
    })),
    text(t('export.column.status'), 10, ({ cell }) => t(statusKeys[cell.status])),
    { head: t('export.dimension.asOf'), width: 12, cell: () => dayCell(dataset.asOf) },
    text(t('export.column.source'), 18, ({ cell }) =>
      cell.source ? t(`figure.source.${cell.source}`) : '',
    ),
    { head: t('export.column.taken-on'), width: 12, cell: () => dayCell(dataset.takenOn) },
  ]
}

function definitionRows(dataset: CoverageDataset, texts: CoverageTexts, i18n: I18n): Row[] {
  const { t, day, moment } = i18n
  const { notes, statuses } = texts
  const pairs: [string, string][] = [
    [t('export.definition.figures'), texts.label],
    [t('export.dimension.asOf'), day(dataset.asOf)],
    [t('export.definition.taken-at'), moment(dataset.takenAt)],
    [t('export.definition.source'), texts.source],
    ...measures.map((measure): [string, string] => {
      const { label, unit, definition } = texts.measures[measure]
      return [`${label} (${unit})`, definition]
    }),
    ...(['known', 'partly', 'unknown', 'suppressed'] as const).map((status): [string, string] => [
      `${t('export.column.status')}: ${t(statusKeys[status])}`,
      statuses[status],
    ]),
    ...notes.map((note): [string, string] => [t('coverage.column.caveat'), note]),
  ]
  return [
    [headCell(t('export.definition.term')), headCell(t('export.definition.text'))],
    ...pairs.map(([term, meaning]): Row => [
      textCell(term),
      { value: meaning, type: String, wrap: true },
    ]),
  ]
}
