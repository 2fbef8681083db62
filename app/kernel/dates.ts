import { now } from './clock.ts'

/** A Swedish calendar day, "2026-11-21". */
export type Day = string

const inStockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const hourMs = 3_600_000
let latest: { hour: number; day: Day } | undefined

/** The Swedish calendar day at a moment. */
export function dayOf(moment: Date): Day {
  // Since 1900 Sweden's days begin with a whole hour of UTC, so that every moment of an hour has one answer.
  const hour = Math.floor(moment.getTime() / hourMs)
  if (latest?.hour !== hour) latest = { hour, day: inStockholm.format(moment) }
  return latest.day
}

export function today(): Day {
  return dayOf(now())
}

/** Whether a string is a day that exists ("2026-02-30" is not one). */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value
}

/** The day as PostgreSQL's `date` wants it through Prisma: midnight UTC. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A `date` column's value (midnight UTC) as a day. */
export function dayOfDate(date: Date): Day {
  return date.toISOString().slice(0, 10)
}

export function addDays(day: Day, days: number): Day {
  return new Date(dateOf(day).getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000)
}

/** The same day of the month so many months later; where that month is shorter, its last: 31 January + 1 is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const date = dateOf(day)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0)
  if (dayOfMonth < date.getUTCDate()) date.setUTCDate(dayOfMonth)
  return dayOfDate(date)
}
