import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '~/kernel/dates.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { differenceOf, flawsFrom, treeOn, type Placement } from './organisation-tree.ts'
import { checkDay, earliestDay } from './register-day.ts'
import { reorganise, type Command } from './reorganisation.ts'
import { command, drawn, newIds, start, village } from '../../../tests/fixtures/random-changes.ts'

/** A municipality with two schools in an office, and a company. */
function town(): Placement[] {
  return [
    'found kommun k',
    'add kontor kommun',
    'add skola-1 kontor',
    'add skola-2 kontor',
    'add klass skola-2',
    'found bolag b',
    'add lager bolag',
  ].reduce<Placement[]>((before, line) => {
    const [kind, unitId = '', other = ''] = line.split(' ')
    const command: Command =
      kind === 'found'
        ? { kind: 'found', unitId, organisationId: other, name: unitId }
        : { kind: 'add', unit: { unitId, name: unitId, parentUnitId: other } }
    return reorganise(before, command, start).placements
  }, [])
}

const parentOn = (placements: Placement[], unitId: string, day: Day) =>
  treeOn(placements, day).find((placement) => placement.unitId === unitId)?.parentUnitId

describe('a change holds from its day', () => {
  test('two units merge into one in mid-year, what was below them follows, and the day before is as it was', () => {
    const before = town()
    const { placements, follows, closed } = reorganise(
      before,
      { kind: 'merge', unitIds: ['skola-1', 'skola-2'], into: { unitId: 'skola-1' } },
      '2025-07-01',
    )
    expect(drawn(placements, '2025-06-30')).toEqual(drawn(before, '2025-06-30'))
    expect(parentOn(placements, 'klass', '2025-07-01')).toBe('skola-1')
    expect(parentOn(placements, 'skola-2', '2025-07-01')).toBeUndefined()
    expect(closed).toEqual(['skola-2'])
    expect(follows).toEqual([{ from: 'skola-2', to: 'skola-1', group: null }])
  })

  test('two units merge into a new one that has the name of one of them', () => {
    const { placements, opened } = reorganise(
      town(),
      {
        kind: 'merge',
        unitIds: ['skola-1', 'skola-2'],
        into: { unitId: 'ny', name: 'skola-1', parentUnitId: 'kontor' },
      },
      '2025-07-01',
    )
    expect(opened).toEqual([{ unitId: 'ny', name: 'skola-1', near: 'kontor' }])
    expect(parentOn(placements, 'klass', '2025-07-01')).toBe('ny')
  })

  test('an office that moves to another organisation takes everything below along', () => {
    const { placements } = reorganise(
      town(),
      { kind: 'move', unitId: 'kontor', parentUnitId: 'bolag' },
      '2025-07-01',
    )
    const inCompany = treeOn(placements, '2025-07-01').filter((one) => one.organisationId === 'b')
    expect(inCompany.map(({ unitId }) => unitId).sort()).toEqual(
      ['bolag', 'klass', 'kontor', 'lager', 'skola-1', 'skola-2'].sort(),
    )
  })

  test('an organisation that goes into another closes, and its units hang below the other', () => {
    const { placements, closedOrganisations } = reorganise(
      town(),
      { kind: 'merge', unitIds: ['bolag'], into: { unitId: 'kommun' } },
      '2025-07-01',
    )
    expect(closedOrganisations).toEqual(['b'])
    expect(parentOn(placements, 'lager', '2025-07-01')).toBe('kommun')
  })

  test('a split sends what is below and the people to the parts that are told, else to the first', () => {
    const { placements, follows } = reorganise(
      town(),
      {
        kind: 'split',
        unitId: 'skola-2',
        parts: [
          { unitId: 'norr', name: 'Norr' },
          { unitId: 'syd', name: 'Syd' },
        ],
        groups: { 'health-care': 1, school: 0 },
        below: { klass: 1 },
      },
      '2025-07-01',
    )
    expect(parentOn(placements, 'klass', '2025-07-01')).toBe('syd')
    expect(follows).toEqual([
      { from: 'skola-2', to: 'syd', group: 'health-care' },
      { from: 'skola-2', to: 'norr', group: null },
    ])
  })

  test('a second change on the same day goes into the first', () => {
    const renamed = reorganise(town(), { kind: 'rename', unitId: 'klass', name: 'A' }, '2025-07-01')
    const { placements } = reorganise(
      renamed.placements,
      { kind: 'rename', unitId: 'klass', name: 'B' },
      '2025-07-01',
    )
    expect(placements.filter(({ unitId }) => unitId === 'klass').map(({ name }) => name)).toEqual([
      'klass',
      'B',
    ])
  })
})

