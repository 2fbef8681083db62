import { expect, test } from 'vitest'
import { isJoinDay, joinStateOf } from './join-code.ts'

const limits = { isRevoked: false, lastDay: '2026-11-30', mostPeople: 3, joined: 2 }

test('a code takes people through its last day, and nobody from the day after', () => {
  expect(joinStateOf(limits, '2026-11-30')).toBe('open')
  expect(joinStateOf(limits, '2026-12-01')).toBe('expired')
})

test('a code that has taken as many as it may is full', () => {
  expect(joinStateOf({ ...limits, joined: 3 }, '2026-11-22')).toBe('full')
})

test('a code that was revoked says so, whatever else is true of it', () => {
  expect(joinStateOf({ ...limits, isRevoked: true, joined: 3 }, '2026-12-24')).toBe('revoked')
})

test('a code lasts a day at least and a year at most', () => {
  expect(isJoinDay('2026-11-21', '2026-11-22')).toBe(false)
  expect(isJoinDay('2026-11-22', '2026-11-22')).toBe(true)
  expect(isJoinDay('2027-11-22', '2026-11-22')).toBe(true)
  expect(isJoinDay('2027-11-23', '2026-11-22')).toBe(false)
})
