import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { coverageOf, factsByUnit } from './coverage-roll-up.ts'
import {
  groupedBy,
  type CoverageFacts,
  type Declaration,
  type HeldCell,
  type UnitOnDay,
} from './coverage.ts'

const groups = ['school', 'health-care'] as const
const counties = ['05', '06', '21']

/** Any forest of up to 12 units: each hangs below an earlier one, or below none. */
const anyFacts: fc.Arbitrary<CoverageFacts> = fc
  .array(
    fc.record({
      parent: fc.nat(),
      isTop: fc.boolean(),
      countyCode: fc.constantFrom(...counties),
      cells: fc.array(fc.tuple(fc.constantFrom(...groups), fc.nat(9), fc.nat(9), fc.nat(4)), {
        maxLength: 2,
      }),
      declared: fc.array(fc.tuple(fc.constantFrom(...groups), fc.nat(30)), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drawn) => {
    const facts: CoverageFacts = { units: [], cells: [], declarations: [], assigned: [] }
    drawn.forEach(({ parent, isTop, countyCode, cells, declared }, index) => {
      const unitId = `unit-${index}`
      const parentUnitId = isTop || index === 0 ? null : `unit-${parent % index}`
      const place = { organisationId: 'organisation', countyCode, municipalityCode: null }
      facts.units.push({ unitId, parentUnitId, name: unitId, ...place })
      for (const [group, [, held, more, imported]] of new Map(
        cells.map((cell) => [cell[0], cell]),
      )) {
        const people = held + imported + more
        facts.cells.push({ unitId, professionGroup: group, people, held, imported })
      }
      for (const [professionGroup, headcount] of new Map(declared)) {
        const said = { asOf: '2026-01-01', source: 'own' as const }
        facts.declarations.push({ unitId, professionGroup, headcount, ...said })
      }
    })
    return facts
  })

const groupIn = (units: UnitOnDay[], facts: CoverageFacts, group: ProfessionGroup) =>
  coverageOf(units, factsByUnit(facts)).groups.find(
    ({ professionGroup }) => professionGroup === group,
  )!

/** Who have it in a cell, played or imported. */
const doneIn = ({ held, imported = 0 }: HeldCell) => held + imported

/** The rule as the definition has it, one unit and group at a time, without regard to speed. */
function byDefinition(facts: CoverageFacts, group: ProfessionGroup) {
  const ids = new Set(facts.units.map(({ unitId }) => unitId))
  const childrenOf = (id: string) => facts.units.filter(({ parentUnitId }) => parentUnitId === id)
  const heldAt = (id: string) => {
    const cell = facts.cells.find((each) => each.unitId === id && each.professionGroup === group)
    return cell ? doneIn(cell) : 0
  }
  const declaredAt = (id: string): Declaration | undefined =>
    facts.declarations.find(
      ({ unitId, professionGroup }) => unitId === id && professionGroup === group,
    )
  const heldBelow = (id: string): number =>
    heldAt(id) + childrenOf(id).reduce((sum, child) => sum + heldBelow(child.unitId), 0)
  const figure = (id: string): { held: number; required: number | null } => {
    const declared = declaredAt(id)
    if (declared) return { held: heldBelow(id), required: declared.headcount }
    return sum(childrenOf(id).map((child) => figure(child.unitId)))
  }
  const tops = facts.units.filter(({ parentUnitId }) => !parentUnitId || !ids.has(parentUnitId))
  return sum(tops.map(({ unitId }) => figure(unitId)))
}

function sum(figures: { held: number; required: number | null }[]) {
  const known = figures.filter(({ required }) => required !== null)
  return {
    held: figures.reduce((total, { held }) => total + held, 0),
    required: known.length
      ? known.reduce((total, { required }) => total + (required ?? 0), 0)
      : null,
  }
}

test('held and required are what the definition says, for any tree', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...groups), (facts, group) => {
      const { held, required } = groupIn(facts.units, facts, group)
      expect({ held, required }).toEqual(byDefinition(facts, group))
    }),
  )
})

test('nobody is lost: counted and uncounted together are all who have completed', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { total, groups: each } = coverageOf(facts.units, factsByUnit(facts))
      const completed = facts.cells.reduce((count, cell) => count + doneIn(cell), 0)
      expect(total.held + total.heldUncounted).toBe(completed)
      expect(each.reduce((count, { held }) => count + held, 0)).toBe(total.held)
    }),
  )
})

test('the counties together hold as many as the nation, counted or not', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const byUnit = factsByUnit(facts)
      const all = coverageOf(facts.units, byUnit).total
      const parts = [...groupedBy(facts.units, ({ countyCode }) => countyCode).values()]
      const totals = parts.map((units) => coverageOf(units, byUnit).total)
      const heldIn = totals.reduce((count, part) => count + part.held + part.heldUncounted, 0)
      expect(heldIn).toBe(all.held + all.heldUncounted)
    }),
  )
})

test('one more completion moves the whole by exactly one', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(), (facts, pick) => {
      fc.pre(facts.cells.length > 0)
      const before = coverageOf(facts.units, factsByUnit(facts)).total
      const at = pick % facts.cells.length
      const cells = facts.cells.map((cell, index) =>
        index === at ? { ...cell, people: cell.people + 1, held: cell.held + 1 } : cell,
      )
      const after = coverageOf(facts.units, factsByUnit({ ...facts, cells })).total
      const moved = after.held + after.heldUncounted - before.held - before.heldUncounted
      expect(moved).toBe(1)
      expect(after.required).toBe(before.required)
    }),
  )
})

test('leaving imports out takes exactly those away that rest on one alone', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const counted = coverageOf(facts.units, factsByUnit(facts)).total
      const left = coverageOf(facts.units, factsByUnit({ ...facts, countsImported: false })).total
      expect(left.held).toBe(counted.held - counted.heldImported)
      expect(left.heldUncounted).toBe(counted.heldUncounted - counted.uncountedImported)
      expect(left.heldImportedUncounted).toBe(counted.heldImported + counted.uncountedImported)
      expect([counted.heldImportedUncounted, left.heldImported, left.uncountedImported]).toEqual([
        0, 0, 0,
      ])
      expect(left.required).toBe(counted.required)
    }),
  )
})

test('the order in which the database answers changes nothing', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const turned = [...facts.units].reverse()
      const byUnit = factsByUnit(facts)
      expect(coverageOf(turned, byUnit)).toEqual(coverageOf(facts.units, byUnit))
    }),
  )
})

test('fifty thousand units are rolled up in seconds, not minutes', () => {
  const count = 50_000
  const facts: CoverageFacts = { units: [], cells: [], declarations: [], assigned: [] }
  for (let index = 0; index < count; index++) {
    const unitId = `unit-${index}`
    const parentUnitId = index < 290 ? null : `unit-${Math.floor(index / 12)}`
    const place = { organisationId: 'o', countyCode: '21', municipalityCode: null }
    facts.units.push({ unitId, parentUnitId, name: unitId, ...place })
    for (const professionGroup of groups) {
      facts.cells.push({ unitId, professionGroup, people: 10, held: 4 })
    }
    if (index % 3 === 0) {
      const said = { headcount: 12, asOf: '2026-01-01', source: 'own' as const }
      facts.declarations.push({ unitId, professionGroup: 'school', ...said })
    }
  }
  const began = performance.now()
  const { total } = coverageOf(facts.units, factsByUnit(facts))
  expect(performance.now() - began).toBeLessThan(5000)
  expect(total.held + total.heldUncounted).toBe(count * 2 * 4)
})
