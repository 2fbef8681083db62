import { expect, test } from 'vitest'
import { addDays, dateOf } from './dates.ts'
import { easterOf, isSwedishHoliday, isWorkingDay, nextWorkingDay } from './swedish-holidays.ts'

// The almanac's own days.
test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter Sunday of %i is %s', (year, day) => {
  expect(easterOf(year)).toBe(day)
})

test('Easter is a Sunday between 22 March and 25 April, whatever the year', () => {
  for (let year = 1900; year <= 2299; year++) {
    const easter = easterOf(year)
    expect(dateOf(easter).getUTCDay()).toBe(0)
    expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
  }
})

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((day) =>
    day.startsWith(String(year)),
  )

test('the holidays of 2026 are those of its almanac', () => {
  expect(daysOf(2026).filter(isSwedishHoliday)).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-24',
    '2026-06-06',
    '2026-06-19',
    '2026-06-20',
    '2026-10-31',
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
    '2026-12-31',
  ])
})

// Swedish calendars of working days: 251 in 2024, 249 in 2025, 251 in 2026, with 6 June on a weekday or not.
test.each([
  [2024, 251],
  [2025, 249],
  [2026, 251],
])('%i has %i working days', (year, count) => {
  expect(daysOf(year).filter(isWorkingDay)).toHaveLength(count)
})

test('after Maundy Thursday the next working day is the Tuesday', () => {
  expect(nextWorkingDay('2026-04-02')).toBe('2026-04-07')
})
