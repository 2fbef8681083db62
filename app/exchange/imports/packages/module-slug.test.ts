import { expect, test } from 'vitest'
import { moduleSlugOf } from './module-slug.ts'

test.each([
  ['Samtalets grunder', 'samtalets-grunder'],
  ['Öva på ”frågor” – del 2!', 'ova-pa-fragor-del-2'],
  ['x'.repeat(200), 'x'.repeat(54)],
  ['Heder och ansvar', 'modul-1'],
  ['Samtal om v å l d', 'modul-1'],
  ['日本語', 'modul-1'],
  ['', 'modul-1'],
])('the title %j gives the address %s', (title, slug) => {
  expect(moduleSlugOf(title, new Set())).toBe(slug)
})

test('an address that is taken gets a number', () => {
  expect(moduleSlugOf('Kurs', new Set(['kurs']))).toBe('kurs-2')
  expect(moduleSlugOf('Kurs', new Set(['kurs', 'kurs-2']))).toBe('kurs-3')
  expect(moduleSlugOf('Heder', new Set(['modul-1', 'modul-2']))).toBe('modul-3')
})
