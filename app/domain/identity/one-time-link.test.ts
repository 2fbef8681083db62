import { expect, test } from 'vitest'
import { isLinkSecret, isUsable, linkExpiry, type Link } from './one-time-link.ts'

const madeAt = new Date('2026-11-21T10:00:00Z')
const reset: Link = {
  purpose: 'reset-password',
  expiresAt: linkExpiry('reset-password', madeAt),
  usedAt: null,
}

test('a link to choose a new password is good for one hour', () => {
  expect(isUsable(reset, 'reset-password', new Date('2026-11-21T10:59:59Z'))).toBe(true)
  expect(isUsable(reset, 'reset-password', new Date('2026-11-21T11:00:00Z'))).toBe(false)
})

test('a link to confirm an address is good for seven days, one for the administrator for one', () => {
  expect(linkExpiry('confirm-email', madeAt)).toEqual(new Date('2026-11-28T10:00:00Z'))
  expect(linkExpiry('administrator', madeAt)).toEqual(new Date('2026-11-22T10:00:00Z'))
})

test('a link to claim an account is good for fourteen days', () => {
  expect(linkExpiry('invitation', madeAt)).toEqual(new Date('2026-12-05T10:00:00Z'))
})

test('a link to prove another account is good for a quarter of an hour', () => {
  expect(linkExpiry('merge-accounts', madeAt)).toEqual(new Date('2026-11-21T10:15:00Z'))
})

test('a used link opens nothing', () => {
  expect(isUsable({ ...reset, usedAt: madeAt }, 'reset-password', madeAt)).toBe(false)
})

test('a link opens only what it was made for', () => {
  expect(isUsable(reset, 'confirm-email', madeAt)).toBe(false)
})

test('a secret is 43 characters of base64url', () => {
  expect(isLinkSecret('a'.repeat(43))).toBe(true)
  expect(isLinkSecret('a'.repeat(42))).toBe(false)
  expect(isLinkSecret(`${'a'.repeat(42)}/`)).toBe(false)
  expect(isLinkSecret(undefined)).toBe(false)
})
