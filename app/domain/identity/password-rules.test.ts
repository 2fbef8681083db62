import { expect, test } from 'vitest'
import { normalisePassword, passwordFault } from './password-rules.ts'

test('twelve characters will do, eleven will not', () => {
  expect(passwordFault('grön cykel 7')).toBeUndefined()
  expect(passwordFault('grön cykel7')).toBe('password.too-short')
})

test('two hundred characters will do, one more will not', () => {
  const sentence = 'en mening att minnas '.repeat(10)
  expect(passwordFault(sentence.slice(0, 200))).toBeUndefined()
  expect(passwordFault(sentence.slice(0, 201))).toBe('password.too-long')
})

test('no digits, capitals or signs are asked for', () => {
  expect(passwordFault('bara små bokstäver')).toBeUndefined()
})

test('characters are counted as a reader counts them, whatever form they were typed in', () => {
  // "ö" typed as o and two dots above is two code points; twelve of them are twelve characters.
  const apart = 'o\u0308l'.repeat(6)
  expect([...apart]).toHaveLength(18)
  expect(passwordFault(apart)).toBeUndefined()
  expect(passwordFault(apart.slice(0, -1))).toBe('password.too-short')
  expect(normalisePassword(apart)).toBe('öl'.repeat(6))
})

test('the own address is no password, in whatever case, nor is its first part', () => {
  expect(passwordFault('Kim.Karlsson@Example.se', 'kim.karlsson@example.se')).toBe(
    'password.is-address',
  )
  expect(passwordFault('kim.karlsson', 'kim.karlsson@example.se')).toBe('password.is-address')
  expect(passwordFault('kim.karlsson', 'alex@example.se')).toBeUndefined()
})

test('the first that anybody tries are refused, with or without dots above the letters', () => {
  for (const common of ['123456789012', 'Lösenord1234', 'losenord1234', 'PasswordPassword']) {
    expect(passwordFault(common)).toBe('password.too-common')
  }
  expect(passwordFault('aaaaaaaaaaaaaaaa')).toBe('password.too-common')
})