describe('refused', () => {
  const refusals: [string, Command, Day, string][] = [
    ['a unit below itself', { kind: 'move', unitId: 'kontor', parentUnitId: 'klass' }, '2025-07-01', 'unit.circle'],
    ['where it hangs already', { kind: 'move', unitId: 'klass', parentUnitId: 'skola-2' }, '2025-07-01', 'unit.same-place'],
    ['before it was there', { kind: 'rename', unitId: 'klass', name: 'x' }, '2024-07-01', 'unit.not-yet'],
    ['a parent into its child', { kind: 'merge', unitIds: ['skola-2'], into: { unitId: 'klass' } }, '2025-07-01', 'unit.merge-downwards'],
    ['one with itself', { kind: 'merge', unitIds: ['klass'], into: { unitId: 'klass' } }, '2025-07-01', 'unit.merge-alone'],
    ['units left hanging', { kind: 'close', unitId: 'kontor', withBelow: false }, '2025-07-01', 'unit.has-below'],
    ['on its first day', { kind: 'close', unitId: 'klass', withBelow: false }, start, 'unit.opened-same-day'],
    ['a sibling of that name', { kind: 'rename', unitId: 'skola-1', name: 'skola-2' }, '2025-07-01', 'unit.name-taken'],
    ['an organisation in two', { kind: 'split', unitId: 'kommun', parts: [], groups: {}, below: {} }, '2025-07-01', 'unit.split-root'],
    ['no such unit', { kind: 'close', unitId: 'x', withBelow: false }, '2025-07-01', 'not-found'],
  ] // prettier-ignore
  test.each(refusals)('%s', (_what, command, day, code) => {
    expect(() => reorganise(town(), command, day)).toThrow(
      expect.objectContaining({ code }) as Error,
    )
  })

  test('what is below a closed unit, and a change before another that is planned', () => {
    const { placements } = reorganise(
      town(),
      { kind: 'close', unitId: 'skola-2', withBelow: true },
      '2025-07-01',
    )
    const add = (day: Day) =>
      reorganise(
        placements,
        { kind: 'add', unit: { unitId: 'ny', name: 'ny', parentUnitId: 'skola-2' } },
        day,
      )
    expect(() => add('2025-07-01')).toThrow(
      expect.objectContaining({ code: 'unit.closed' }) as Error,
    )
    expect(() => add('2025-06-30')).toThrow(
      expect.objectContaining({ code: 'unit.clash' }) as Error,
    )
    expect(() =>
      reorganise(placements, { kind: 'rename', unitId: 'skola-2', name: 'x' }, '2025-05-01'),
    ).toThrow(expect.objectContaining({ code: 'unit.closing' }) as Error)
  })
})

test('a year may be corrected until the end of March of the year after', () => {
  expect(earliestDay('2027-03-31')).toBe('2026-01-01')
  expect(earliestDay('2027-04-01')).toBe('2027-01-01')
  expect(() => checkDay('2025-12-31', '2026-11-22')).toThrow('register.day-too-early')
  expect(() => checkDay('2026-01-01', '2026-11-22')).not.toThrow()
  expect(() => checkDay('2031-11-23', '2026-11-22')).toThrow('register.day-too-late')
})

test('whatever is done in whatever order, each day has a forest, each unit one place, and earlier days stay', () => {
  const carriedOut: Record<string, number> = {}
  const steps = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 60 })), {
    minLength: 10,
    maxLength: 60,
  })
  fc.assert(
    fc.property(steps, (told) => {
      let placements = village()
      for (const [step, after] of told) {
        const day = addDays(start, after)
        const ids = newIds(step)
        const isTaken = ids.some((id) => placements.some(({ unitId }) => unitId === id))
        if (isTaken || new Set(ids).size < ids.length) continue
        try {
          const next = reorganise(placements, step, day).placements
          expect(flawsFrom(next, '2000-01-01')).toEqual([])
          for (let earlier = 0; earlier < after; earlier++) {
            const then = addDays(start, earlier)
            expect(drawn(next, then)).toEqual(drawn(placements, then))
          }
          expect(written(placements, next)).toEqual(sorted(next))
          placements = next
          carriedOut[step.kind] = (carriedOut[step.kind] ?? 0) + 1
        } catch (error) {
          if (!isRefusal(error)) throw error
        }
      }
    }),
    { numRuns: 150 },
  )
  // Each kind of change has been tried in earnest.
  for (const kind of ['found', 'add', 'rename', 'move', 'merge', 'split', 'close']) {
    expect(carriedOut[kind], kind).toBeGreaterThan(3)
  }
})

const sorted = (placements: Placement[]) => [...placements].sort((a, b) => (a.id < b.id ? -1 : 1))

/** What the rows are once the difference is written. */
function written(before: Placement[], after: Placement[]): Placement[] {
  const { deleted, ended, inserted } = differenceOf(before, after)
  const ends = new Map(ended.map(({ id, validTo }) => [id, validTo]))
  const left = before
    .filter(({ id }) => !deleted.includes(id))
    .map((row) => (ends.has(row.id) ? { ...row, validTo: ends.get(row.id)! } : row))
  return sorted([...left, ...inserted])
}
