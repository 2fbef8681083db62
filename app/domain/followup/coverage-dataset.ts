import type { ModuleChoice } from '~/domain/assignment/assignment.ts'
import {
  gapOf,
  shareOf,
  statusOf,
  type Figure,
  type FigureSource,
  type FigureStatus,
} from '~/domain/coverage/coverage.ts'
import { countedGroups } from '~/domain/organisation/organisation.ts'
import type { Day } from '~/kernel/dates.ts'
import { invariant } from '~/kernel/invariant.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import type { TableRow } from './followup.ts'

/** What is told of each module, place and profession group, in the order in which tables have it. */
export const measures = [
  'held',
  'required',
  'share',
  'gap',
  'heldUncounted',
  'heldImported',
  'uncountedImported',
  'importedLeftOut',
  'unknownUnits',
  'persons',
] as const
export type Measure = (typeof measures)[number]

/** All groups together. */
export const totalGroup = 'total'
export type DatasetGroup = typeof totalGroup | ProfessionGroup

/** The total first, then the groups that are counted, in the national order. */
export const datasetGroups: readonly DatasetGroup[] = [totalGroup, ...countedGroups]

/** How far down the places of a dataset go. */
export const datasetLevels = ['nation', 'county', 'municipality'] as const
export type DatasetLevel = (typeof datasetLevels)[number]

export interface DatasetPlace {
  /** "00", two digits, four digits; "21-none" for what lies in county 21 and in no municipality. */
  code: string
  kind: DatasetLevel | 'placeless'
  /** As the register has it; null for the nation and for what is placeless. */
  name: string | null
  countyCode: string | null
  countyName: string | null
}

/** Suppressed: too few to be told without telling of somebody. Nothing is suppressed yet. */
export type CellStatus = FigureStatus | 'suppressed'

/** One module in one place for one group. */
export interface DatasetCell {
  status: CellStatus
  /** Whose number `required` is. */
  source: FigureSource | null
  /** Null: see `measureStatusOf`. */
  values: Readonly<Record<Measure, number | null>>
}

export type DatasetModule = Pick<ModuleChoice, 'slug' | 'titleSv' | 'titleEn'>

/**
 * The published figures of a day: what every page, file and answer of the API is drawn from, so that
 * all say the same. Definitions: docs/decisions/0008.
 */
export interface CoverageDataset {
  asOf: Day
  /** When the figures were taken out (uttagstid), ISO 8601 in UTC. */
  takenAt: string
  /** The Swedish day of that moment (uttagsdatum). */
  takenOn: Day
  /** Whether imported completions count as held, by the rule of the day (see heldImported, importedLeftOut). */
  countsImported: boolean
  modules: readonly DatasetModule[]
  places: readonly DatasetPlace[]
  groups: readonly DatasetGroup[]
  /** modules x places x groups; the last varies fastest. */
  cells: readonly DatasetCell[]
}

/** A module with its rows, one for each of the dataset's places and in their order. */
export interface DatasetTable {
  module: DatasetModule
  rows: readonly Pick<TableRow, 'coverage' | 'persons'>[]
}

interface NewDataset extends Omit<CoverageDataset, 'modules' | 'cells'> {
  tables: readonly DatasetTable[]
}

/** Lays tables out as one dataset. */
export function buildCoverageDataset({ tables, ...rest }: NewDataset): CoverageDataset {
  const cells = tables.flatMap(({ rows }) => {
    invariant(rows.length === rest.places.length, 'every module has a row for every place')
    return rows.flatMap(({ coverage, persons }) =>
      rest.groups.map((group) => {
        if (group === totalGroup) return cellOf(coverage.total, persons)
        const figure = coverage.groups.find(({ professionGroup }) => professionGroup === group)
        invariant(figure, 'every counted group has a figure')
        return cellOf(figure, null)
      }),
    )
  })
  const modules = tables.map(({ module: { slug, titleSv, titleEn } }) => ({
    slug,
    titleSv,
    titleEn,
  }))
  return { ...rest, modules, cells }
}

/**
 * Where nobody has declared a number there is nothing to count against, so what is held of it is
 * unknown as well; those who are done all the same are all in `heldUncounted`.
 */
function cellOf(figure: Figure, persons: number | null): DatasetCell {
  const { required, heldUncounted, uncountedImported, heldImportedUncounted } = figure
  const { unknownUnits, source } = figure
  const isKnown = required !== null
  return {
    status: statusOf(figure),
    source,
    values: {
      held: isKnown ? figure.held : null,
      required,
      share: percentOf(figure),
      gap: gapOf(figure),
      heldUncounted,
      heldImported: isKnown ? figure.heldImported : null,
      uncountedImported,
      importedLeftOut: heldImportedUncounted,
      unknownUnits,
      persons,
    },
  }
}

/** Per cent with one decimal; over 100 where more have completed than were declared. */
function percentOf(figure: Figure): number | null {
  const share = shareOf(figure)
  return share === null ? null : Math.round(share * 1000) / 10
}

/** A row of the dataset as it is read: one module, place and group. */
export interface DatasetRow {
  module: DatasetModule
  place: DatasetPlace
  group: DatasetGroup
  cell: DatasetCell
}

/** The dataset row by row, in its own order. */
export function rowsOf({ modules, places, groups, cells }: CoverageDataset): DatasetRow[] {
  let next = 0
  return modules.flatMap((module) =>
    places.flatMap((place) =>
      groups.map((group) => ({ module, place, group, cell: cells[next++]! })),
    ),
  )
}

/**
 * What a single number needs said of it: 'none' where it cannot exist (a share of nobody), 'unknown'
 * where it is not known, 'partly' where units are missing from it, 'suppressed' where it is hidden.
 */
export type MeasureStatus = 'known' | 'none' | 'unknown' | 'partly' | 'suppressed'

const restingOnHeadcounts: readonly Measure[] = ['held', 'required', 'share', 'gap', 'heldImported']

/** The status of one number of a cell. */
export function measureStatusOf({ status, values }: DatasetCell, measure: Measure): MeasureStatus {
  if (status === 'suppressed') return 'suppressed'
  if (values[measure] === null) {
    return measure === 'share' && values.required !== null ? 'none' : 'unknown'
  }
  return status === 'partly' && restingOnHeadcounts.includes(measure) ? 'partly' : 'known'
}

/** What a file's address asks for: the page's module and day, or every module; one county or all. */
export interface FileQuery {
  moduleSlug: string | null
  everyModule: boolean
  countyCode: string | null
}

/** Reads the part of a file's address that a page's own has not (see figureQueryOf). */
export function fileQueryOf(address: string): FileQuery {
  const search = new URL(address).searchParams
  return {
    moduleSlug: search.get('module'),
    everyModule: search.get('modules') === 'all',
    countyCode: search.get('county'),
  }
}
