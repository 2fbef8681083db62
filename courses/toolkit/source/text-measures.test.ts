import { describe, expect, it } from 'vitest'
import { countText, lixOf, sentencesOf } from './text-measures.ts'

const count = (...texts: string[]) => countText(texts.map((text) => ({ text })))

describe('words and sentences', () => {
  it('counts runs of letters and digits, and those of more than six', () => {
    // En, 15, åring, ringde, socialtjänsten: "ringde" has six letters and is short.
    expect(count('En 15-åring ringde socialtjänsten.')).toEqual({
      words: 5,
      longWords: 1,
      sentences: 1,
    })
  })

  it('ends a sentence at . ! ? and : and at the end of each piece', () => {
    expect(count('Vad gör du? Så här: ring. Nu!', 'En rubrik').sentences).toBe(5)
  })

  it('ends none within a number, a time, a shortening or an ending behind a colon', () => {
    expect(sentencesOf('Kl. 7.30 och 10:30 gäller t.ex. EU:s regler')).toEqual([
      'Kl',
      '7.30 och 10:30 gäller t.ex',
      'EU:s regler',
    ])
  })

  it('ends one before a closing quotation mark', () => {
    expect(sentencesOf('Hon sa: ”Jag vill inte.” Sedan gick hon.')).toEqual([
      'Hon sa',
      'Jag vill inte',
      'Sedan gick hon',
    ])
  })

  it('finds no sentence where there is no word', () => {
    expect(count('… ? !')).toEqual({ words: 0, longWords: 0, sentences: 0 })
  })
})

describe('LIX', () => {
  it('is words a sentence plus per cent of long words', () => {
    // Ten words in two sentences: 5. Two long ones (kuratorn, berättar) of ten: 20 per cent.
    expect(lixOf(count('Hon går till kuratorn och berättar. Ingen där hemma vet.'))).toBe(25)
  })

  it('is nothing where there are no words', () => {
    expect(lixOf(count())).toBe(0)
  })

  it('has one decimal', () => {
    // Three words in one sentence, one of them long: 3 + 33.33.
    expect(lixOf(count('Larma alla människor.'))).toBe(36.3)
  })
})
