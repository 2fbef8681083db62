import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test('a page of our own is led to, with its query and without its fragment', () => {
  expect(safePath('/courses/grund?page=2#top')).toBe('/courses/grund?page=2')
  expect(safePath('/')).toBe('/')
})

test('other sites are not led to, however they are written', () => {
  for (const elsewhere of [
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '/\t/example.org',
    '/\n\\example.org',
    '\\\\example.org',
    'javascript:alert(1)',
    'example.org',
  ]) {
    expect(safePath(elsewhere)).toBe('/home')
  }
})

test('a path that climbs stays on our own site', () => {
  expect(safePath('/../courses')).toBe('/courses')
  expect(safePath('/../..//example.org')).toBe('/home')
})

test('nothing asked leads home, or where the page says', () => {
  expect(safePath(null)).toBe('/home')
  expect(safePath('')).toBe('/home')
  expect(safePath(undefined, '/')).toBe('/')
})
