import { invariant } from '~/kernel/invariant.ts'

/** A text in each of the languages that a dataset speaks, by language code. */
export type Labels = Readonly<Record<string, string>>

export interface StatisticsCategory {
  code: string
  label: Labels
  /** For a measure: what is counted, and with how many decimals. */
  unit?: { label: Labels; decimals: number }
  /** What has to be known about this category, such as a measure's definition. */
  note?: Labels
}

export interface StatisticsDimension {
  id: string
  label: Labels
  role?: 'time' | 'geo' | 'metric'
  categories: readonly StatisticsCategory[]
}

/** One number, and what has to be said of it. */
export interface StatisticsValue {
  value: number | null
  status?: string
}

/** A cube of statistics, in no format yet. */
export interface StatisticsCube {
  label: Labels
  source: Labels
  /** When the figures were taken out, ISO 8601. */
  updated: string
  notes: readonly Labels[]
  /** The last one varies fastest. */
  dimensions: readonly StatisticsDimension[]
  values: readonly StatisticsValue[]
  /** What JSON-stat has no word for. */
  extension?: Readonly<Record<string, unknown>>
}

interface JsonStatCategory {
  index: string[]
  label: Record<string, string>
  unit?: Record<string, { label: string; decimals: number }>
  note?: Record<string, string[]>
}

/** What is said of a dataset in one language. */
interface Wording {
  label: string
  source: string
  note: string[]
  dimension: Record<string, { label: string; category: Omit<JsonStatCategory, 'index'> }>
}

/** A response of class dataset. */
export interface JsonStatDataset {
  version: '2.0'
  class: 'dataset'
  label: string
  source: string
  updated: string
  note: string[]
  id: string[]
  size: number[]
  role: Partial<Record<'time' | 'geo' | 'metric', string[]>>
  dimension: Record<string, { label: string; category: JsonStatCategory }>
  value: (number | null)[]
  /** By position in `value`; a number without a remark has none. */
  status: Record<string, string>
  extension: Record<string, unknown> & {
    language: string
    /** The same words in the other languages. */
    labels: Record<string, Wording>
  }
}

/**
 * A cube as JSON-stat 2.0 (json-stat.org/full): its labels are those of one language, and what it says
 * in the others stands in `extension.labels`, since a JSON-stat category has one label only.
 */
export function jsonStatDataset(cube: StatisticsCube, language: string): JsonStatDataset {
  const { dimensions, values, updated } = cube
  const size = dimensions.map(({ categories }) => categories.length)
  invariant(
    values.length === size.reduce((product, length) => product * length, 1),
    'a cube has a value for each meeting of its categories',
  )
  const { label, source, note, dimension } = wordingOf(cube, language)
  const others = Object.keys(cube.label).filter((other) => other !== language)
  return {
    version: '2.0',
    class: 'dataset',
    label,
    source,
    updated,
    note,
    id: dimensions.map(({ id }) => id),
    size,
    role: rolesOf(dimensions),
    dimension: Object.fromEntries(
      dimensions.map(({ id, categories }) => {
        const { label, category } = dimension[id]!
        const index = categories.map(({ code }) => code)
        return [id, { label, category: { index, ...category } }]
      }),
    ),
    value: values.map(({ value }) => value),
    status: Object.fromEntries(
      values.flatMap(({ status }, index) => (status === undefined ? [] : [[index, status]])),
    ),
    extension: {
      ...cube.extension,
      language,
      labels: Object.fromEntries(others.map((other) => [other, wordingOf(cube, other)])),
    },
  }
}

function rolesOf(dimensions: readonly StatisticsDimension[]): JsonStatDataset['role'] {
  const roles: JsonStatDataset['role'] = {}
  for (const { id, role } of dimensions) if (role) (roles[role] ??= []).push(id)
  return roles
}

function wordingOf(
  { label, source, notes, dimensions }: StatisticsCube,
  language: string,
): Wording {
  const said = (labels: Labels) => {
    const text = labels[language]
    invariant(text !== undefined, `every text of a cube is also in ${language}`)
    return text
  }
  return {
    label: said(label),
    source: said(source),
    note: notes.map(said),
    dimension: Object.fromEntries(
      dimensions.map(({ id, label, categories }) => [
        id,
        { label: said(label), category: categoriesIn(categories, said) },
      ]),
    ),
  }
}

function categoriesIn(
  categories: readonly StatisticsCategory[],
  said: (labels: Labels) => string,
): Omit<JsonStatCategory, 'index'> {
  const units = categories.flatMap(({ code, unit }) =>
    unit ? [[code, { label: said(unit.label), decimals: unit.decimals }] as const] : [],
  )
  const notes = categories.flatMap(({ code, note }) =>
    note ? [[code, [said(note)]] satisfies [string, string[]]] : [],
  )
  return {
    label: Object.fromEntries(categories.map(({ code, label }) => [code, said(label)])),
    ...(units.length > 0 && { unit: Object.fromEntries(units) }),
    ...(notes.length > 0 && { note: Object.fromEntries(notes) }),
  }
}
