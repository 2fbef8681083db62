import { expect, test } from 'vitest'
import { i18nOf } from '~/i18n/messages.server.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { guessActivityColumns } from './activity-columns.ts'
import { formOf, groupOf, levelOf, typeOf } from './activity-file-words.ts'
import { activityKey, readActivityRow, type ActivityReading } from './activity-row.ts'
import { activityForms, activityLevels, activityTypes } from './activity.ts'
import { placeFinder } from './named-places.ts'
import { organiserFinder } from './named-organisers.ts'

const places = placeFinder(
  [
    { code: '21', letter: 'X', name: 'Gävleborgs län', shortName: 'Gävleborg' },
    { code: '09', letter: 'I', name: 'Gotlands län', shortName: 'Gotland' },
  ],
  [
    { code: '2180', countyCode: '21', name: 'Gävle kommun', shortName: 'Gävle' },
    { code: '0980', countyCode: '09', name: 'Gotlands kommun', shortName: 'Gotland' },
    { code: '0305', countyCode: '03', name: 'Håbo kommun', shortName: 'Håbo' },
    { code: '0643', countyCode: '06', name: 'Habo kommun', shortName: 'Habo' },
  ],
)
const heads = `Rubrik;Typ;Form;Nivå;Datum;Starttid;Timmar;Lokal;Arrangör;Räknas i;Kommuner;Målgrupper;RC-delsyfte;Strategimål;Projektår;Deltagare;Skola;Skola K;Skola män;Socialtjänst`
const plain = `Heder i skolan;Föreläsning;Fysiskt;Grund;2025-03-04;13:00;2,5;Stadshuset;Länsstyrelsen;21;Gävle;Skola;1, 3;4;2025;;20;12;5;4`

const reading: ActivityReading = {
  columns: guessActivityColumns(heads.split(';')),
  places,
  findOrganiser: () => ({ id: 'organiser' }),
  home: null,
  organiserId: null,
  isFromHome: false,
  mayManage: ({ countyCode }) => countyCode === '21',
  today: '2026-11-22',
}

/** Reads the plain row with some cells said otherwise. */
function read(change: Partial<Record<string, string>> = {}, other: Partial<ActivityReading> = {}) {
  const names = heads.split(';')
  const cells = plain.split(';').map((cell, place) => change[names[place]!] ?? cell)
  return readActivityRow(cells, { ...reading, ...other })
}

const reasonOf = (change: Partial<Record<string, string>>, other?: Partial<ActivityReading>) => {
  const found = read(change, other)
  return 'reason' in found ? found.reason : 'taken'
}

test('a whole row is an activity that was held, with who came split by group and sex', () => {
  expect(read()).toEqual({
    value: {
      title: 'Heder i skolan',
      type: 'lecture',
      form: 'on-site',
      level: 'basic',
      place: 'Stadshuset',
      heldOn: '2025-03-04',
      startsAt: 780,
      endsAt: 930,
      organiserId: 'organiser',
      countyCode: '21',
      municipalityCode: null,
      from: { countyCode: null, municipalityCode: null },
      municipalityCodes: ['2180'],
      targetGroups: ['school'],
      rcPurposes: [1, 3],
      strategyGoals: [4],
      projectYear: 2025,
      // Twenty from schools, of whom twelve women and five men: three of whom nobody has said.
      counts: [
        { professionGroup: 'social-services', sex: null, people: 4 },
        { professionGroup: 'school', sex: 'K', people: 12 },
        { professionGroup: 'school', sex: 'M', people: 5 },
        { professionGroup: 'school', sex: null, people: 3 },
      ],
    },
  })
})

