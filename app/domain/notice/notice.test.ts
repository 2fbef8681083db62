import { expect, test } from 'vitest'
import { languages } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { writeNotice, type Notice } from './notice.ts'

const site = 'https://samsyn.exempel.se'
const notices: Notice[] = [
  { kind: 'confirm-email', link: `${site}/confirm-email/abc` },
  {
    kind: 'already-registered',
    signIn: `${site}/sign-in`,
    forgotPassword: `${site}/forgot-password`,
  },
  { kind: 'reset-password', link: `${site}/reset-password/abc` },
  { kind: 'invitation', link: `${site}/invitation/abc` },
  { kind: 'merge-accounts', link: `${site}/merge-accounts/abc` },
  { kind: 'affiliation-confirmed', profile: `${site}/profile` },
  { kind: 'affiliation-declined', profile: `${site}/profile` },
  { kind: 'fault-report', page: '/courses', code: '', what: 'Knappen\nsvarar inte', contact: null },
]

const written = languages.flatMap((language) =>
  notices.map((notice) => ({
    language,
    notice,
    ...writeNotice(i18nOf(language), notice, 'support@exempel.se'),
  })),
)

test('no subject says what Samsyn is about, or names anybody', () => {
  for (const { subject } of written) {
    expect(subject).not.toMatch(/heder|våld|förtryck|honou?r|violence|oppression|\{|@/i)
    expect(subject.length).toBeLessThanOrEqual(50)
  }
})

test('every address stands on a line of its own, so that it can be pressed', () => {
  for (const { text, notice } of written) {
    const addresses = Object.values(notice).filter((value) => value?.startsWith(site))
    for (const address of addresses) expect(text.split('\n')).toContain(address)
  }
})

test('every notice says where to turn, and leaves no place unfilled', () => {
  for (const { text } of written) {
    expect(text).toContain('support@exempel.se')
    expect(text).not.toMatch(/[{}]/)
  }
})

test('the two languages say it in words of their own', () => {
  for (const { kind } of notices) {
    const texts = written.filter(({ notice }) => notice.kind === kind).map(({ text }) => text)
    expect(new Set(texts).size).toBe(2)
  }
})

test('somebody else’s words are marked line by line, and fill no places', () => {
  const what = 'Se {page}\nhttps://elak.exempel/'
  const report: Notice = {
    kind: 'fault-report',
    page: '/home',
    code: 'K7QT-M4XD',
    what,
    contact: 'kim@exempel.se',
  }
  const { text } = writeNotice(i18nOf('sv'), report, 'support@exempel.se')
  expect(text).toContain('> Se {page}\n> https://elak.exempel/')
  expect(text).toContain('kim@exempel.se')
  expect(text).toContain('Supportkod: K7QT-M4XD')
})
