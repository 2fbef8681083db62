import { expect, test } from 'vitest'
import { acceptedLanguage } from './accepted-language.ts'

test('a browser that asks for nothing, or for neither language, gets Swedish', () => {
  expect(acceptedLanguage(null)).toBe('sv')
  expect(acceptedLanguage('')).toBe('sv')
  expect(acceptedLanguage('fi-FI,fi;q=0.9,*;q=0.5')).toBe('sv')
})

test('the first of our two languages by weight is chosen', () => {
  expect(acceptedLanguage('en-GB,en;q=0.9,sv;q=0.8')).toBe('en')
  expect(acceptedLanguage('fi,sv;q=0.9,en;q=0.8')).toBe('sv')
  expect(acceptedLanguage('sv;q=0.4, en;q=0.6')).toBe('en')
})

test('a language with the weight nought is one that the reader will not have', () => {
  expect(acceptedLanguage('en;q=0')).toBe('sv')
})
