import { expect, test } from 'vitest'
import { randomFrom } from '../../../prisma/seed/random.ts'
import { professionGroups } from '~/kernel/profession.ts'
import {
  attendanceWays,
  checkMayAttend,
  countChanges,
  countedSexes,
  personsPresent,
  placeIn,
  placeText,
  sumAttendance,
  type AttendanceCell,
} from './attendance.ts'

const counties = ['21', '06', '05', null]

/** So many cells of every kind, by chance. */
function cellsOf(seed: number): AttendanceCell[] {
  const random = randomFrom(seed)
  const one = <Value>(values: readonly Value[]) => values[random.whole(0, values.length - 1)]!
  return Array.from({ length: random.whole(0, 60) }, () => ({
    sessionId: one(['a', 'b', 'c']),
    way: one(attendanceWays),
    professionGroup: one(professionGroups),
    sex: one(countedSexes),
    countyCode: one(counties),
    people: random.whole(1, 40),
  }))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

test('totals are the sum of their parts, whichever way participants came', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const cells = cellsOf(seed)
    const sums = sumAttendance(cells)
    const total = sum(cells.map(({ people }) => people))
    expect(sums.total, `seed ${seed}`).toBe(total)
    for (const parts of [sums.groups, sums.counties, sums.parts]) {
      expect(sum(parts.map((part) => part.total)), `seed ${seed}`).toBe(total)
      for (const { women, men, unstated, total } of [sums, ...parts]) {
        expect(women + men + unstated, `seed ${seed}`).toBe(total)
      }
    }
    expect(sum(Object.values(sums.ways)), `seed ${seed}`).toBe(total)
    expect(sum([...sums.sessions.values()]), `seed ${seed}`).toBe(total)
  }
})

test('a part of the totals changes by what a correction says, and no other part does', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const cells = cellsOf(seed)
    const [corrected, ...others] = cells
    if (!corrected) continue
    const people = corrected.people + 1 + (seed % 5)
    const before = sumAttendance(cells)
    const after = sumAttendance([{ ...corrected, people }, ...others])
    expect(after.total - before.total).toBe(people - corrected.people)
    for (const group of after.groups) {
      const was = before.groups.find((one) => one.professionGroup === group.professionGroup)!
      const isCorrected = group.professionGroup === corrected.professionGroup
      expect(group.total - was.total).toBe(isCorrected ? people - corrected.people : 0)
    }
  }
})

test('persons are not participations: only one session tells how many persons there were', () => {
  const cell = { way: 'counted', professionGroup: 'school', sex: null, countyCode: '21' } as const
  const at = (sessionId: string, people: number) => ({ ...cell, sessionId, people })
  // 12 at one session are 12 persons.
  expect(personsPresent(sumAttendance([at('a', 12)]), 0)).toEqual({ persons: 12, isExact: true })
  // 12 and 20 are 32 participations and at least the 20 of the fuller session.
  const two = sumAttendance([at('a', 12), at('b', 20)])
  expect(two.total).toBe(32)
  expect(personsPresent(two, 0)).toEqual({ persons: 20, isExact: false })
  // 25 with a name over both are more than the fuller one held.
  expect(personsPresent(two, 25)).toEqual({ persons: 25, isExact: false })
})

test('a grid of counts changes the cells whose number is another', () => {
  const before = [
    { professionGroup: 'school', sex: 'K', people: 4 },
    { professionGroup: 'school', sex: 'M', people: 2 },
  ] as const
  const after = [
    { professionGroup: 'school', sex: 'K', people: 5 },
    { professionGroup: 'judiciary', sex: null, people: 1 },
  ] as const
  expect(countChanges(before, after)).toEqual([
    { professionGroup: 'school', sex: 'K', from: 4, to: 5 },
    { professionGroup: 'school', sex: 'M', from: 2, to: 0 },
    { professionGroup: 'judiciary', sex: null, from: 0, to: 1 },
  ])
  expect(countChanges(before, before)).toEqual([])
})

test('a place is an organisation, a municipality or not known', () => {
  const organisationId = '0190d1f2-0000-7000-8000-000000000000'
  expect(placeIn(`o:${organisationId}`)).toEqual({ organisationId })
  expect(placeIn('m:2180')).toEqual({ municipalityCode: '2180' })
  expect(placeIn('-')).toBeNull()
  for (const wrong of ['', 'm:21', 'o:x', '2180']) expect(placeIn(wrong)).toBeUndefined()
  expect(placeText({ organisationId: null, municipalityCode: '2180' })).toBe('m:2180')
  expect(placeText({ organisationId: null, municipalityCode: null })).toBe('-')
})

test('nobody is written down before the day, nor at what was cancelled', () => {
  expect(() => checkMayAttend('held', '2026-11-20', '2026-11-21')).not.toThrow()
  expect(() => checkMayAttend('planned', '2026-11-21', '2026-11-21')).not.toThrow()
  expect(() => checkMayAttend('planned', '2026-11-22', '2026-11-21')).toThrow('session-ahead')
  expect(() => checkMayAttend('cancelled', '2026-11-20', '2026-11-21')).toThrow('cancelled')
})
