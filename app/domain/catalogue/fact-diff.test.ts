import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactContent } from './fact.ts'
import { changesBetween, wordDiff } from './fact-diff.ts'

const told = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}]`, new: `[+${text}]` })[kind])
    .join('')

describe('what was changed in a text', () => {
  it('is told word by word, what went before what came', () => {
    expect(told('Ring 020-50 50 50. Det är öppet.', 'Ring 020-11 22 33. Det är öppet.')).toBe(
      'Ring [-020-50 50 50. ][+020-11 22 33. ]Det är öppet.',
    )
  })

  it('is nothing where only space has changed', () => {
    expect(wordDiff('Ring  oss', 'Ring oss\n')).toEqual([{ kind: 'same', text: 'Ring oss\n' }])
    expect(wordDiff('', '')).toEqual([])
  })

  it('may be all of it', () => {
    expect(told('', 'Nytt här')).toBe('[+Nytt här]')
    expect(told('Gammalt här', '')).toBe('[-Gammalt här]')
    expect(told('ett två', 'tre')).toBe('[-ett två][+tre]')
  })

  it('keeps the words that stay between two changes', () => {
    expect(told('a b c d e', 'a x c y e')).toBe('a [-b ][+x ]c [-d ][+y ]e')
    expect(told('a b c', 'b c a')).toBe('[-a ]b c [+a]')
  })

  it('always comes to both texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (one, other) => {
        const pieces = wordDiff(one.join(' '), other.join(' '))
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join(' ')
            .split(/\s+/)
            .filter(Boolean)
        expect(without('new')).toEqual(one)
        expect(without('gone')).toEqual(other)
      }),
    )
  })
})

const content: FactContent = {
  title: 'Linje A',
  text: 'Linje A svarar.',
  parts: { number: '1', hours: 'varje dag' },
  source: [{ title: 'Om oss', publisher: 'Linje A' }],
  certainty: 'high',
  toCheck: '',
  validFrom: null,
  validTo: null,
  lastReviewed: '2026-11-01',
  reviewer: 'Redaktionen',
  nextReview: '2027-05-01',
}

describe('what differs between two versions', () => {
  it('is nothing where they say the same, in whatever order their parts are kept', () => {
    const parts = { hours: 'varje dag', number: '1' }
    expect(changesBetween(content, { ...content, parts })).toEqual([])
  })

  it('names each field and each part, and what came or went', () => {
    const after: FactContent = {
      ...content,
      parts: { number: '2', name: 'linjen' },
      source: [{ title: 'Kontakt', publisher: 'Linje A', address: 'https://a.example' }],
      validTo: '2027-01-01',
    }
    expect(changesBetween(content, after)).toEqual([
      { field: 'parts', part: 'hours', before: 'varje dag', after: '' },
      { field: 'parts', part: 'name', before: '', after: 'linjen' },
      { field: 'parts', part: 'number', before: '1', after: '2' },
      {
        field: 'source',
        before: 'Om oss, Linje A',
        after: 'Kontakt, Linje A, https://a.example',
      },
      { field: 'validTo', before: '', after: '2027-01-01' },
    ])
  })
})
