import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, isDay } from './dates.ts'

test('a day is the Swedish one: 23.30 UTC in summer is already tomorrow', () => {
  expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(dayOf(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
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
