import { expect, test } from 'vitest'
import { languages } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { optionalOf, writeDutyNotice, type WordedPart } from './write-duty-notice.ts'

const site = 'https://samsyn.exempel.se'
const links = {
  home: `${site}/home`,
  calendar: `${site}/home/calendar.ics`,
  unsubscribe: `${site}/unsubscribe/abc`,
  moduleOf: (slug: string) => `${site}/modules/${slug}`,
}
const part = (change: Partial<WordedPart> = {}): WordedPart => ({
  moduleId: 'm',
  dueOn: '2026-12-01',
  isMandatory: true,
  stage: 'assigned',
  isReminder: false,
  slug: 'modul',
  titleSv: 'Hedersrelaterat våld och förtryck',
  titleEn: 'Honour-related violence',
  minutes: 20,
  isAgain: false,
  issuer: { kind: 'county', name: 'Gävleborg' },
  ...change,
})
/** Days hold spaces that do not break. */
const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const written = (parts: WordedPart[], language: 'sv' | 'en' = 'sv') =>
  writeDutyNotice(i18nOf(language), parts, links, 'support@exempel.se')
const textOf = (...of: Parameters<typeof written>) => plain(written(...of).text)

test('no subject says what it is about, whatever it tells of', () => {
  for (const language of languages) {
    for (const stage of ['assigned', 'soon', 'close', 'late'] as const) {
      for (const isReminder of [true, false]) {
        const { subject } = written([part({ stage, isReminder })], language)
        expect(subject).not.toMatch(/heder|våld|förtryck|honou?r|violence|oppression|[{}@]/i)
        expect(subject.length).toBeLessThanOrEqual(50)
      }
    }
  }
})

test('it says what, whether it must be done, by when, how long and by whom, with a link on its own line', () => {
  const text = textOf([part()])
  expect(text).toContain(`Hedersrelaterat våld och förtryck
Obligatoriskt. Klart senast 1 dec. 2026. Tar ungefär 20 minuter.
Från: Länsstyrelsen Gävleborg.
${site}/modules/modul
`)
  expect(text.split('\n')).toEqual(expect.arrayContaining([links.home, links.calendar]))
  expect(text).not.toMatch(/[{}]/)
})

test('what is late stands before what is due and what is new, and gives the subject', () => {
  const parts = [
    part({ stage: 'late', dueOn: '2026-09-01', slug: 'a' }),
    part({ stage: 'close', slug: 'b' }),
    part({ dueOn: null, slug: 'c' }),
  ]
  const { subject, text } = written(parts, 'en')
  expect(subject).toBe('Training: the day has passed')
  expect(text.match(/\/modules\/./g)).toEqual(['/modules/a', '/modules/b', '/modules/c'])
  expect(plain(text)).toContain('Was due by 1 Sept 2026.')
})

test('only a mail with something recommended can be said no to', () => {
  const recommended = part({ isMandatory: false })
  expect(written([part()]).text).not.toContain(links.unsubscribe)
  expect(written([part(), recommended]).text.split('\n')).toContain(links.unsubscribe)
  expect([[part()], [part(), recommended], [recommended]].map(optionalOf)).toEqual([
    'none',
    'some',
    'all',
  ])
})
