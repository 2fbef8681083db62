import { expect, test } from 'vitest'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { coverageByUnit, coverageOf, factsByUnit } from './coverage-roll-up.ts'
import {
  gapOf,
  shareOf,
  statusOf,
  groupedBy,
  type AssignedUnit,
  type Declaration,
  type HeldCell,
  type UnitOnDay,
} from './coverage.ts'

const unit = (
  unitId: string,
  parentUnitId: string | null = null,
  place: { countyCode?: string; municipalityCode?: string } = {},
): UnitOnDay => ({
  unitId,
  parentUnitId,
  organisationId: 'organisation',
  name: unitId,
  countyCode: place.countyCode ?? '21',
  municipalityCode: place.municipalityCode ?? '2180',
})

const people = (
  unitId: string,
  count: number,
  held: number,
  professionGroup: ProfessionGroup = 'school',
): HeldCell => ({ unitId, professionGroup, people: count, held })

const declared = (
  unitId: string,
  headcount: number,
  more: Partial<Declaration> = {},
): Declaration => ({
  unitId,
  professionGroup: 'school',
  headcount,
  asOf: '2026-03-01',
  source: 'own',
  ...more,
})

interface Given {
  cells?: HeldCell[]
  declarations?: Declaration[]
  assigned?: AssignedUnit[]
}

const facts = ({ cells = [], declarations = [], assigned = [] }: Given) =>
  factsByUnit({ cells, declarations, assigned })

const schoolIn = (units: UnitOnDay[], given: Given) => {
  const { groups } = coverageOf(units, facts(given))
  return groups.find(({ professionGroup }) => professionGroup === 'school')!
}

// A municipality with two schools below its education department, and the department's own office.
const department = unit('department')
const north = unit('north', 'department')
const south = unit('south', 'department')
const education = [department, north, south]

test('a headcount declared at the top stands for everything below it', () => {
  // Declared for the department: 40. Completed: 2 of 3 in the office, 10 of 12 in the north,
  // 5 of 9 in the south. Held is 2 + 10 + 5 = 17, so 17 of 40 and 23 missing.
  const figure = schoolIn(education, {
    cells: [people('department', 3, 2), people('north', 12, 10), people('south', 9, 5)],
    declarations: [declared('department', 40)],
  })
  expect(figure).toMatchObject({ held: 17, required: 40, heldUncounted: 0, unknownUnits: 0 })
  expect(gapOf(figure)).toBe(23)
  expect(statusOf(figure)).toBe('known')
})

test('without one at the top, what the units below have declared is added up', () => {
  // North declared 20 and south 10, so 30. Held against it: 10 + 5 = 15. The office declared
  // nothing: its 2 stand apart, and the office is the one unknown unit.
  const figure = schoolIn(education, {
    cells: [people('department', 3, 2), people('north', 12, 10), people('south', 9, 5)],
    declarations: [declared('north', 20), declared('south', 10)],
  })
  expect(figure).toMatchObject({ held: 15, required: 30, heldUncounted: 2, unknownUnits: 1 })
  expect(shareOf(figure)).toBe(0.5)
  expect(statusOf(figure)).toBe('partly')
})

test('what a unit declares goes before what those below it declare', () => {
  // The department says 40 in all; that north has said 20 of its own changes nothing above it.
  const given = {
    cells: [people('north', 12, 10), people('south', 9, 5)],
    declarations: [declared('department', 40), declared('north', 20)],
  }
  expect(schoolIn(education, given)).toMatchObject({ held: 15, required: 40 })
  const byUnit = coverageByUnit(education, facts(given))
  expect(byUnit.get('north')!.total).toMatchObject({ held: 10, required: 20 })
  expect(byUnit.get('south')).toMatchObject({
    coveredAbove: ['school'],
    total: { required: null, heldUncounted: 0, unknownUnits: 0 },
  })
})

test('where nobody has declared, required is unknown and never nought', () => {
  const figure = schoolIn(education, { cells: [people('north', 12, 10)] })
  expect(figure).toMatchObject({ held: 0, required: null, heldUncounted: 10, unknownUnits: 1 })
  expect(shareOf(figure)).toBeNull()
  expect(gapOf(figure)).toBeNull()
  expect(statusOf(figure)).toBe('unknown')
})

test('declared to be nobody, with nobody done, has no share and nothing missing', () => {
  const figure = schoolIn([department], { declarations: [declared('department', 0)] })
  expect(figure).toMatchObject({ held: 0, required: 0 })
  expect(shareOf(figure)).toBeNull()
  expect(gapOf(figure)).toBe(0)
  expect(statusOf(figure)).toBe('known')
})

