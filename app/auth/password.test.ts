import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.server.ts'

test('a hash is argon2id with the parameters that OWASP asks for', async () => {
  expect(await hashPassword('blå båt i hamn')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('the right password is right, in whatever form its letters were typed', async () => {
  const hash = await hashPassword('blå båt i hamn')
  expect(await verifyPassword(hash, 'blå båt i hamn')).toBe(true)
  expect(await verifyPassword(hash, 'blå båt i hamn'.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(hash, 'blå båt i hamm')).toBe(false)
})

test('without a hash every password is wrong', async () => {
  expect(await verifyPassword(null, 'blå båt i hamn')).toBe(false)
  expect(await verifyPassword(undefined, '')).toBe(false)
})
