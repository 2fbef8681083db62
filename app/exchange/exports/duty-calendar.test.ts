import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { i18nOf } from '~/i18n/messages.server.ts'
import { holdClock } from '~/kernel/clock.ts'
import { dutyCalendar } from './duty-calendar.server.ts'

vi.stubEnv('APP_ORIGIN', 'https://samsyn.exempel.se')
vi.stubEnv('SECRET', 'a'.repeat(32))
beforeAll(() => holdClock(new Date('2026-11-22T10:00:00Z')))
afterAll(() => holdClock(undefined))

const module = { moduleId: 'm1', slug: 'modul', dueOn: '2026-12-01', standing: 'assigned' as const }

test('the calendar has the days to come of what is to be done, and not what it is', () => {
  const file = dutyCalendar(i18nOf('sv'), [
    module,
    { ...module, moduleId: 'm2', dueOn: '2026-11-21' },
    { ...module, moduleId: 'm3', dueOn: null },
    { ...module, moduleId: 'm4', standing: 'done' },
  ])
  expect(file.match(/^UID:.*$/gm)).toEqual(['UID:module-m1@samsyn.exempel.se'])
  expect(file).toContain('DTSTART;VALUE=DATE:20261201\r\n')
  expect(file).toContain('SUMMARY:Utbildning i Samsyn\r\n')
  expect(file).toContain('URL:https://samsyn.exempel.se/modules/modul\r\n')
})
