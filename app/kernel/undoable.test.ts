import { expect, test } from 'vitest'
import { isUndoable } from './undoable.ts'

const decidedAt = new Date('2026-11-21T10:00:00Z')

test('a decision can be taken back for a day, and once', () => {
  const dayLater = new Date('2026-11-22T10:00:00Z')
  expect(isUndoable({ decidedAt, undoneAt: null }, new Date(dayLater.getTime() - 1))).toBe(true)
  expect(isUndoable({ decidedAt, undoneAt: null }, dayLater)).toBe(false)
  expect(isUndoable({ decidedAt, undoneAt: decidedAt }, decidedAt)).toBe(false)
})
