import { expect, test } from 'vitest'
import { calendarFile, type CalendarEntry } from './calendar-file.ts'

const entry: CalendarEntry = {
  uid: 'duty-1',
  title: 'Utbildning i Samsyn',
  day: '2026-12-31',
  hours: null,
  changedAt: new Date('2026-11-22T10:20:30.400Z'),
}
const file = (change: Partial<CalendarEntry> = {}) =>
  calendarFile('samsyn.exempel.se', [{ ...entry, ...change }])
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

test('a day is a whole one, ends where the next begins, and leaves the hours free', () => {
  const lines = linesOf(file())
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231')
  expect(lines).toContain('DTEND;VALUE=DATE:20270101')
  expect(lines).toContain('TRANSP:TRANSPARENT')
  expect(lines).toContain('UID:duty-1@samsyn.exempel.se')
  expect(lines).toContain('DTSTAMP:20261122T102030Z')
  expect(lines).not.toContain('BEGIN:VTIMEZONE')
})

test('hours are Swedish ones, with the time zone told', () => {
  const lines = linesOf(file({ hours: { startsAt: 9 * 60 + 5, endsAt: 16 * 60 } }))
  expect(lines).toContain('DTSTART;TZID=Europe/Stockholm:20261231T090500')
  expect(lines).toContain('DTEND;TZID=Europe/Stockholm:20261231T160000')
  expect(lines).toContain('TZID:Europe/Stockholm')
})

test('what is changed later goes before what was said earlier', () => {
  const sequenceOf = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])
  const later = file({ changedAt: new Date('2026-11-22T10:20:31.400Z'), isCancelled: true })
  expect(sequenceOf(later)).toBeGreaterThan(sequenceOf(file()))
  expect(linesOf(later)).toContain('STATUS:CANCELLED')
})

test('words are written so that they end no line and part no list', () => {
  const text = file({ note: 'Ta med: penna; block, dator\\laddare\nEND:VEVENT' })
  expect(linesOf(text)).toContain(
    'DESCRIPTION:Ta med: penna\\; block\\, dator\\\\laddare\\nEND:VEVENT',
  )
  expect(linesOf(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1)
})

test('no line is longer than 75 octets, none tears a letter, and all end with CRLF', () => {
  const note = 'Åäö 👩‍🏫 '.repeat(40)
  const text = file({ note })
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toContain('\uFFFD')
  }
  expect(linesOf(text)).toContain(`DESCRIPTION:${note}`)
})
