import { expect, test } from 'vitest'
import { isSignedPath } from './signed-path.ts'

const token = 'a'.repeat(43)

test('only the address of a link in a mail takes forms from elsewhere', () => {
  expect(isSignedPath(`/unsubscribe/${token}`)).toBe(true)
  for (const path of [
    '/unsubscribe',
    `/unsubscribe/${token}a`,
    `/unsubscribe/${token}/../../profile`,
    `/profile/unsubscribe/${token}`,
    '/profile',
  ]) {
    expect(isSignedPath(path)).toBe(false)
  }
})
