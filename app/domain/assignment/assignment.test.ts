import { describe, expect, test } from 'vitest'
import {
  addressOf,
  assignmentAddressSchema,
  assignmentStepSchema,
  newAssignmentOf,
} from './assignment.schema.ts'
import { checkTerms, sameAudience, type Audience, type Terms } from './assignment.ts'

const id = '0195f2a0-0000-7000-8000-000000000000'
const form = {
  intent: 'check',
  target: `track:${id}`,
  places: 'county:21',
  isMandatory: 'mandatory',
  dueOn: '2026-12-01',
}
const readForm = (change: object = {}) => {
  const read = assignmentStepSchema.parse({ ...form, ...change })
  return newAssignmentOf(read)
}

describe('the form', () => {
  test('no ticked box, one or several make a list', () => {
    expect(readForm().audience.professionGroups).toEqual([])
    expect(readForm({ professionGroups: 'school' }).audience.professionGroups).toEqual(['school'])
    const both = { professionGroups: ['school', 'student'] }
    expect(readForm(both).audience.professionGroups).toEqual(['school', 'student'])
  })

  test('the whole county goes before municipalities in it, and the nation before all', () => {
    const county = { kind: 'county', ref: '21' }
    const other = { kind: 'municipality', ref: '0580' }
    const places = ['municipality:2180', 'county:21', 'municipality:0580']
    expect(readForm({ places }).audience.places).toEqual([county, other])
    expect(readForm({ places: [...places, 'nation:'] }).audience.places).toEqual([
      { kind: 'nation', ref: '' },
    ])
  })

  test('what is missing is told at its field', () => {
    const wrong = assignmentStepSchema.safeParse({
      intent: 'check',
      target: 'track:nothing',
      isMandatory: 'mandatory',
      dueOn: '2026-02-30',
      dueDays: '0',
    })
    expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['target', 'assignment.choose-target'],
      ['places', 'assignment.choose-place'],
      ['dueOn', 'form.day'],
      ['dueDays', 'form.number'],
    ])
  })

  test('what must be done needs a day or a number of days; what is recommended does not', () => {
    const without = { ...form, dueOn: '' }
    const told = assignmentStepSchema.safeParse(without).error?.issues
    expect(told?.map(({ path }) => path)).toEqual([['dueOn']])
    expect(readForm({ dueOn: '', dueDays: '30' }).terms).toMatchObject({ dueOn: null, dueDays: 30 })
    expect(readForm({ dueOn: '', isMandatory: 'recommended' }).terms.isMandatory).toBe(false)
  })

  test('an address holds all that was chosen', () => {
    const chosen = readForm({
      places: ['municipality:2180', 'municipality:2181'],
      professionGroups: ['school', 'student'],
      onlyNew: 'on',
      personIds: id,
      dueDays: '30',
      repeatMonths: '24',
    })
    const values: Record<string, string[]> = {}
    for (const [name, value] of new URLSearchParams(addressOf(chosen))) {
      ;(values[name] ??= []).push(value)
    }
    const lists = ['places', 'professionGroups', 'personIds']
    const read = Object.fromEntries(
      Object.entries(values).map(([name, list]) => [name, lists.includes(name) ? list : list[0]]),
    )
    expect(newAssignmentOf(assignmentAddressSchema.parse(read))).toEqual(chosen)
  })
})

test('an audience is the same one in whatever order it is told', () => {
  const audience: Audience = {
    places: [
      { kind: 'county', ref: '21' },
      { kind: 'unit', ref: id },
    ],
    professionGroups: ['school', 'student'],
    onlyNew: false,
    personIds: [],
  }
  const turned = {
    ...audience,
    places: [...audience.places].reverse(),
    professionGroups: [...audience.professionGroups].reverse(),
  }
  expect(sameAudience(audience, turned)).toBe(true)
  expect(sameAudience(audience, { ...audience, onlyNew: true })).toBe(false)
  expect(sameAudience(audience, { ...audience, professionGroups: [] })).toBe(false)
})

describe('terms', () => {
  const terms: Terms = {
    isMandatory: true,
    dueOn: '2026-12-01',
    dueDays: null,
    repeatMonths: 24,
    windowDays: 60,
  }
  test.each([
    ['a day that has passed', { dueOn: '2026-11-20' }, 'assignment.day-passed'],
    ['no day at all', { dueOn: null }, 'assignment.day-missing'],
    ['a number that no form sends', { dueDays: 0 }, 'assignment.number-outside'],
    ['a window as long as the time between', { repeatMonths: 2 }, 'assignment.window-too-long'],
  ])('with %s are refused', (_, change, code) => {
    expect(() => checkTerms({ ...terms, ...change }, '2026-11-21')).toThrow(
      expect.objectContaining({ code }),
    )
  })

  test('that end today hang together', () => {
    expect(() => checkTerms({ ...terms, dueOn: '2026-11-21' }, '2026-11-21')).not.toThrow()
  })
})
