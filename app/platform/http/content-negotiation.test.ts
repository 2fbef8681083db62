import { expect, test } from 'vitest'
import { preferredType } from './content-negotiation.ts'

const offered = ['application/json', 'text/csv'] as const
const prefers = (accept: string | null) => preferredType(accept, offered)

test('without a wish the first one offered is given', () => {
  for (const accept of [null, '', ' ', '*/*', 'application/json, text/csv']) {
    expect(prefers(accept)).toBe('application/json')
  }
})

test('the wish decides, by name, by group and by quality', () => {
  expect(prefers('text/csv')).toBe('text/csv')
  expect(prefers('TEXT/CSV; charset=utf-8')).toBe('text/csv')
  expect(prefers('text/*')).toBe('text/csv')
  expect(prefers('application/json;q=0.5, text/csv;q=0.8')).toBe('text/csv')
  expect(prefers('text/csv;q=0.5, */*;q=0.1')).toBe('text/csv')
})

test('the more specific range decides, and nought refuses', () => {
  expect(prefers('application/json;q=0, */*')).toBe('text/csv')
  expect(prefers('*/*;q=0.1, application/json;q=0.1, text/csv;q=0.9')).toBe('text/csv')
})

test('what is not offered cannot be had', () => {
  for (const accept of ['application/xml', 'text/csv;q=0', 'text/html, image/*', 'rubbish']) {
    expect(prefers(accept)).toBeNull()
  }
})
