import { expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

test('an id is a UUID of version 7, and later ones sort after earlier ones', () => {
  const [early, late] = [newId(1_700_000_000_000), newId(1_700_000_000_001)]
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < late).toBe(true)
})

test('the same moment and random bytes give the same id', () => {
  const bytes = new Uint8Array(10).fill(9)
  expect(newId(1, bytes)).toBe(newId(1, bytes))
})

test('what is not one of our ids is recognised', () => {
  expect(isId(newId())).toBe(true)
  expect(isId("1' or 1=1")).toBe(false)
  expect(isId(null)).toBe(false)
})
