import { expect, test } from 'vitest'
import { isKeySecret, keySecretOf, keyStatusOf, latestKeyDay, prefixLength } from './service-key.ts'

test('a key’s secret has a sign to search for, and 32 random bytes', () => {
  const secret = keySecretOf(Buffer.alloc(32, 255))
  expect(secret).toBe(`samsyn_${'_'.repeat(42)}8`)
  expect(isKeySecret(secret)).toBe(true)
  expect(secret.slice(0, prefixLength)).toBe('samsyn_________')
})

test('what has another form is no secret', () => {
  const secret = keySecretOf(Buffer.alloc(32))
  for (const text of [undefined, '', secret.slice(1), `${secret}A`, ` ${secret}`, 'samsyn_abc']) {
    expect(isKeySecret(text)).toBe(false)
  }
})

test('a key is good up to and including its last day, unless it is revoked', () => {
  const key = { validTo: '2026-11-21', revokedAt: null }
  expect(keyStatusOf(key, '2026-11-20')).toBe('valid')
  expect(keyStatusOf(key, '2026-11-21')).toBe('valid')
  expect(keyStatusOf(key, '2026-11-22')).toBe('expired')
  expect(keyStatusOf({ ...key, revokedAt: new Date() }, '2026-11-20')).toBe('revoked')
})

test('two years is the longest', () => {
  expect(latestKeyDay('2026-11-21')).toBe('2028-11-20')
})
