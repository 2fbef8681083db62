import { describe, expect, it } from 'vitest'
import { intakeOf, saysTheSame, type HeldFact } from './fact.ts'
import type { OutlineFact } from './module-outline.schema.ts'

const fact: OutlineFact = {
  id: 'linje-a',
  kind: 'line',
  title: 'Linje A',
  text: 'Linje A svarar varje dag.',
  parts: { number: '020-11 22 33', hours: 'varje dag' },
  source: [{ title: 'Om oss', publisher: 'Linje A' }],
  certainty: 'high',
  toCheck: '',
  validFrom: null,
  validTo: null,
  lastReviewed: '2026-11-01',
  reviewer: 'Redaktionen',
  nextReview: '2027-05-01',
}
const held = (values: Partial<HeldFact> = {}): HeldFact => ({
  ...fact,
  number: 1,
  latestNumber: 1,
  origin: 'source',
  ...values,
})

describe('taking a fact sheet in', () => {
  it('makes one that is not there', () => {
    expect(intakeOf(fact, undefined)).toBe('new')
  })

  it('leaves one that says the same, in whatever order its parts are kept', () => {
    const parts = { hours: 'varje dag', number: '020-11 22 33' }
    expect(intakeOf(fact, held({ parts, origin: 'editor' }))).toBe('unchanged')
  })

  it('lets one that nobody has changed here follow the text', () => {
    expect(intakeOf({ ...fact, text: 'Nytt.' }, held())).toBe('follows')
  })

  it('keeps what an editor has written', () => {
    expect(intakeOf(fact, held({ text: 'Rättat här.', origin: 'editor' }))).toBe('kept')
  })
})

describe('saying the same', () => {
  it.each<Partial<OutlineFact>>([
    { title: 'Linje B' },
    { text: 'Annat.' },
    { parts: { number: '020-11 22 33' } },
    { source: [{ title: 'Om oss', publisher: 'Linje A', address: 'https://a.example' }] },
    { certainty: 'low' },
    { toCheck: 'Kontrolleras före publicering: tiderna.' },
    { validFrom: '2026-01-01' },
    { validTo: '2027-01-01' },
    { lastReviewed: '2026-11-02' },
    { reviewer: 'Juristen' },
    { nextReview: '2027-06-01' },
  ])('notices %j', (change) => {
    expect(saysTheSame(fact, fact)).toBe(true)
    expect(saysTheSame(fact, { ...fact, ...change })).toBe(false)
  })
})