test.each([
  [{ Rubrik: 'ab' }, 'title-missing'],
  [{ Rubrik: 'x'.repeat(121) }, 'title-long'],
  [{ Typ: 'Fika' }, 'type-unknown'],
  [{ Typ: 'Konsultation' }, 'type-elsewhere'],
  [{ Typ: 'Webbkurs i grupp' }, 'type-elsewhere'],
  [{ Form: '' }, 'form-unknown'],
  [{ Nivå: 'hög' }, 'level-unknown'],
  [{ Lokal: '' }, 'place-missing'],
  [{ Lokal: '', Form: 'digitalt' }, 'taken'],
  [{ Datum: '4 mars' }, 'date-unreadable'],
  [{ Datum: '2026-11-23' }, 'date-ahead'],
  [{ Datum: '2026-11-22' }, 'taken'],
  [{ Starttid: 'förmiddag' }, 'start-unreadable'],
  [{ Starttid: '' }, 'taken'],
  [{ Timmar: '0' }, 'hours-unreadable'],
  [{ Timmar: '30' }, 'hours-unreadable'],
  [{ Timmar: '12' }, 'over-midnight'],
  [{ 'Räknas i': '' }, 'home-missing'],
  [{ 'Räknas i': 'Lappland' }, 'home-unknown'],
  [{ 'Räknas i': 'Gotland' }, 'home-ambiguous'],
  [{ 'Räknas i': 'Gotlands län' }, 'home-elsewhere'],
  [{ Arrangör: '' }, 'organiser-missing'],
  [{ Kommuner: 'Gävle, Storstad' }, 'municipality-unknown'],
  [{ Målgrupper: 'Astronauter' }, 'group-unknown'],
  [{ 'RC-delsyfte': '4' }, 'purpose-unknown'],
  [{ Strategimål: '1' }, 'goal-unknown'],
  [{ Projektår: '25' }, 'year-unreadable'],
  [{ Skola: 'många' }, 'count-unreadable'],
  [{ Skola: '10' }, 'counts-differ'],
  [{ Deltagare: '23' }, 'counts-differ'],
  [{ Deltagare: '24' }, 'taken'],
  [{ Skola: '', 'Skola K': '', 'Skola män': '', Socialtjänst: '' }, 'count-missing'],
])('%o is %s', (change, reason) => {
  expect(reasonOf(change as Partial<Record<string, string>>)).toBe(reason)
})

test('a number without groups is a mixed group, and none is nobody', () => {
  const none = { Skola: '', 'Skola K': '', 'Skola män': '', Socialtjänst: '' }
  const countsOf = (Deltagare: string) => {
    const found = read({ ...none, Deltagare })
    return 'value' in found ? found.value.counts : found.reason
  }
  expect(countsOf('30')).toEqual([{ professionGroup: 'mixed', sex: null, people: 30 }])
  expect(countsOf('0')).toEqual([])
})

test('participants are from nowhere, unless their bringer says that they worked where it counts', () => {
  const home = { countyCode: '21', municipalityCode: '2180' }
  expect(read({ 'Räknas i': '2180' }, { isFromHome: true })).toMatchObject({
    value: { from: home },
  })
  expect(reasonOf({ 'Räknas i': '' }, { home })).toBe('taken')
})

test('places keep their marks, and numbers the zeros that a spreadsheet took', () => {
  expect([places.municipality('håbo'), places.municipality('HABO')]).toEqual(['0305', '0643'])
  expect([places.county('9'), places.municipality('305')]).toEqual(['09', '0305'])
  expect(places.home('980')).toEqual({ countyCode: '09', municipalityCode: '0980' })
  expect(places.home('Hela landet')).toEqual({ countyCode: null, municipalityCode: null })
})

test('of organisers with one name it is the one at home, and one that is open', () => {
  const made = (id: string, countyCode: string, isOpen = true) => ({
    ...{ id, countyCode, isOpen, municipalityCode: null, name: 'jouren' },
  })
  const home = { countyCode: '21', municipalityCode: null }
  const find = (...named: ReturnType<typeof made>[]) => organiserFinder(named)('Jouren ', home)
  expect(find(made('a', '21'), made('b', '03'))).toEqual({ id: 'a' })
  expect(find(made('a', '21', false), made('b', '21'))).toEqual({ id: 'b' })
  expect(find(made('a', '21'), made('b', '21'))).toBe('ambiguous')
  expect(find()).toBe('unknown')
})

test('every word that the pages use is known in files, in both languages', () => {
  for (const { t } of [i18nOf('sv'), i18nOf('en')]) {
    for (const type of activityTypes) expect(typeOf(t(`activity.type.${type}`))).toBe(type)
    for (const form of activityForms) expect(formOf(t(`activity.form.${form}`))).toBe(form)
    for (const level of activityLevels) expect(levelOf(t(`activity.level.${level}`))).toBe(level)
    for (const group of professionGroups) expect(groupOf(t(`profession.${group}`))).toBe(group)
  }
})

test('the key is the same whatever the case and the spaces of the title', () => {
  const keyOf = (Rubrik: string) => {
    const found = read({ Rubrik })
    return 'value' in found ? activityKey(found.value) : ''
  }
  expect(keyOf('  HEDER  i skolan')).toBe(keyOf('Heder i skolan'))
})
