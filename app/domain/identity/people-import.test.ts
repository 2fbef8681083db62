import { expect, test } from 'vitest'
import { isDelegationEnd, latestDelegation } from './delegation.ts'
import { endsMustBeConfirmed, requireMeant, type PeopleCounts } from './people-import.ts'

const counts = (change: Partial<PeopleCounts>): PeopleCounts => ({
  new: 1,
  changed: 0,
  ended: 0,
  unchanged: 0,
  refused: 0,
  newPeople: 1,
  present: 100,
  unidentified: 0,
  ...change,
})
const refused = (code: string) => expect.objectContaining({ code }) as Error

test('more than one in ten ended must be confirmed by the very number', () => {
  expect(endsMustBeConfirmed(counts({ ended: 10 }))).toBe(false)
  expect(endsMustBeConfirmed(counts({ ended: 11 }))).toBe(true)
  expect(() => requireMeant(counts({ ended: 10 }), null)).not.toThrow()
  expect(() => requireMeant(counts({ ended: 11 }), null)).toThrow(
    refused('people.ends-not-confirmed'),
  )
  expect(() => requireMeant(counts({ ended: 11 }), 10)).toThrow(
    refused('people.ends-not-confirmed'),
  )
  expect(() => requireMeant(counts({ ended: 11 }), 11)).not.toThrow()
})

test('a file that changes nothing is not applied', () => {
  expect(() => requireMeant(counts({ new: 0, unchanged: 5 }), null)).toThrow(
    refused('file.nothing-new'),
  )
})

test('a delegation ends today at the earliest and a year ahead at the latest', () => {
  expect(latestDelegation('2026-11-22')).toBe('2027-11-22')
  expect(isDelegationEnd('2026-11-21', '2026-11-22')).toBe(false)
  expect(isDelegationEnd('2026-11-22', '2026-11-22')).toBe(true)
  expect(isDelegationEnd('2027-11-22', '2026-11-22')).toBe(true)
  expect(isDelegationEnd('2027-11-23', '2026-11-22')).toBe(false)
})
