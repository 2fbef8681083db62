import { expect, test } from 'vitest'
import { responseRefused } from '~/standards/scorm/cmi2004-response.ts'
import { choicesOf, interactionType, isRight, responseIn, type QuestionKey } from './response.ts'

const key = (type: QuestionKey['type'], right: string): QuestionKey => ({ id: 'q', type, right })

test.each([
  ['single', 'b', 'b', true],
  ['single', 'b', 'a', false],
  ['multiple', 'ac', 'ca', true],
  ['multiple', 'ac', 'a', false],
  ['multiple', 'ac', 'abc', false],
  ['order', 'abc', 'abc', true],
  ['order', 'abc', 'bac', false],
  ['match', 'aab', 'aab', true],
  ['match', 'aab', 'aba', false],
] as const)(
  'a %s whose right answer is %s, answered by %s, is right: %s',
  (type, right, response, is) => {
    expect(isRight(key(type, right), response)).toBe(is)
  },
)

test('choices are told in the order of their keys, each once', () => {
  expect(choicesOf(['c', 'a', 'c'])).toBe('ac')
})

test('each standard has its own signs between the parts of an answer', () => {
  expect(responseIn('1.2', 'multiple', 'ac')).toBe('a,c')
  expect(responseIn('2004', 'multiple', 'ac')).toBe('a[,]c')
  expect(responseIn('1.2', 'match', 'ba')).toBe('1.b,2.a')
  expect(responseIn('2004', 'match', 'ba')).toBe('1[.]b[,]2[.]a')
  expect(responseIn('2004', 'order', 'cab')).toBe('c[,]a[,]b')
})

test.each(['single', 'multiple', 'order', 'match'] as const)(
  'an answer to a %s is one by the letter of SCORM 2004, and as a pattern too',
  (type) => {
    const response = responseIn('2004', type, type === 'single' ? 'b' : 'bca')
    for (const isPattern of [false, true]) {
      const judging = { strict: true, isPattern }
      expect(responseRefused(interactionType(type), response, judging)).toBeUndefined()
    }
  },
)
