import { expect, test } from 'vitest'
import { coverageOf, factsByUnit } from '~/domain/coverage/coverage-roll-up.ts'
import {
  buildCoverageDataset,
  datasetGroups,
  measureStatusOf,
  rowsOf,
  type DatasetCell,
} from './coverage-dataset.ts'

const nothing = coverageOf([], new Map())
const unit = {
  unitId: 'unit',
  parentUnitId: null,
  organisationId: 'organisation',
  name: 'Skola',
  countyCode: '21',
  municipalityCode: '2180',
}
const declared = (headcount: number) =>
  coverageOf(
    [unit],
    factsByUnit({
      cells: [],
      declarations: [
        {
          unitId: 'unit',
          professionGroup: 'school',
          headcount,
          asOf: '2026-01-01',
          source: 'own',
        },
      ],
      assigned: [],
    }),
  )

const place = (code: string) => ({
  code,
  kind: 'county' as const,
  name: code,
  countyCode: code,
  countyName: code,
})
const datasetOf = (headcounts: number[]) =>
  buildCoverageDataset({
    asOf: '2026-11-20',
    takenAt: '2026-11-21T10:00:00.000Z',
    takenOn: '2026-11-21',
    countsImported: true,
    places: headcounts.map((_, index) => place(`0${index}`)),
    groups: datasetGroups,
    tables: ['a', 'b'].map((slug) => ({
      module: { slug, titleSv: slug, titleEn: slug },
      rows: headcounts.map((headcount, index) => ({
        coverage: declared(headcount),
        persons: index,
      })),
    })),
  })

test('the total comes first, then the eight counted groups; a mixed group has no coverage', () => {
  expect(datasetGroups).toHaveLength(9)
  expect(datasetGroups[0]).toBe('total')
  expect(datasetGroups).not.toContain('mixed')
})

test('persons are told in total only', () => {
  const rows = rowsOf(datasetOf([5]))
  expect(rows.map(({ group, cell }) => [group, cell.values.persons]).slice(0, 2)).toEqual([
    ['total', 0],
    ['social-services', null],
  ])
})

test('where nobody has declared a number, held is unknown and those who are done are told apart', () => {
  // 5 have played it and 2 have it from an import: 7 are done, out of an unknown number.
  const done = { people: 9, held: 5, imported: 2 }
  const cells = [{ unitId: 'unit', professionGroup: 'school' as const, ...done }]
  const coverage = coverageOf([unit], factsByUnit({ cells, declarations: [], assigned: [] }))
  const [total] = buildCoverageDataset({
    ...datasetOf([]),
    places: [place('01')],
    tables: [
      { module: { slug: 'a', titleSv: 'a', titleEn: 'a' }, rows: [{ coverage, persons: 7 }] },
    ],
  }).cells
  expect(total).toMatchObject({
    status: 'unknown',
    values: {
      held: null,
      required: null,
      heldImported: null,
      heldUncounted: 7,
      uncountedImported: 2,
      importedLeftOut: 0,
    },
  })
})

test('each number says how sure it is', () => {
  const [known] = rowsOf(datasetOf([5]))
  const [nobody] = rowsOf(datasetOf([0]))
  const unknown = buildCoverageDataset({
    ...datasetOf([]),
    places: [place('01')],
    tables: [
      {
        module: { slug: 'a', titleSv: 'a', titleEn: 'a' },
        rows: [{ coverage: nothing, persons: 0 }],
      },
    ],
  }).cells[0]!
  const partly: DatasetCell = { ...known!.cell, status: 'partly' }
  const hidden: DatasetCell = { ...known!.cell, status: 'suppressed' }
  expect(measureStatusOf(known!.cell, 'share')).toBe('known')
  expect(measureStatusOf(nobody!.cell, 'share')).toBe('none')
  expect(measureStatusOf(nobody!.cell, 'required')).toBe('known')
  expect(measureStatusOf(unknown, 'share')).toBe('unknown')
  expect(measureStatusOf(unknown, 'required')).toBe('unknown')
  expect(measureStatusOf(unknown, 'held')).toBe('unknown')
  expect(measureStatusOf(unknown, 'heldImported')).toBe('unknown')
  expect(measureStatusOf(unknown, 'heldUncounted')).toBe('known')
  expect(measureStatusOf(partly, 'share')).toBe('partly')
  expect(measureStatusOf(partly, 'persons')).toBe('known')
  expect(measureStatusOf(hidden, 'persons')).toBe('suppressed')
})
