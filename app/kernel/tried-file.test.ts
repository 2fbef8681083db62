import { expect, test } from 'vitest'
import { applyEndsAt, requireAppliable, requireUndoable } from './tried-file.ts'

const at = (time: string) => new Date(`2026-11-21T${time}Z`)
const dayLater = (time: string) => new Date(`2026-11-22T${time}Z`)
const refused = (code: string) => expect.objectContaining({ code: `file.${code}` }) as Error

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
