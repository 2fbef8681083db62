import {
  rowsOf,
  type CellStatus,
  type CoverageDataset,
  type DatasetRow,
} from '~/domain/followup/coverage-dataset.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { coverageTexts } from './coverage-texts.ts'
import { csvFile, decimal, type CsvCell } from './csv.ts'

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
export const coverageCsvColumns = [
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
  'modulkod',
  'saknas',
  'importerade',
  'importerade_utanfor',
  'importerade_raknas',
  'personer',
  'raknat_utanfor_importerade',
] as const

/** After `lan`, where a dataset goes below counties. */
export const municipalityColumns = ['kommunkod', 'kommun'] as const

export const statusKeys = {
  known: 'followup.csv.known',
  partly: 'followup.csv.partly',
  unknown: 'followup.csv.unknown',
  suppressed: 'followup.csv.suppressed',
} as const satisfies Record<CellStatus, string>

/** Whether a dataset's rows need to say their municipality. */
export function goesBelowCounties({ places }: CoverageDataset): boolean {
  return places.some(({ kind }) => kind === 'municipality' || kind === 'placeless')
}

/**
 * The dataset as CSV for Swedish Excel (see csv.ts), in Swedish. A row for each module, place (lanskod 00 is the nation) and profession group. `tackning`
 * is per cent with one decimal, empty when unknown or when nobody is required; so is every other
 * number that is unknown, and no program takes it for nought. Columns are added at the end, so that
 * those who read by position go on as before.
 */
export function coverageCsv(dataset: CoverageDataset): string {
  const below = goesBelowCounties(dataset)
  const [code, name, ...rest] = coverageCsvColumns
  const columns = [code, name, ...(below ? municipalityColumns : []), ...rest]
  return csvFile(columns, recordsOf(dataset, below))
}

function recordsOf(dataset: CoverageDataset, below: boolean): CsvCell[][] {
  const i18n = i18nOf('sv')
  const { t } = i18n
  const { moduleOf, placeOf, groupOf } = coverageTexts(dataset, i18n)
  const { asOf, takenOn, countsImported } = dataset
  const municipalityOf = ({ place }: DatasetRow) =>
    place.kind === 'municipality' || place.kind === 'placeless'
      ? [place.kind === 'placeless' ? '' : place.code, placeOf(place)]
      : ['', '']
  return rowsOf(dataset).map((row) => {
    const { module, place, group, cell } = row
    const { held, required, share, unknownUnits, heldUncounted, ...others } = cell.values
    return [
      place.countyCode ?? place.code,
      place.countyName ?? placeOf(place),
      ...(below ? municipalityOf(row) : []),
      groupOf(group),
      moduleOf(module),
      held,
      required,
      decimal(share, 1),
      t(statusKeys[cell.status]),
      unknownUnits,
      heldUncounted,
      asOf,
      cell.source ? t(`figure.source.${cell.source}`) : '',
      takenOn,
      module.slug,
      others.gap,
      others.heldImported,
      others.importedLeftOut,
      t(countsImported ? 'followup.csv.yes' : 'followup.csv.no'),
      others.persons,
      others.uncountedImported,
    ]
  })
}
