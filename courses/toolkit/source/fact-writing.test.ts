import { describe, expect, it } from 'vitest'
import { withWords, type SheetWords } from './fact-writing.ts'

const file = `# Ring och fråga varje kvartal.
kind: line
title: Linjen
text: >-
  Linjen ger stöd till den som behöver det. Numret är 020-50 50 50. Det är öppet
  dygnet runt.
parts:
  name: Linjen # utan "telefon"
  number: '020-50 50 50'
  hours: dygnet runt
source:
  # Det äldre häftet gäller inte.
  - title: Om oss
    publisher: "Linjen"
    address: https://linjen.example
certainty: high
toCheck: ''
lastReviewed: '2026-11-22' # av oss
reviewer: Redaktionen
nextReview: '2027-02-22'
`
const words: SheetWords = {
  title: 'Linjen',
  text: 'Linjen ger stöd till den som behöver det. Numret är 020-50 50 50. Det är öppet dygnet runt.',
  parts: { name: 'Linjen', number: '020-50 50 50', hours: 'dygnet runt' },
  source: [{ title: 'Om oss', publisher: 'Linjen', address: 'https://linjen.example' }],
  certainty: 'high',
  toCheck: '',
  validFrom: null,
  validTo: null,
  lastReviewed: '2026-11-22',
  reviewer: 'Redaktionen',
  nextReview: '2027-02-22',
}

/** The lines that went and came, in their order. */
function changed(values: Partial<SheetWords>): { gone: string[]; come: string[] } {
  const [before, after] = [file.split('\n'), withWords(file, { ...words, ...values }).split('\n')]
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
  }
}

describe('a sheet that is written anew', () => {
  it('stays to the letter where it says what is wanted', () => {
    expect(withWords(file, words)).toBe(file)
  })

  it('changes one line for one word, and keeps the comment behind it', () => {
    expect(changed({ parts: { ...words.parts, number: '020-11 22 33' } })).toEqual({
      gone: ["  number: '020-50 50 50'"],
      come: ["  number: '020-11 22 33'"],
    })
    expect(changed({ lastReviewed: '2026-12-01' })).toEqual({
      gone: ["lastReviewed: '2026-11-22' # av oss"],
      come: ["lastReviewed: '2026-12-01' # av oss"],
    })
    expect(changed({ parts: { ...words.parts, name: 'Nya linjen' } }).come).toEqual([
      '  name: Nya linjen # utan "telefon"',
    ])
  })

  it('folds a long text', () => {
    const text = 'Linjen ger stöd. '.repeat(10).trim()
    const { come } = changed({ text })
    expect(come[0]).toMatch(/^ {2}Linjen ger stöd\. .*[^ ]$/)
    expect(come.every((line) => line.length <= 100)).toBe(true)
    expect(changed({ text: 'Kort.' }).come).toEqual(['text: Kort.'])
  })

  it('gets and loses keys at their own places', () => {
    const toCheck = 'Kontrolleras före publicering: tiderna.'
    const text = withWords(file, { ...words, toCheck, validTo: '2027-12-31' })
    expect(text).toContain(
      "certainty: high\ntoCheck: 'Kontrolleras före publicering: tiderna.'\nvalidTo: '2027-12-31'\nlastReviewed",
    )
    expect(withWords(text, { ...words, toCheck })).toContain("tiderna.'\nlastReviewed")
    expect(withWords(file, { ...words, validFrom: '2026-01-01', validTo: '2027-12-31' })).toContain(
      "toCheck: ''\nvalidFrom: '2026-01-01'\nvalidTo: '2027-12-31'\nlastReviewed",
    )
  })

  it('gets and loses parts', () => {
    const { name, number } = words.parts
    expect(changed({ parts: { name: name!, number: number!, forWhom: 'alla' } })).toEqual({
      gone: ['  hours: dygnet runt'],
      come: ['  forWhom: alla'],
    })
    const bare = file.replace(/parts:\n( {2}.*\n)+/, '')
    expect(withWords(bare, words)).toContain('parts:\n  name: Linjen\n  number: 020-50 50 50\n')
  })

  it('writes its sources anew as one', () => {
    const source = [...words.source, { title: 'Kontakt', publisher: 'Någon: en annan' }]
    expect(withWords(file, { ...words, source })).toContain(
      [
        'source:',
        '  - title: Om oss',
        '    publisher: Linjen',
        '    address: https://linjen.example',
        '  - title: Kontakt',
        "    publisher: 'Någon: en annan'",
        'certainty: high',
      ].join('\n'),
    )
  })

  it.each([
    '"Citat" och \'fnutt\'',
    '# inte en kommentar',
    '- inte en lista',
    'ja: nej',
    '112',
    '*',
  ])('may say %s', (title) => {
    expect(withWords(file, { ...words, title })).toContain('title: ')
  })
})
