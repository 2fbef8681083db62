import { expect, test } from 'vitest'
import { municipalityNamed, unitLinesOf } from './unit-lines.ts'

const municipalities = [
  { code: '0305', name: 'Håbo kommun', shortName: 'Håbo' },
  { code: '0643', name: 'Habo kommun', shortName: 'Habo' },
]

test('a line is a unit where the organisation is, or in the municipality after a semicolon or a tab', () => {
  expect(
    unitLinesOf('Norra huset\r\n\n Södra huset ;  Nässjö\nÖstra, gamla\tUpplands Väsby\n'),
  ).toEqual([
    { name: 'Norra huset', municipality: null },
    { name: 'Södra huset', municipality: 'Nässjö' },
    { name: 'Östra, gamla', municipality: 'Upplands Väsby' },
  ])
})

test('a semicolon with nothing after it says nothing, and a name counts once', () => {
  expect(unitLinesOf('Norra;\nNorra; Nässjö\n; Eksjö')).toEqual([
    { name: 'Norra', municipality: null },
  ])
})

test('a municipality is known by its short name, its whole name or its code, and not by another letter', () => {
  expect(municipalityNamed('habo', municipalities)).toBe('0643')
  expect(municipalityNamed(' HÅBO kommun', municipalities)).toBe('0305')
  expect(municipalityNamed('0305', municipalities)).toBe('0305')
  expect(municipalityNamed('Hab', municipalities)).toBeUndefined()
})
