import { expect, test } from 'vitest'
import { folded, formsOf, markedText, searchWords, snippetOf } from './search-words.ts'

const found = (pieces: { text: string; isFound: boolean }[] | undefined) =>
  pieces?.filter(({ isFound }) => isFound).map(({ text }) => text)
const whole = (pieces: { text: string }[] | undefined) => pieces?.map(({ text }) => text).join('')

test('a text is folded place for place', () => {
  expect(folded('Äktenskap, ÅLDER och Idé')).toBe('aktenskap, alder och ide')
  expect(folded('İ ß ﬁ 😀')).toHaveLength('İ ß ﬁ 😀'.length)
})

test('a search is its words, and nothing of a query’s syntax', () => {
  expect(searchWords(' Våld & "hot":* !020-57 ')).toEqual(['vald', 'hot', '020', '57'])
  // A letter and its ring written as two signs are one letter.
  expect(searchWords('a\u030alder')).toEqual(['alder'])
  expect(searchWords('&|!():*\u0000')).toEqual([])
})

test('no more than 200 characters and 12 words are read', () => {
  expect(searchWords('x'.repeat(1_000))).toEqual(['x'.repeat(200)])
  expect(searchWords('a b c d e f g h i j k l m n')).toHaveLength(12)
})

test('the ending -et, which the Swedish of PostgreSQL keeps, is told both ways', () => {
  expect(formsOf('valdet')).toEqual(['valdet', 'vald'])
  expect(formsOf('barnets')).toEqual(['barnets', 'barn'])
  expect(formsOf('vald')).toEqual(['vald', 'valdet'])
  expect(formsOf('112')).toEqual(['112'])
  expect(formsOf('et')).toEqual(['et'])
})

test('found words are marked with their own letters', () => {
  const pieces = markedText('Om äktenskapet och Äktenskap', ['aktenskap'])
  expect(found(pieces)).toEqual(['äktenskapet', 'Äktenskap'])
  expect(whole(pieces)).toBe('Om äktenskapet och Äktenskap')
})

test('what looks like markup stays text', () => {
  const text = 'Se <b>barn</b> & <script>alert(1)</script>'
  expect(whole(markedText(text, ['barn']))).toBe(text)
})

test('a snippet shows the place about the first found word, cut between words', () => {
  const before = 'ord '.repeat(100)
  const pieces = snippetOf(`${before}barnet kommer hem${' igen'.repeat(100)}`, ['barn'])
  expect(found(pieces)).toEqual(['barnet'])
  expect(whole(pieces)).toMatch(/^… ord .* barnet kommer hem igen .* igen …$/)
  expect(whole(pieces)!.length).toBeLessThan(260)
})

test('a short text is shown whole, lines made one', () => {
  expect(whole(snippetOf('Fråga\nbarnet  enskilt.', ['barn']))).toBe('Fråga barnet enskilt.')
})

test('a text without the words has no snippet', () => {
  expect(snippetOf('Något annat.', ['barn'])).toBeUndefined()
  expect(snippetOf('', ['barn'])).toBeUndefined()
})
