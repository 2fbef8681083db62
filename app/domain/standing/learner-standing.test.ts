import { describe, expect, test } from 'vitest'
import { homeOf, standingOf, type LearnerFacts, type LearnerModule } from './learner-standing.ts'

const today = '2026-11-21'
const nothing: LearnerFacts = {
  dueOn: null,
  isMandatory: null,
  isAgain: false,
  isBegun: false,
  completedOn: null,
}
/** What has a day must be done, unless told otherwise. */
const factsOf = (facts: Partial<LearnerFacts>): LearnerFacts => ({
  ...nothing,
  ...(facts.dueOn && { isMandatory: true }),
  ...facts,
})

describe('where a learner stands with a module', () => {
  const standing = (facts: Partial<LearnerFacts>) => standingOf(factsOf(facts), today)

  test('nowhere, when it is neither given nor begun', () => {
    expect(standing({})).toBeNull()
  })

  test('assigned up to and with its due day, late from the day after', () => {
    expect(standing({ dueOn: '2026-11-21' })).toBe('assigned')
    expect(standing({ dueOn: '2026-11-20' })).toBe('late')
  })

  test('begun, whether it was assigned or not; but late is late also when it is begun', () => {
    expect(standing({ isBegun: true })).toBe('begun')
    expect(standing({ isBegun: true, dueOn: '2026-12-01' })).toBe('begun')
    expect(standing({ isBegun: true, dueOn: '2026-11-01' })).toBe('late')
  })

  test('done, also when it was done after its due day', () => {
    expect(standing({ dueOn: '2026-11-01', completedOn: '2026-11-15' })).toBe('done')
  })

  test('asked for again, what was done is assigned once more, and late after its day', () => {
    const again = { isMandatory: true, isAgain: true, isBegun: true, completedOn: '2024-11-30' }
    expect(standing({ ...again, dueOn: '2026-11-30' })).toBe('assigned')
    expect(standing({ ...again, dueOn: '2026-11-20' })).toBe('late')
  })

  test('never late with what is only recommended', () => {
    expect(standing({ isMandatory: false, dueOn: '2026-11-20' })).toBe('assigned')
  })
})

describe("a learner's home", () => {
  const module = (slug: string, facts: Partial<LearnerFacts>): LearnerModule =>
    ({
      slug,
      ...factsOf(facts),
      standing: standingOf(factsOf(facts), today),
    }) as LearnerModule

  test('puts the late first, the latest of all at the top, then by due day, then what was begun freely', () => {
    const home = homeOf([
      module('free', { isBegun: true }),
      module('soon', { dueOn: '2026-12-01' }),
      module('later', { dueOn: '2027-01-01', isBegun: true }),
      module('late', { dueOn: '2026-11-10' }),
      module('latest', { dueOn: '2026-10-01', isBegun: true }),
    ])
    expect(home.next?.slug).toBe('latest')
    expect(home.rest.map(({ slug }) => slug)).toEqual(['late', 'soon', 'later', 'free'])
  })

  test('puts what is recommended apart, until it is begun', () => {
    const home = homeOf([
      module('extra', { isMandatory: false }),
      module('begun', { isMandatory: false, isBegun: true }),
    ])
    expect(home.next?.slug).toBe('begun')
    expect(home.recommended.map(({ slug }) => slug)).toEqual(['extra'])
  })

  test('of two due the same day puts the one that is begun first', () => {
    const due = { dueOn: '2026-12-01' }
    const home = homeOf([module('a', due), module('b', { ...due, isBegun: true })])
    expect(home.next?.slug).toBe('b')
  })

  test('shows what is done newest first, and leaves out what is neither given nor begun', () => {
    const home = homeOf([
      module('old', { completedOn: '2025-01-01' }),
      module('new', { completedOn: '2026-11-20' }),
      module('other', {}),
    ])
    expect(home).toMatchObject({ next: null, rest: [] })
    expect(home.done.map(({ slug }) => slug)).toEqual(['new', 'old'])
  })
})
