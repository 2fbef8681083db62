import { describe, expect, it } from 'vitest'
import type { HeldFact } from './fact.ts'
import {
  countStates,
  dueDayOf,
  factStateOf,
  nextReviewFrom,
  queueOf,
  type QueuedFact,
} from './fact-state.ts'

const day = '2026-11-22'
const dated = (values: Partial<HeldFact> = {}) => ({
  nextReview: '2027-06-01',
  validTo: null,
  toCheck: '',
  ...values,
})

describe('the state of a fact', () => {
  it('is overdue from the day after its review, and soon for the thirty days before', () => {
    const on = (nextReview: string) => factStateOf(dated({ nextReview }), day)
    expect(on('2026-11-21')).toBe('overdue')
    expect(on('2026-11-22')).toBe('soon')
    // 22 November and thirty days: 22 December.
    expect(on('2026-12-22')).toBe('soon')
    expect(on('2026-12-23')).toBe('sure')
  })

  it('is overdue when what it says has ceased to hold, however far off the review is', () => {
    expect(factStateOf(dated({ validTo: '2026-11-21' }), day)).toBe('overdue')
    expect(factStateOf(dated({ validTo: '2026-11-22' }), day)).toBe('soon')
    expect(dueDayOf({ nextReview: '2027-06-01', validTo: '2027-01-01' })).toBe('2027-01-01')
    expect(dueDayOf({ nextReview: '2027-06-01', validTo: '2028-01-01' })).toBe('2027-06-01')
  })

  it('is to check where it says so itself, unless something is more urgent', () => {
    const toCheck = 'Kontrolleras före publicering: tiderna.'
    expect(factStateOf(dated({ toCheck }), day)).toBe('to-check')
    expect(factStateOf(dated({ toCheck, nextReview: '2026-12-01' }), day)).toBe('soon')
  })
})

describe('the next review', () => {
  it('is as far off as the last one was, a month at least', () => {
    const from = (lastReviewed: string, nextReview: string) =>
      nextReviewFrom({ lastReviewed, nextReview }, day)
    // 92 days, from 22 August to 22 November.
    expect(from('2026-08-22', '2026-11-22')).toBe('2027-02-22')
    expect(from('2026-11-20', '2026-11-22')).toBe('2026-12-22')
  })
})

const queued = (id: string, values: Partial<QueuedFact> = {}): QueuedFact => ({
  id,
  kind: 'line',
  title: id,
  text: 'Någon svarar.',
  parts: { number: '020-11 22 33' },
  source: [],
  certainty: 'high',
  toCheck: '',
  validFrom: null,
  validTo: null,
  lastReviewed: '2026-11-01',
  reviewer: 'Redaktionen',
  nextReview: '2027-05-01',
  number: 1,
  latestNumber: 1,
  origin: 'source',
  state: 'sure',
  dueDay: '2027-05-01',
  modules: 0,
  ...values,
})

describe('the queue', () => {
  const facts = [
    queued('sure'),
    queued('check', { state: 'to-check' }),
    queued('soon', { state: 'soon', dueDay: '2026-12-01' }),
    queued('late', { state: 'overdue', dueDay: '2026-11-01' }),
    queued('later', { state: 'overdue', dueDay: '2026-10-01' }),
  ]
  const ids = (state: QueuedFact['state'] | null, words = '') =>
    queueOf(facts, { state, words }).map(({ id }) => id)

  it('has what is about to become untrue on top, the oldest first', () => {
    expect(ids(null)).toEqual(['later', 'late', 'soon', 'check', 'sure'])
  })

  it('has what the course’s text says otherwise next after what is overdue', () => {
    const differs = queued('differs', { latestNumber: 2 })
    const all = queueOf([...facts, differs], { state: null, words: '' })
    expect(all.map(({ id }) => id)).toEqual(['later', 'late', 'differs', 'soon', 'check', 'sure'])
  })

  it('is filtered by state, and by words wherever they stand in a sheet', () => {
    expect(ids('overdue')).toEqual(['later', 'late'])
    expect(ids(null, ' LATE ')).toEqual(['later', 'late'])
    expect(ids('sure', '11 22')).toEqual(['sure'])
    expect(ids(null, 'NÅGON svarar')).toHaveLength(5)
    expect(ids(null, 'finns inte')).toEqual([])
  })

  it('is counted by state', () => {
    expect(countStates(facts)).toEqual({ overdue: 2, soon: 1, 'to-check': 1, sure: 1 })
  })
})
