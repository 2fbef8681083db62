import { addDays, dateOf, type Day } from './dates.ts'

/** Day of the week, 0 = Sunday. */
const weekday = (day: Day) => dateOf(day).getUTCDay()

/** Easter Sunday of a year (Gregorian; the Meeus/Jones/Butcher reckoning). */
export function easterOf(year: number): Day {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const leapsOfCenturies = Math.floor(century / 4)
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapsOfCenturies - moonShift + 15) % 30
  const leapYears = Math.floor((year % 100) / 4)
  const toSunday = (32 + 2 * (century % 4) + 2 * leapYears - epact - ((year % 100) % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const marchDays = epact + toSunday - 7 * late + 114
  const month = Math.floor(marchDays / 31)
  const day = (marchDays % 31) + 1
  return `${year}-0${month}-${String(day).padStart(2, '0')}`
}

/** The first such weekday on the day or after it. */
const firstFrom = (day: Day, wanted: number): Day => addDays(day, (wanted - weekday(day) + 7) % 7)

const friday = 5
const saturday = 6

/** Days in each year by month and day: public holidays, and the eves on which Sweden is closed. */
const fixed = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'])

/**
 * Whether a day is a Swedish public holiday (lagen 1989:253 om allmänna helgdagar; Sundays are so too, and are
 * not meant here), or Midsummer Eve, Christmas Eve or New Year's Eve, which semesterlagen (1977:480) puts beside.
 */
export function isSwedishHoliday(day: Day): boolean {
  if (fixed.has(day.slice(5))) return true
  const year = Number(day.slice(0, 4))
  const easter = easterOf(year)
  const moving = [
    addDays(easter, -2), // Good Friday
    easter,
    addDays(easter, 1),
    addDays(easter, 39), // Ascension
    addDays(easter, 49), // Pentecost
    firstFrom(`${year}-06-19`, friday), // Midsummer Eve
    firstFrom(`${year}-06-20`, saturday),
    firstFrom(`${year}-10-31`, saturday), // All Saints
  ]
  return moving.includes(day)
}

/** Whether people are at work on a day: Monday to Friday, no holiday. */
export function isWorkingDay(day: Day): boolean {
  return ![0, saturday].includes(weekday(day)) && !isSwedishHoliday(day)
}

/** The first working day after a day. */
export function nextWorkingDay(day: Day): Day {
  let next = addDays(day, 1)
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}
