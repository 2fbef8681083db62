import { expect, test } from 'vitest'
import { parseScope, scopeKindsOf, scopeText } from './role-grant.ts'

test('a manager is a manager of an organisation, a trainer of a county or a catchment', () => {
  expect(scopeKindsOf('manager')).toEqual(['organisation'])
  expect(scopeKindsOf('trainer')).toEqual(['county', 'catchment'])
})

test('the national roles have no smaller scope', () => {
  for (const role of ['coordinator', 'analyst', 'editor', 'administrator'] as const) {
    expect(scopeKindsOf(role)).toEqual(['nation'])
  }
})

test('a scope survives the way through a form', () => {
  const organisation = '0193a4c0-0000-7000-8000-000000000000'
  for (const scope of [
    { kind: 'nation', ref: null },
    { kind: 'county', ref: '21' },
    { kind: 'catchment', ref: organisation },
    { kind: 'organisation', ref: organisation },
  ] as const) {
    expect(parseScope(scopeText(scope))).toEqual(scope)
  }
})

test('what is no scope is refused', () => {
  for (const text of [
    '',
    'county',
    'county:2',
    'nation:21',
    'organisation:',
    'planet:1',
    'a:b:c',
  ]) {
    expect(parseScope(text)).toBeUndefined()
  }
})
