import { expect, test } from 'vitest'
import {
  judgeHeadcounts,
  organisationFinder,
  readHeadcount,
  type GivenHeadcount,
  type NamedOrganisation,
} from './headcount-import.ts'
import { unitFinder } from './unit-finder.ts'

const organisation = (id: string, name: string, organisationNumber: string | null = null) => ({
  id,
  name,
  organisationNumber,
  rootUnitId: `${id}-root`,
})
const gavle: NamedOrganisation = organisation('g', 'Gävle kommun', '212000-2338')
const sandviken: NamedOrganisation = organisation('s', 'Sandvikens kommun')
const known = [gavle, sandviken, organisation('a', 'Vård AB'), organisation('b', 'Vård AB')]

const given = (change: Partial<GivenHeadcount> = {}): GivenHeadcount => ({
  organisation: 'gavle  kommun',
  unit: '',
  group: 'Social services',
  headcount: '1 200',
  asOf: '2026-03-31',
  source: 'Egen uppgift',
  ...change,
})

const units = unitFinder([{ unitId: 'u', parentUnitId: 'g-root', name: 'Skolan' }])
const read = (change: Partial<GivenHeadcount>, only: NamedOrganisation | null = null) => {
  const findOrganisation = organisationFinder(known, only)
  const reading = { findOrganisation, findUnit: () => units, today: '2026-11-22' }
  return readHeadcount({ rowNumber: 2, given: given(change) }, reading)
}
const reasonOf = (...asked: Parameters<typeof read>) => {
  const row = read(...asked)
  return 'reason' in row ? row.reason : row.unitId
}

test('a row tells a number of a unit, or of the whole organisation where it names none', () => {
  expect(read({})).toEqual({
    rowNumber: 2,
    organisationId: 'g',
    unitId: 'g-root',
    professionGroup: 'social-services',
    headcount: 1200,
    asOf: '2026-03-31',
    source: 'own',
  })
  expect(read({ unit: 'skolan', group: 'school', source: 'SCB' })).toMatchObject({
    unitId: 'u',
    professionGroup: 'school',
    source: 'scb',
  })
})

test('an organisation is found by its number or its name', () => {
  expect(reasonOf({ organisation: '2120002338' })).toBe('g-root')
  expect(reasonOf({ organisation: 'Sandvikens kommun' })).toBe('s-root')
  expect(reasonOf({ organisation: 'Vård AB' })).toBe('organisation-ambiguous')
  expect(reasonOf({ organisation: 'Uppsala kommun' })).toBe('organisation-unknown')
  expect(reasonOf({ organisation: '' })).toBe('organisation-missing')
})

test('a file about one organisation need not name it, and names no other', () => {
  expect(reasonOf({ organisation: '' }, sandviken)).toBe('s-root')
  expect(reasonOf({ organisation: 'Gävle kommun' }, sandviken)).toBe('organisation-other')
  expect(reasonOf({ organisation: 'Vård AB' }, known[3])).toBe('b-root')
})

test.each([
  [{ unit: 'Badhuset' }, 'unit-unknown'],
  [{ group: '' }, 'group-missing'],
  [{ group: 'Blandad grupp' }, 'group-unknown'],
  [{ headcount: '' }, 'number-missing'],
  [{ headcount: '12,5' }, 'number-unreadable'],
  [{ headcount: '-3' }, 'number-unreadable'],
  [{ asOf: '' }, 'day-missing'],
  [{ asOf: '31/3' }, 'day-unreadable'],
  [{ asOf: '2026-11-23' }, 'day-ahead'],
  [{ asOf: '1999-12-31' }, 'day-too-early'],
  [{ source: '' }, 'source-missing'],
  [{ source: 'gissning på fikat' }, 'source-unknown'],
] as const)('%j is refused as %s', (change, reason) => {
  expect(reasonOf(change)).toBe(reason)
})

test('two rows about the same unit, group and day are both refused, for nobody knows which is right', () => {
  const told = read({})
  const rows = [told, { ...told, rowNumber: 3 }, { ...read({ asOf: '2026-03-30' }), rowNumber: 4 }]
  expect(judgeHeadcounts(rows, new Map()).map(({ outcome }) => outcome)).toEqual([
    'refused',
    'refused',
    'new',
  ])
})

test('a row is unchanged only where number, day and source are as they were', () => {
  const judge = (before: object) => {
    const told = { headcount: 1200, asOf: '2026-03-31', source: 'own' as const, ...before }
    return judgeHeadcounts([read({})], new Map([[2, told]]))[0]?.outcome
  }
  expect(judge({})).toBe('unchanged')
  expect(judge({ headcount: 1199 })).toBe('changed')
  expect(judge({ asOf: '2025-03-31' })).toBe('changed')
  expect(judge({ source: 'scb' })).toBe('changed')
})
