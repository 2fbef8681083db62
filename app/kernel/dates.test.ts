import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, isDay } from './dates.ts'

test('a day is the Swedish one: 23.30 UTC in summer is already tomorrow', () => {
  expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(dayOf(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
})

test('a day ends with its last millisecond, in summer and winter, asked in any order', () => {
  const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']
  const midnights = { '2026-03-29': '23', '2026-10-25': '22' } as Record<string, string>
  for (const day of [...days, ...days.toReversed()]) {
    const hour = midnights[day] ?? (day < '2026-03-29' || day > '2026-10-25' ? '23' : '22')
    const begin = new Date(`${addDays(day, -1)}T${hour}:00:00Z`)
    expect(dayOf(new Date(begin.getTime() - 1))).toBe(addDays(day, -1))
    expect(dayOf(begin)).toBe(day)
  }
})

test('a day that does not exist is no day', () => {
  expect(isDay('2026-02-28')).toBe(true)
  expect(isDay('2026-02-30')).toBe(false)
  expect(isDay('2026-2-3')).toBe(false)
  expect(isDay(null)).toBe(false)
})

test('days are counted over the change to summer time', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
})

test('months are those of the calendar, and a shorter one ends on its last day', () => {
  expect(addMonths('2026-11-22', 24)).toBe('2028-11-22')
  expect(addMonths('2026-12-31', 6)).toBe('2027-06-30')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
})
