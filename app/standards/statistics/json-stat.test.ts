import JSONstat from 'jsonstat-toolkit'
import { expect, test } from 'vitest'
import { jsonStatDataset, type StatisticsCube } from './json-stat.ts'

const text = (sv: string, en: string) => ({ sv, en })

/** Two places, two measures and one day: four numbers, of which one is unknown and one hidden. */
const cube: StatisticsCube = {
  label: text('Täckning', 'Coverage'),
  source: text('Samsyn', 'Samsyn, the register'),
  updated: '2026-11-21T10:00:00.000Z',
  notes: [text('Att veta.', 'To know.')],
  dimensions: [
    {
      id: 'place',
      label: text('Plats', 'Place'),
      role: 'geo',
      categories: [
        { code: '00', label: text('Riket', 'Sweden') },
        { code: '21', label: text('Gävleborgs län', 'Gävleborgs län') },
      ],
    },
    {
      id: 'measure',
      label: text('Mått', 'Measure'),
      role: 'metric',
      categories: [
        {
          code: 'held',
          label: text('Innehar', 'Held'),
          unit: { label: text('anställningar', 'employments'), decimals: 0 },
          note: text('De som har gått.', 'Those who have.'),
        },
        {
          code: 'share',
          label: text('Andel', 'Share'),
          unit: { label: text('procent', 'per cent'), decimals: 1 },
        },
      ],
    },
    {
      id: 'asOf',
      label: text('Dag', 'Day'),
      role: 'time',
      categories: [{ code: '2026-11-21', label: text('21 nov. 2026', '21 Nov 2026') }],
    },
  ],
  values: [
    { value: 38 },
    { value: 73.1 },
    { value: null, status: 'x' },
    { value: null, status: '..' },
  ],
  extension: { page: 1 },
}

test('a reader of JSON-stat finds every number by its codes, with its status', () => {
  const read = JSONstat(jsonStatDataset(cube, 'sv')).Dataset(0)
  const at = (place: string, measure: string) => read.Data({ place, measure, asOf: '2026-11-21' })
  expect(at('00', 'held')).toMatchObject({ value: 38, status: null })
  expect(at('00', 'share').value).toBe(73.1)
  expect(at('21', 'held')).toEqual({ value: null, status: 'x' })
  expect(at('21', 'share')).toEqual({ value: null, status: '..' })
})

test('time, place and measure are told as such, units with their decimals', () => {
  const read = JSONstat(jsonStatDataset(cube, 'sv')).Dataset(0)
  expect(read.role).toMatchObject({ time: ['asOf'], geo: ['place'], metric: ['measure'] })
  expect(read.Dimension('measure').Category('share').unit).toEqual({
    label: 'procent',
    decimals: 1,
  })
  expect(read.Dimension('place').Category('00').label).toBe('Riket')
  expect(read.note).toEqual(['Att veta.'])
})

test('labels come in the language asked for, and those of the other language come along', () => {
  const english = jsonStatDataset(cube, 'en')
  expect(english.label).toBe('Coverage')
  expect(english.dimension.place!.category.label['00']).toBe('Sweden')
  expect(english.extension).toMatchObject({ page: 1, language: 'en' })
  expect(Object.keys(english.extension.labels)).toEqual(['sv'])
  expect(english.extension.labels.sv).toMatchObject({
    label: 'Täckning',
    dimension: { measure: { category: { note: { held: ['De som har gått.'] } } } },
  })
})

test('codes keep their order, also those that look like numbers', () => {
  const { dimension } = jsonStatDataset(cube, 'sv')
  expect(dimension.place!.category.index).toEqual(['00', '21'])
})

test('a cube with a number too few is a fault of ours', () => {
  expect(() => jsonStatDataset({ ...cube, values: cube.values.slice(1) }, 'sv')).toThrow(
    /a value for each/,
  )
})
