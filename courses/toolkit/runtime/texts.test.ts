import { expect, test } from 'vitest'
import { en, filled, sv, type TextKey } from './texts.ts'

const placesIn = (text: string) =>
  [...text.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name).sort()

test('both languages fill the same places', () => {
  for (const key of Object.keys(sv) as TextKey[]) {
    expect(placesIn(en[key]), key).toEqual(placesIn(sv[key]))
  }
})

test('a text is filled, and a place that nobody fills is seen', () => {
  expect(filled('Sida {number} av {count}', { number: 3 })).toBe('Sida 3 av {count}')
})
