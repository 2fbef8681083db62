import { addDays, type Day } from '~/kernel/dates.ts'

/** Something that stands in a calendar: a whole day, or from one time to another of a day. */
export interface CalendarEntry {
  /** The same for the same thing each time, so that a calendar changes it instead of adding one: "duty-…". */
  uid: string
  /** Neutral: others may see it on a screen. */
  title: string
  note?: string
  place?: string
  /** A whole address. */
  url?: string
  day: Day
  /** Minutes from midnight, Swedish time; null: the whole day. */
  hours: { startsAt: number; endsAt: number } | null
  /** When it was last changed. */
  changedAt: Date
  isCancelled?: boolean
}

/** RFC 5545, 3.1: a line holds at most 75 octets, its break not counted. */
const longestLine = 75

/** When Swedish clocks change (Directive 2000/84/EC), for calendars that do not know the name. */
const stockholm = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Stockholm',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

/**
 * A calendar file (RFC 5545) that calendars take in as entries of their own. It takes no time from anybody's
 * day where it is about a whole one.
 * @param host whose uids they are: "samsyn.example.se"
 */
export function calendarFile(host: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samsyn//Samsyn//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(entries.some(({ hours }) => hours) ? stockholm : []),
    ...entries.flatMap((entry) => linesOf(host, entry)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf(host: string, entry: CalendarEntry): string[] {
  const { uid, title, note, place, url, changedAt, isCancelled = false } = entry
  const stamp = compact(changedAt.toISOString().slice(0, 19))
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@${host}`,
    `DTSTAMP:${stamp}Z`,
    `LAST-MODIFIED:${stamp}Z`,
    // A later change goes before an earlier one.
    `SEQUENCE:${Math.floor(changedAt.getTime() / 1000) % 2_000_000_000}`,
    ...timesOf(entry),
    `SUMMARY:${escaped(title)}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

function timesOf({ day, hours }: CalendarEntry): string[] {
  if (hours === null) {
    return [
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      'TRANSP:TRANSPARENT',
    ]
  }
  const at = (minutes: number) => {
    const of = (number: number) => String(number).padStart(2, '0')
    return `${compact(day)}T${of(Math.floor(minutes / 60))}${of(minutes % 60)}00`
  }
  return [
    `DTSTART;TZID=Europe/Stockholm:${at(hours.startsAt)}`,
    `DTEND;TZID=Europe/Stockholm:${at(hours.endsAt)}`,
  ]
}

const compact = (written: string) => written.replace(/[-:]/g, '')

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

/** Breaks a long line so that no character is torn: the rest goes on after a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > longestLine) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** The answer that a browser hands to the calendar. */
export function calendarAnswer(body: string, fileName: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
