import {
  measures,
  totalGroup,
  type CoverageDataset,
  type DatasetGroup,
  type DatasetModule,
  type DatasetPlace,
  type Measure,
  type MeasureStatus,
} from '~/domain/followup/coverage-dataset.ts'
import type { I18n } from '~/i18n/i18n.tsx'

/** What is said of one measure. */
export interface MeasureTexts {
  label: string
  unit: string
  decimals: number
  definition: string
}

/** Everything that a file or an answer says beside its numbers, in one language. */
export interface CoverageTexts {
  label: string
  source: string
  /** What a reader has to know before using the figures. */
  notes: string[]
  measures: Record<Measure, MeasureTexts>
  statuses: Record<MeasureStatus, string>
  moduleOf: (module: DatasetModule) => string
  placeOf: (place: DatasetPlace) => string
  groupOf: (group: DatasetGroup) => string
}

const units = {
  held: 'export.unit.employments',
  required: 'export.unit.employments',
  share: 'export.unit.percent',
  gap: 'export.unit.employments',
  heldUncounted: 'export.unit.employments',
  heldImported: 'export.unit.employments',
  uncountedImported: 'export.unit.employments',
  importedLeftOut: 'export.unit.employments',
  unknownUnits: 'export.unit.units',
  persons: 'export.unit.persons',
} as const satisfies Record<Measure, string>

const definitions = {
  held: 'definition.held.text',
  required: 'definition.required.text',
  share: 'export.measure.share.text',
  gap: 'export.measure.gap.text',
  heldUncounted: 'definition.uncounted.text',
  heldImported: 'export.measure.heldImported.text',
  uncountedImported: 'export.measure.uncountedImported.text',
  importedLeftOut: 'export.measure.importedLeftOut.text',
  unknownUnits: 'export.measure.unknownUnits.text',
  persons: 'definition.persons.text',
} as const satisfies Record<Measure, string>

/** The words of a dataset, the same in every format. */
export function coverageTexts(dataset: CoverageDataset, i18n: I18n): CoverageTexts {
  const { t, day, moment, language } = i18n
  const measureTexts = measures.map((measure) => {
    const decimals = measure === 'share' ? 1 : 0
    const label = t(`export.measure.${measure}`)
    return [
      measure,
      { label, unit: t(units[measure]), decimals, definition: t(definitions[measure]) },
    ] as const
  })
  return {
    label: t('export.label', { day: day(dataset.asOf) }),
    source: t('export.source', { moment: moment(dataset.takenAt) }),
    notes: [
      t('definition.as-of.text', { day: day(dataset.asOf) }),
      t('definition.unknown.text'),
      t('definition.sum.text'),
      t('definition.persons.text'),
      t('export.note.headcounts'),
      t(dataset.countsImported ? 'export.note.imported' : 'export.note.imported-left-out'),
      t('export.note.mixed'),
    ],
    measures: Object.fromEntries(measureTexts) as Record<Measure, MeasureTexts>,
    statuses: {
      known: t('export.status.known'),
      partly: t('export.status.partly'),
      unknown: t('export.status.unknown'),
      none: t('export.status.none'),
      suppressed: t('export.status.suppressed'),
    },
    moduleOf: ({ titleSv, titleEn }) => (language === 'en' ? titleEn : titleSv),
    placeOf: ({ kind, name, countyName }) => {
      if (kind === 'nation') return t('followup.nation')
      if (kind === 'placeless') return t('followup.place.placeless', { county: countyName ?? '' })
      return name ?? ''
    },
    groupOf: (group) =>
      group === totalGroup ? t('followup.csv.all-groups') : t(`profession.${group}`),
  }
}
