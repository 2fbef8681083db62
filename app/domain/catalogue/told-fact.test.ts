import { expect, test } from 'vitest'
import { helpLinesOf } from './help-line.ts'
import { lettersOf } from './library.ts'
import { libraryPath, partOfPath } from './module-page.ts'
import { citedFacts, dialled, factWords, type ToldFact } from './told-fact.ts'

const fact = (id: string, parts: Record<string, string> = {}): ToldFact => ({
  id,
  kind: 'line',
  title: id,
  text: `Om ${id}.`,
  parts,
  source: [],
  isUnsure: false,
  lastReviewed: '2026-11-22',
})

test('a citation says what the sheet says now, whole or in part', () => {
  const facts = { linje: fact('linje', { number: '112' }) }
  expect(factWords(facts, { fact: 'linje', text: 'förr' })).toBe('Om linje.')
  expect(factWords(facts, { fact: 'linje.number', text: '113' })).toBe('112')
})

test('where the sheet has no such words, those that came with the text stand', () => {
  expect(factWords({}, { fact: 'linje.number', text: '113' })).toBe('113')
  expect(factWords({ linje: fact('linje') }, { fact: 'linje.hours', text: 'alltid' })).toBe(
    'alltid',
  )
})

test('facts are found in lists, boxes and quotes, each once', () => {
  const cited = (id: string) => ({ kind: 'paragraph' as const, line: [{ fact: id, text: '' }] })
  expect(
    citedFacts([
      cited('a.number'),
      { kind: 'list', isOrdered: false, items: [[cited('b')], [cited('a')]] },
      { kind: 'quote', blocks: [cited('c')] },
      {
        kind: 'box',
        title: [{ fact: 'd.name', text: '' }],
        blocks: [{ kind: 'checks', items: [[cited('e')]] }],
      },
    ]),
  ).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('facts are found in what is asked, answered, chosen, thought over and shown', () => {
  const line = (id: string) => [{ fact: id, text: '' }]
  const cited = (id: string) => ({ kind: 'paragraph' as const, line: line(id) })
  const choice = {
    line: line('k'),
    judgement: 'good' as const,
    consequence: [cited('l')],
    to: null,
  }
  expect(
    citedFacts([
      { kind: 'picture', alternative: 'En telefon.', caption: [cited('a')] },
      { kind: 'reflection', title: line('b'), blocks: [cited('c')] },
      {
        kind: 'question',
        type: 'single',
        asked: line('d'),
        answers: [{ line: line('e'), isRight: true, feedback: [cited('f')] }],
        pairs: [{ left: line('g'), right: '' }],
        feedback: [cited('h')],
      },
      { kind: 'case', title: line('i'), scenes: [{ blocks: [cited('j')], choices: [choice] }] },
    ]).join(''),
  ).toBe('abcdefghijkl')
})

test('only a number alone is dialled', () => {
  expect(dialled('020-57 70 70')).toBe('tel:020577070')
  expect(dialled('+46 8 405 50 05')).toBe('tel:+4684055005')
  expect(dialled('chatt på ungarelationer.se')).toBeUndefined()
})

test('lines stand by whom they answer, the best known first, the others by name', () => {
  const number = { number: '1' }
  const lines = helpLinesOf(
    [
      'linje-nch',
      'linje-terrafem',
      'linje-bris',
      'linje-ny',
      'larm-112',
      'linje-ratt-att-valja',
    ].map((id) => fact(id, number)),
  )
  expect(lines.acute.map(({ id }) => id)).toEqual(['larm-112'])
  expect(lines.professional.map(({ id }) => id)).toEqual(['linje-nch'])
  expect(lines.exposed.map(({ id }) => id)).toEqual([
    'linje-ratt-att-valja',
    'linje-bris',
    'linje-ny',
    'linje-terrafem',
  ])
})

test('a sheet without a number is no line', () => {
  expect(helpLinesOf([fact('linje-utan')]).exposed).toEqual([])
})

test('words stand A to Ö, whatever case they begin with', () => {
  const words = ['ödla', 'apa', 'Ämne', 'Anmälan', 'ål'].map((term) => ({
    courseSlug: 'kurs',
    slug: term,
    term,
    text: '',
  }))
  expect(
    lettersOf(words).map(({ letter, entries }) => [letter, ...entries.map(({ term }) => term)]),
  ).toEqual([
    ['A', 'Anmälan', 'apa'],
    ['Å', 'ål'],
    ['Ä', 'Ämne'],
    ['Ö', 'ödla'],
  ])
})

test('an address in the library names its part', () => {
  expect(libraryPath('modul', { kind: 'checklist', slug: 'lista' })).toBe('/library/modul/lista')
  expect(libraryPath('modul', { kind: 'guide', slug: 'vad-som' })).toBe('/library/modul/guide')
  expect(partOfPath('guide')).toEqual({ kind: 'guide', slug: null })
  expect(partOfPath('lista')).toEqual({ kind: 'checklist', slug: 'lista' })
})
