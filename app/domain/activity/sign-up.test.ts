import { expect, test } from 'vitest'
import { languages } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { pageStateOn, placesLeft, signUpNews, usualClosing } from './sign-up.ts'

const page = { status: 'planned', closesOn: '2026-11-20', lastOn: '2026-11-28' } as const

test('a page takes sign-ups until and with its closing day, and none for what has been', () => {
  expect(pageStateOn({ ...page, today: '2026-11-20' })).toBe('open')
  expect(pageStateOn({ ...page, today: '2026-11-21' })).toBe('closed')
  expect(pageStateOn({ ...page, today: '2026-11-29' })).toBe('over')
  expect(pageStateOn({ ...page, closesOn: '2026-12-31', today: '2026-11-29' })).toBe('over')
})

test('what is cancelled is so, and what is held is over, whatever the day', () => {
  expect(pageStateOn({ ...page, status: 'cancelled', today: '2026-11-01' })).toBe('cancelled')
  expect(pageStateOn({ ...page, status: 'held', today: '2026-11-01' })).toBe('over')
})

test('places run out and never become fewer than none; without a number there are always more', () => {
  expect(placesLeft(20, 19)).toBe(1)
  expect(placesLeft(20, 20)).toBe(0)
  expect(placesLeft(20, 25)).toBe(0)
  expect(placesLeft(null, 4000)).toBeNull()
})

test('the closing day that is proposed is the day before, and never one that has been', () => {
  expect(usualClosing('2026-11-28', '2026-11-27', '2026-11-20')).toBe('2026-11-27')
  expect(usualClosing('2026-11-28', '2026-11-27', '2026-11-28')).toBe('2026-11-28')
})

test('no subject about a sign-up says what it is about', () => {
  for (const language of languages) {
    for (const news of signUpNews) {
      const subject = i18nOf(language).t(`sign-up.mail.${news}.subject`)
      expect(subject).not.toMatch(/heder|våld|förtryck|honou?r|violence|oppression|\{|@/i)
      expect(subject.length).toBeLessThanOrEqual(50)
    }
  }
})
