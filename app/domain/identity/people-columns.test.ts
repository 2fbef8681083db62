import { expect, test } from 'vitest'
import { guessColumns, headsToRemember } from './people-columns.ts'

test.each([
  [
    'as a Swedish personnel system has it',
    ['Anst.nr', 'Förnamn', 'Efternamn', 'E-post', 'Enhet', 'Befattning', 'Anställd fr.o.m.'],
    {
      employerNumber: 0,
      givenName: 1,
      familyName: 2,
      email: 3,
      unit: 4,
      profession: 5,
      from: 6,
    },
  ],
  [
    'in English, in another order',
    ['Last name', 'First name', 'Email address', 'Department', 'End date'],
    { familyName: 0, givenName: 1, email: 2, unit: 3, to: 4 },
  ],
])('columns are found by their heads, %s', (_what, heads, expected) => {
  expect(guessColumns(heads, [])).toEqual(expected)
})

test('addresses show themselves where no head does', () => {
  const rows = [
    ['a', 'kim@exempel.se'],
    ['b', 'alex@exempel.se'],
    ['@', ''],
  ]
  expect(guessColumns(['Namn', 'Kontakt'], rows)).toEqual({ email: 1 })
})

test('what the organisation said last time goes before what the heads say', () => {
  const heads = ['Enhet', 'Kostnadsställe', 'E-post']
  const said = headsToRemember(heads, { unit: 1, email: 2 })
  expect(guessColumns(heads, [], said)).toEqual({ unit: 1, email: 2 })
})

test('a field is found once', () => {
  expect(guessColumns(['Mejl', 'E-post'], [])).toEqual({ email: 0 })
})
