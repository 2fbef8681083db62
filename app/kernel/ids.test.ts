import { afterEach, expect, test, vi } from 'vitest'
import { isId, newId, seededId } from './ids.ts'

afterEach(() => vi.useRealTimers())

test('an id is a UUID of version 7', () => {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(newId()).toMatch(form)
  expect(seededId(1_700_000_000_000, new Uint8Array(10).fill(255))).toMatch(form)
})

test('ids made in the same millisecond sort in the order they were made, however many', () => {
  vi.useFakeTimers()
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect(ids).toEqual([...ids].sort())
  vi.advanceTimersByTime(10)
  expect(newId() > ids.at(-1)!).toBe(true)
})

test('a clock that is set back is followed, so that an id tells when it was made', () => {
  vi.useFakeTimers({ now: 1_700_000_100_000 })
  const early = newId()
  vi.setSystemTime(1_700_000_000_000)
  expect(newId() < early).toBe(true)
})

test('the same moment and random bytes give the same id, later moments later ids', () => {
  const bytes = new Uint8Array(10).fill(9)
  expect(seededId(1, bytes)).toBe(seededId(1, bytes))
  expect(seededId(1, bytes) < seededId(2, new Uint8Array(10))).toBe(true)
})

test('what is not one of our ids is recognised', () => {
  expect(isId(newId())).toBe(true)
  expect(isId("1' or 1=1")).toBe(false)
  expect(isId(null)).toBe(false)
})
