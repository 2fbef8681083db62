import { figureSources } from '~/domain/coverage/coverage.ts'
import {
  measures,
  measureStatusOf,
  type CoverageDataset,
  type MeasureStatus,
} from '~/domain/followup/coverage-dataset.ts'
import { languages, type Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import {
  jsonStatDataset,
  type JsonStatDataset,
  type Labels,
  type StatisticsCube,
  type StatisticsDimension,
} from '~/standards/statistics/json-stat.ts'
import { coverageTexts, type CoverageTexts } from './coverage-texts.ts'

/**
 * The sign of each status. "." and ".." as in the tables of Statistics Sweden; "x" and "partly" are
 * ours (docs/decisions/0012). A number that is known has no sign.
 */
export const statusSigns = {
  none: '.',
  unknown: '..',
  suppressed: 'x',
  partly: 'partly',
} as const satisfies Record<Exclude<MeasureStatus, 'known'>, string>

/**
 * The dataset as JSON-stat 2.0, with labels in both languages. JSON-stat has no place for what is said
 * of a row, so whose number each row's `required` is stands in `extension.sources`, in the order of
 * modules x places x profession groups.
 */
export function coverageJsonStat(
  dataset: CoverageDataset,
  language: Language,
  extension: Record<string, unknown> = {},
): JsonStatDataset {
  return jsonStatDataset(cubeOf(dataset, extension), language)
}

/** The same text asked for in each language. */
type InEach = (ask: (texts: CoverageTexts) => string) => Labels

function cubeOf(dataset: CoverageDataset, extension: Record<string, unknown>): StatisticsCube {
  const texts = languages.map(
    (language) => [language, coverageTexts(dataset, i18nOf(language))] as const,
  )
  const inEach: InEach = (ask) =>
    Object.fromEntries(texts.map(([language, each]) => [language, ask(each)]))
  const { asOf, takenAt, takenOn, countsImported, cells } = dataset
  const noteCount = texts[0]![1].notes.length
  return {
    label: inEach(({ label }) => label),
    source: inEach(({ source }) => source),
    updated: takenAt,
    notes: Array.from({ length: noteCount }, (_, index) => inEach(({ notes }) => notes[index]!)),
    dimensions: dimensionsOf(dataset, inEach),
    values: cells.flatMap((cell) =>
      measures.map((measure) => {
        const status = measureStatusOf(cell, measure)
        const value = cell.values[measure]
        return status === 'known' ? { value } : { value, status: statusSigns[status] }
      }),
    ),
    extension: {
      asOf,
      takenOn,
      countsImported,
      sources: {
        labels: Object.fromEntries(
          figureSources.map((each) => [each, inLanguages(({ t }) => t(`figure.source.${each}`))]),
        ),
        values: cells.map(({ source }) => source),
      },
      statuses: Object.fromEntries(
        Object.entries(statusSigns).map(([status, sign]) => [
          sign,
          inEach(({ statuses }) => statuses[status as MeasureStatus]),
        ]),
      ),
      ...extension,
    },
  }
}

function dimensionsOf(dataset: CoverageDataset, inEach: InEach): StatisticsDimension[] {
  const { modules, places, groups, asOf } = dataset
  return [
    {
      id: 'module',
      label: named('module'),
      categories: modules.map((module) => ({
        code: module.slug,
        label: inEach(({ moduleOf }) => moduleOf(module)),
      })),
    },
    {
      id: 'place',
      label: named('place'),
      role: 'geo',
      categories: places.map((place) => ({
        code: place.code,
        label: inEach(({ placeOf }) => placeOf(place)),
      })),
    },
    {
      id: 'professionGroup',
      label: named('professionGroup'),
      categories: groups.map((group) => ({
        code: group,
        label: inEach(({ groupOf }) => groupOf(group)),
      })),
    },
    {
      id: 'measure',
      label: named('measure'),
      role: 'metric',
      categories: measures.map((measure) => ({
        code: measure,
        label: inEach((texts) => texts.measures[measure].label),
        unit: {
          label: inEach((texts) => texts.measures[measure].unit),
          decimals: measure === 'share' ? 1 : 0,
        },
        note: inEach((texts) => texts.measures[measure].definition),
      })),
    },
    {
      id: 'asOf',
      label: named('asOf'),
      role: 'time',
      categories: [{ code: asOf, label: inLanguages((i18n) => i18n.day(asOf)) }],
    },
  ]
}

type Dimension = 'module' | 'place' | 'professionGroup' | 'measure' | 'asOf'

const named = (dimension: Dimension): Labels =>
  inLanguages(({ t }) => t(`export.dimension.${dimension}`))

function inLanguages(ask: (i18n: ReturnType<typeof i18nOf>) => string): Labels {
  return Object.fromEntries(languages.map((language) => [language, ask(i18nOf(language))]))
}