test('more completed than declared is shown as it is', () => {
  // 12 have completed where 10 are declared: 120 %, and nobody is missing.
  const figure = schoolIn([department], {
    cells: [people('department', 12, 12)],
    declarations: [declared('department', 10)],
  })
  expect(figure).toMatchObject({ held: 12, required: 10 })
  expect(shareOf(figure)).toBe(1.2)
  expect(gapOf(figure)).toBe(0)
})

test('the total is the sum of the groups that are known, and says how many are not', () => {
  // School: 10 of 20. Health care: 1 of 5. Social services have 4 people, 3 done, undeclared.
  // So 11 of 25, with 3 apart, one unknown group, one unknown unit.
  const { total } = coverageOf(
    education,
    facts({
      cells: [
        people('north', 12, 10),
        people('north', 4, 3, 'social-services'),
        people('south', 2, 1, 'health-care'),
      ],
      declarations: [
        declared('department', 20),
        declared('south', 5, { professionGroup: 'health-care' }),
      ],
    }),
  )
  expect(total).toMatchObject({
    held: 11,
    required: 25,
    heldUncounted: 3,
    unknownGroups: 1,
    unknownUnits: 1,
  })
})

test('a unit that is unknown in two groups is one unknown unit', () => {
  const { total } = coverageOf(
    [north],
    facts({ cells: [people('north', 3, 0), people('north', 2, 0, 'health-care')] }),
  )
  expect(total).toMatchObject({ unknownUnits: 1, unknownGroups: 2 })
})

test('a parent in another county covers nothing here', () => {
  // An agency with its head office in Stockholm has declared 100 for all of itself. Its office in
  // Gävleborg has 4 done: they count in the nation's 100, but in Gävleborg nobody has declared.
  const head = unit('head', null, { countyCode: '01' })
  const office = unit('office', 'head', { countyCode: '21' })
  const given = { cells: [people('office', 6, 4)], declarations: [declared('head', 100)] }
  const byCounty = groupedBy([head, office], ({ countyCode }) => countyCode)
  expect(schoolIn([head, office], given)).toMatchObject({ held: 4, required: 100 })
  expect(schoolIn(byCounty.get('01')!, given)).toMatchObject({ held: 0, required: 100 })
  expect(schoolIn(byCounty.get('21')!, given)).toMatchObject({
    required: null,
    heldUncounted: 4,
    unknownUnits: 1,
  })
})

test('an assignment without any headcount makes the unit unknown, people or not', () => {
  const toSchools = { assigned: [{ unitId: 'department', professionGroups: ['school' as const] }] }
  expect(schoolIn(education, toSchools)).toMatchObject({ required: null, unknownUnits: 1 })
  // Once a school below has declared, what is known is told instead.
  const figure = schoolIn(education, { ...toSchools, declarations: [declared('north', 20)] })
  expect(figure).toMatchObject({ required: 20, unknownUnits: 0 })
})

test('an assignment to everybody asks for a headcount in some group, not in all of them', () => {
  const toAll = { assigned: [{ unitId: 'department', professionGroups: [] }] }
  expect(coverageOf(education, facts(toAll)).total.unknownUnits).toBe(1)
  const declaring = { ...toAll, declarations: [declared('south', 10)] }
  expect(coverageOf(education, facts(declaring)).total.unknownUnits).toBe(0)
})

test('a figure names its source, or that there are several, and its oldest headcount', () => {
  const own = declared('north', 20, { asOf: '2026-03-01' })
  const scb = declared('south', 10, { source: 'scb', asOf: '2024-11-01' })
  expect(schoolIn(education, { declarations: [own] })).toMatchObject({
    source: 'own',
    oldestHeadcount: '2026-03-01',
  })
  expect(schoolIn(education, { declarations: [own, scb] })).toMatchObject({
    source: 'mixed',
    oldestHeadcount: '2024-11-01',
  })
  expect(schoolIn(education, {})).toMatchObject({ source: null, oldestHeadcount: null })
})

test('every counted group has its line, also those that nobody works in', () => {
  const { groups } = coverageOf([], facts({}))
  expect(groups).toHaveLength(8)
  expect(groups.every(({ required }) => required === null)).toBe(true)
})

test('units that hang in a ring are a broken assumption, not a lost figure', () => {
  expect(() => coverageOf([unit('a', 'b'), unit('b', 'a')], facts({}))).toThrow(/hangs below/)
})
