import { addMonths, type Day } from '~/kernel/dates.ts'
import { Refusal } from '~/kernel/refusal.ts'

const onDay = { field: 'day' }

/**
 * The first day from which a change may still be told. Figures of a calendar year are delivered in the spring
 * after it (docs/decisions/0030): from April on, last year's tree stays as it was.
 */
export function earliestDay(today: Day): Day {
  const year = Number(today.slice(0, 4))
  return `${today.slice(5) < '04-01' ? year - 1 : year}-01-01`
}

/** How far ahead a change may be planned, in months. */
const furthestAhead = 60

/**
 * Whether a change may be told from this day.
 * @throws Refusal register.day-too-early, register.day-too-late
 */
export function checkDay(day: Day, today: Day): void {
  const earliest = earliestDay(today)
  if (day < earliest) throw new Refusal('register.day-too-early', { day: earliest }, onDay)
  checkNotTooLate(day, today)
}

/** @throws Refusal register.day-too-late */
export function checkNotTooLate(day: Day, today: Day): void {
  const latest = addMonths(today, furthestAhead)
  if (day > latest) throw new Refusal('register.day-too-late', { day: latest }, onDay)
}
