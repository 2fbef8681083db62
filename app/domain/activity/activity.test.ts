import { expect, test } from 'vitest'
import { formValues } from '~/kernel/form-values.ts'
import { activityQueryOf } from './activity-list.ts'
import { activitySchema } from './activity.schema.ts'
import {
  bySessionTime,
  checkActivity,
  checkStatusChange,
  codeIn,
  codeOf,
  homeChoice,
  homeOf,
  hoursOf,
  minutesOf,
  timeOf,
  type ActivityStatus,
} from './activity.ts'

const fields = {
  type: 'lecture',
  form: 'on-site',
  level: 'basic',
  title: 'Föreläsning för skolan',
  place: 'Stadshuset',
  home: '2180',
  organiserId: '0190d1f2-0000-4000-8000-000000000000',
  targetGroups: ['school', 'social-services'],
  rcPurposes: '3',
  'day-1': '2026-11-28',
  'start-1': '13:00',
  'end-1': '16:00',
}

const read = (more: Record<string, string | string[]> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...more })) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return activitySchema.safeParse(formValues(form))
}

const errorsOf = (more: Record<string, string | string[]>) => {
  const { error } = read(more)
  return error?.issues.map(({ path, message }) => [path[0], message])
}

test('a form says what, where, for whom and when', () => {
  const { data } = read({ 'day-2': '2026-11-21', 'start-2': '09:00', 'end-2': '10:30' })
  expect(data?.values).toMatchObject({
    countyCode: '21',
    municipalityCode: '2180',
    targetGroups: ['school', 'social-services'],
    rcPurposes: [3],
    strategyGoals: [],
    projectYear: null,
    opensBefore: 60,
  })
  // In the order in which they are held, whatever row they stand in.
  expect(data?.sessions).toEqual([
    { id: null, heldOn: '2026-11-21', startsAt: 540, endsAt: 630 },
    { id: null, heldOn: '2026-11-28', startsAt: 780, endsAt: 960 },
  ])
})

test('what looks like a personal identity number stands neither in the title nor in the place', () => {
  const number = '19640823-3234'
  expect(errorsOf({ title: `Om ${number}` })).toEqual([['title', 'activity.personal-number']])
  expect(errorsOf({ place: number })).toEqual([['place', 'activity.personal-number']])
})

test('a session has a day and ends after it begins', () => {
  expect(errorsOf({ 'day-1': '2026-02-30' })).toEqual([['day-1', 'form.day']])
  expect(errorsOf({ 'start-1': '25:00' })).toEqual([['start-1', 'activity.time']])
  expect(errorsOf({ 'end-1': '12:59' })).toEqual([['end-1', 'activity.ends-before']])
  expect(errorsOf({ 'day-1': '', 'start-1': '', 'end-1': '' })).toEqual([
    ['day-1', 'form.required'],
  ])
})

test('a home is the nation, a county or a municipality', () => {
  for (const choice of ['nation', '21', '2180']) expect(homeChoice(homeOf(choice))).toBe(choice)
  expect(homeOf('2180')).toEqual({ countyCode: '21', municipalityCode: '2180' })
})

test('times and codes are read as people write them', () => {
  expect([minutesOf('09:30'), minutesOf('24:00'), minutesOf('9:30')]).toEqual([570, null, null])
  expect(timeOf(570)).toBe('09:30')
  expect([codeIn('123 456'), codeIn('12345'), codeIn(undefined)]).toEqual(['123456', null, null])
  expect([codeOf(0), codeOf(7_000_042)]).toEqual(['000000', '000042'])
})

test('hours are the sum over the sessions, which stand in the order of their days', () => {
  const morning = { heldOn: '2026-11-21', startsAt: 540, endsAt: 630 }
  const later = { heldOn: '2026-11-20', startsAt: 780, endsAt: 960 }
  expect(hoursOf([morning, later])).toBe(4.5)
  expect([morning, later].sort(bySessionTime)).toEqual([later, morning])
})

test('a group session names its module, and only what is digital has no place', () => {
  const lecture = { type: 'lecture', form: 'digital', place: null, moduleId: null } as const
  expect(() => checkActivity(lecture)).not.toThrow()
  expect(() => checkActivity({ ...lecture, type: 'course-group' })).toThrow('module-missing')
  expect(() => checkActivity({ ...lecture, form: 'hybrid' })).toThrow('place-missing')
})

test('what is planned is held or cancelled on a day that has come, and can be opened again', () => {
  const day = { today: '2026-11-21', firstOn: '2026-11-20' }
  const change = (from: ActivityStatus, to: ActivityStatus, on: string) => () =>
    checkStatusChange({ from, to, on, ...day })
  expect(change('planned', 'held', '2026-11-20')).not.toThrow()
  expect(change('planned', 'held', '2026-11-19')).toThrow('activity.not-begun')
  expect(change('planned', 'held', '2026-11-22')).toThrow('activity.day-ahead')
  expect(change('planned', 'cancelled', '2026-11-01')).not.toThrow()
  expect(change('held', 'cancelled', '2026-11-21')).toThrow('activity.status-unchanged')
  expect(change('cancelled', 'planned', '2026-11-21')).not.toThrow()
})

test('a list shows the latest first, unless its address says otherwise', () => {
  expect(activityQueryOf('http://x/activities')).toMatchObject({ sort: 'when', isDescending: true })
  const asked = activityQueryOf('http://x/activities?sort=title&county=nation&type=nonsense')
  expect(asked).toMatchObject({ sort: 'title', isDescending: false })
  expect(asked.filters).toMatchObject({ county: ['nation'], type: [] })
})
