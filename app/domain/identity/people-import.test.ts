import { expect, test } from 'vitest'
import { isDelegationEnd, latestDelegation } from './delegation.ts'
import {
  applyEndsAt,
  endsMustBeConfirmed,
  requireAppliable,
  requireMeant,
  requireUndoable,
  type PeopleCounts,
} from './people-import.ts'

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
const at = (time: string) => new Date(`2026-11-21T${time}Z`)
const dayLater = (time: string) => new Date(`2026-11-22T${time}Z`)
const refused = (code: string) => expect.objectContaining({ code: `people.${code}` }) as Error

test('more than one in ten ended must be confirmed by the very number', () => {
  expect(endsMustBeConfirmed(counts({ ended: 10 }))).toBe(false)
  expect(endsMustBeConfirmed(counts({ ended: 11 }))).toBe(true)
  expect(() => requireMeant(counts({ ended: 10 }), null)).not.toThrow()
  expect(() => requireMeant(counts({ ended: 11 }), null)).toThrow(refused('ends-not-confirmed'))
  expect(() => requireMeant(counts({ ended: 11 }), 10)).toThrow(refused('ends-not-confirmed'))
  expect(() => requireMeant(counts({ ended: 11 }), 11)).not.toThrow()
})

test('a file that changes nothing is not applied', () => {
  expect(() => requireMeant(counts({ new: 0, unchanged: 5 }), null)).toThrow(refused('nothing-new'))
})

test('a check is good for a day, and what was applied can be undone for one', () => {
  const checked = { status: 'checked', checkedAt: at('10:00:00'), appliedAt: null } as const
  expect(() => requireAppliable(checked, dayLater('09:59:59'))).not.toThrow()
  expect(() => requireAppliable(checked, dayLater('10:00:00'))).toThrow(refused('check-too-old'))
  const applied = { ...checked, status: 'applied', appliedAt: at('11:00:00') } as const
  expect(applyEndsAt(applied)).toBeNull()
  expect(() => requireAppliable(applied, at('12:00:00'))).toThrow(refused('not-checked'))
  expect(() => requireUndoable(applied, dayLater('10:59:59'))).not.toThrow()
  expect(() => requireUndoable(applied, dayLater('11:00:00'))).toThrow(refused('undo-too-late'))
  expect(() => requireUndoable(checked, at('12:00:00'))).toThrow(refused('not-applied'))
})

test('a delegation ends today at the earliest and a year ahead at the latest', () => {
  expect(latestDelegation('2026-11-22')).toBe('2027-11-22')
  expect(isDelegationEnd('2026-11-21', '2026-11-22')).toBe(false)
  expect(isDelegationEnd('2026-11-22', '2026-11-22')).toBe(true)
  expect(isDelegationEnd('2027-11-22', '2026-11-22')).toBe(true)
  expect(isDelegationEnd('2027-11-23', '2026-11-22')).toBe(false)
})
