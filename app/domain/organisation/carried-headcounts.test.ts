import { expect, test } from 'vitest'
import { carriedHeadcounts, type Declared } from './carried-headcounts.ts'
import type { Placement } from './organisation-tree.ts'

/** "skola < kommun" in lines. */
const treeOf = (...lines: string[]): Placement[] =>
  lines.map((line) => {
    const [unitId = '', parentUnitId = null] = line.split(' < ')
    const period = { validFrom: '2025-01-01', validTo: null }
    return { id: unitId, unitId, parentUnitId, organisationId: 'k', name: unitId, ...period }
  })

const of = (unitId: string, headcount: number, source: Declared['source'] = 'own'): Declared => ({
  unitId,
  professionGroup: 'school',
  headcount,
  source,
})

const tree = treeOf('k', 'a < k', 'b < k', 'a1 < a', 'b1 < b', 'b2 < b')

test('a merged unit has what the two had said, with a source when they agree on one', () => {
  const merge = { kind: 'merge' as const, unitIds: ['b'], into: { unitId: 'a' } }
  expect(carriedHeadcounts(merge, tree, [of('a', 40), of('b', 30)])).toEqual([of('a', 70)])
  expect(carriedHeadcounts(merge, tree, [of('a', 40), of('b', 30, 'scb')])).toEqual([
    of('a', 70, 'estimate'),
  ])
})

// a has said 40; b has said nothing, but b1 and b2 have said 10 and 5: 55 together.
test('what only units below had said is added where the other had spoken for its own', () => {
  const merge = { kind: 'merge' as const, unitIds: ['b'], into: { unitId: 'a' } }
  const declared = [of('a', 40), of('b1', 10), of('b2', 5)]
  expect(carriedHeadcounts(merge, tree, declared)).toEqual([of('a', 55)])
})

test('where only units below have spoken, they go on doing so', () => {
  const merge = { kind: 'merge' as const, unitIds: ['b'], into: { unitId: 'a' } }
  expect(carriedHeadcounts(merge, tree, [of('a1', 8), of('b1', 10)])).toEqual([])
})

test('a unit that goes into the one above, which had counted it, adds nothing', () => {
  const merge = { kind: 'merge' as const, unitIds: ['b1'], into: { unitId: 'b' } }
  expect(carriedHeadcounts(merge, tree, [of('b', 30), of('b1', 10)])).toEqual([])
})

test('a part gets the number of a group when all that is below goes there, too', () => {
  const parts = [
    { unitId: 'x', name: 'X' },
    { unitId: 'y', name: 'Y' },
  ]
  const split = { kind: 'split' as const, unitId: 'b', parts, groups: {} }
  expect(carriedHeadcounts({ ...split, below: {} }, tree, [of('b', 30)])).toEqual([of('x', 30)])
  expect(carriedHeadcounts({ ...split, below: { b2: 1 } }, tree, [of('b', 30)])).toEqual([])
})
